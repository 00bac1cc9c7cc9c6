import { workOutResult } from './evaluate.ts';
import type { ReadEntries, ReadRow, Value } from './read-entries.ts';
import type { Draw, Simulation, Tool } from './tool.ts';

/** What came out of drawing the uncertain numbers many times. */
export interface Simulated {
  /** All outcomes, the lowest first. */
  outcomes: readonly number[];
}

/** Numbers from 0 to 1 that look drawn and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A number between two others that is most likely near a third: the triangular distribution, by its inverse.
 *
 * @param chance from 0 to 1
 */
export function triangular(low: number, likely: number, high: number, chance: number): number {
  if (high <= low) return likely;
  const turn = (likely - low) / (high - low);
  return chance < turn
    ? low + Math.sqrt(chance * (high - low) * (likely - low))
    : high - Math.sqrt((1 - chance) * (high - low) * (high - likely));
}

/** A drawn value in place of the entered one; what is not a number stays. */
function drawn(draw: Draw, { values }: ReadRow, random: () => number): Value {
  // Drawn in any case, so that a row that is not complete does not change what the others get.
  const chance = random();
  const value = values[draw.column];
  if (typeof value !== 'number') return value;
  if (draw.kind === 'chance') return chance * 100 < value ? 100 : 0;
  const [low, high] = [values[draw.low], values[draw.high]];
  return triangular(
    Math.min(value, typeof low === 'number' ? low : value),
    value,
    Math.max(value, typeof high === 'number' ? high : value),
    chance,
  );
}

function drawnEntries(read: ReadEntries, draws: readonly Draw[], random: () => number): ReadEntries {
  const tables: Record<string, readonly ReadRow[]> = { ...read.tables };
  for (const draw of draws) {
    tables[draw.table] = (tables[draw.table] ?? []).map((row) => ({
      ...row,
      values: { ...row.values, [draw.column]: drawn(draw, row, random) },
    }));
  }
  return { ...read, tables };
}

/** Works a result out many times, each time with the uncertain numbers drawn anew; the same seed gives the same again. */
export function simulate(tool: Tool, read: ReadEntries, { result, runs, seed, draws }: Simulation): Simulated {
  const random = randomFrom(seed);
  const outcomes: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const value = workOutResult(tool, drawnEntries(read, draws, random), result);
    if (typeof value === 'number') outcomes.push(value);
  }
  return { outcomes: outcomes.toSorted((a, b) => a - b) };
}

/** The outcome that a share of all stays under, from 0 to 1; missing where nothing came out. */
export const quantile = ({ outcomes }: Simulated, share: number): number | undefined =>
  outcomes[Math.min(outcomes.length - 1, Math.floor(share * outcomes.length))];
