import { workOutResult } from './evaluate.ts';
import type { ReadEntries, Value } from './read-entries.ts';
import { enteredColumns, type Tool } from './tool.ts';

/** How far each input is moved. */
export const FIFTH = 0.2;

/** What becomes of the headline when one input is a fifth lower or higher and all others stay. */
export interface Movement {
  /** Id of an input, or of a table's column, which is moved in all rows. */
  input: string;
  table?: string;
  label: string;
  /** The headline with the lower and with the higher input; missing where it has no value. */
  lower: number | undefined;
  higher: number | undefined;
  /** The larger of the two changes. */
  effect: number;
}

interface Bounds {
  min: number;
  max: number;
  isWhole: boolean;
}

/** A number a fifth away, within its bounds; one that counts things moves by at least one, and none stays none. */
function moved(value: number, sign: 1 | -1, { min, max, isWhole }: Bounds): number {
  if (value === 0) return 0;
  const step = value * FIFTH;
  const wanted = value + sign * (isWhole ? Math.max(1, Math.round(step)) : step);
  return Math.min(max, Math.max(min, wanted));
}

const movedValue = (value: Value, sign: 1 | -1, bounds: Bounds): Value =>
  typeof value === 'number' ? moved(value, sign, bounds) : value;

const numberOf = (value: Value): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * Moves each number that was entered by a fifth, down and up, a column in all of its rows at once.
 *
 * @returns those that change the headline, the largest change first; none where there is no headline
 */
export function sensitivity(tool: Tool, read: ReadEntries): Movement[] {
  const base = workOutResult(tool, read, tool.headline);
  if (typeof base !== 'number') return [];
  const movement = (
    what: Pick<Movement, 'input' | 'table' | 'label'>,
    change: (sign: 1 | -1) => ReadEntries,
  ): Movement => {
    const [lower, higher] = ([-1, 1] as const).map((sign) =>
      numberOf(workOutResult(tool, change(sign), tool.headline)),
    );
    const changes = [lower, higher].map((value) => Math.abs((value ?? base) - base));
    return { ...what, lower, higher, effect: Math.max(...changes) };
  };
  const ofInputs = tool.inputs.flatMap((input) =>
    input.kind === 'number' && input.isTried
      ? [
          movement({ input: input.id, label: input.label }, (sign) => ({
            ...read,
            inputs: { ...read.inputs, [input.id]: movedValue(read.inputs[input.id], sign, input) },
          })),
        ]
      : [],
  );
  const ofColumns = tool.tables.flatMap((table) =>
    enteredColumns(table).flatMap((column) =>
      column.kind === 'number' && column.isTried
        ? [
            movement(
              { input: column.id, table: table.id, label: `${column.label}, of all ${table.row.many}` },
              (sign) => ({
                ...read,
                tables: {
                  ...read.tables,
                  [table.id]: (read.tables[table.id] ?? []).map((row) => ({
                    ...row,
                    values: { ...row.values, [column.id]: movedValue(row.values[column.id], sign, column) },
                  })),
                },
              }),
            ),
          ]
        : [],
    ),
  );
  return [...ofInputs, ...ofColumns].filter(({ effect }) => effect > 1e-9).toSorted((a, b) => b.effect - a.effect);
}
