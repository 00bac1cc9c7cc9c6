import { type Entries, type Row, rowsIn, startEntries, type Tool } from '#core/tools/tool.ts';

/** More rows than any plan has; a record or a link that claims more is not to be trusted with the page's time. */
export const MOST_ROWS = 500;
const MOST_SIGNS = 2_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts under the names that are allowed; all else is passed over. */
function rowIn(value: unknown, allowed: readonly string[]): Row {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    allowed.flatMap((id) => {
      const text = Object.hasOwn(value, id) ? value[id] : undefined;
      return typeof text === 'string' ? [[id, text.slice(0, MOST_SIGNS)]] : [];
    }),
  );
}

/**
 * What somebody else wrote, a browser kept or a link says, as entries of a tool: known names and texts only. Inputs that
 * it does not name have their defaults.
 */
export function entriesIn(tool: Tool, found: unknown): Entries | undefined {
  if (!isRecord(found) || !isRecord(found.inputs) || !isRecord(found.tables)) return undefined;
  const { inputs, tables } = found;
  const start = startEntries(tool);
  const names = tool.inputs.map(({ id }) => id);
  return {
    inputs: { ...start.inputs, ...rowIn(inputs, names) },
    tables: Object.fromEntries(
      tool.tables.map((table) => {
        const { id, columns } = table;
        const rows = Object.hasOwn(tables, id) ? tables[id] : undefined;
        const allowed = columns.filter(({ kind }) => kind !== 'worked').map((column) => column.id);
        const typed = Array.isArray(rows) ? rows.slice(0, MOST_ROWS).map((row) => rowIn(row, allowed)) : undefined;
        return [id, typed ? rowsIn(table, typed) : (start.tables[id] ?? [])];
      }),
    ),
  };
}

const sameRow = (one: Row, other: Row): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((id) => (one[id] ?? '') === (other[id] ?? ''));

/** Whether two sets of entries say the same. */
export function sameEntries(one: Entries, other: Entries): boolean {
  const ids = [...new Set([...Object.keys(one.tables), ...Object.keys(other.tables)])];
  return (
    sameRow(one.inputs, other.inputs) &&
    ids.every((id) => {
      const [rows, others] = [one.tables[id] ?? [], other.tables[id] ?? []];
      return rows.length === others.length && rows.every((row, index) => sameRow(row, others[index] ?? {}));
    })
  );
}
