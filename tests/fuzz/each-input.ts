import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';

/** How many inputs each property takes, and the seed they are made from; `npm run fuzz` sets both. */
export const runs = (few: number): number => Number(process.env.FUZZ_RUNS ?? few);
export const seed = Number(process.env.FUZZ_SEED ?? 2026);

const folder = process.env.FUZZ_PROGRESS;

/** Writes down what is being read, so that whoever watches can say what a reader hangs on. */
export function noteInput(name: string, number: number, input: unknown): void {
  if (folder === undefined) return;
  writeFileSync(join(folder, name), `input ${number}: ${fc.stringify(input).slice(0, 2000)}`);
}

export function noteEnd(name: string): void {
  if (folder !== undefined) rmSync(join(folder, name), { force: true });
}

/** Gives a property every input; what fails is reported with its seed and the smallest input that fails. */
export async function eachInput<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  few: number,
  check: (input: Input) => void | Promise<void>,
): Promise<void> {
  let number = 0;
  const property = fc.asyncProperty(inputs, async (input) => {
    number += 1;
    noteInput(name, number, input);
    await check(input);
    // What is held by weak references is let go between turns, never within one.
    await turn();
  });
  try {
    await fc.assert(property, { numRuns: runs(few), seed });
  } finally {
    noteEnd(name);
  }
}
