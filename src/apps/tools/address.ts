import { type Entries, startEntries, type Tool } from '#core/tools/tool.ts';
import { entriesIn, sameEntries } from './entries-in.ts';

/**
 * Entries in the fragment of an address, which no server gets to see: `servers=4&objects=name,records;Customers,27400`.
 * Every input is named, so that a link says the same after a default has changed; a table begins with the columns that it
 * fills.
 */
export function toFragment(tool: Tool, entries: Entries): string {
  if (sameEntries(entries, startEntries(tool))) return '';
  const inputs = tool.inputs.map(({ id }) => `${id}=${encodeURIComponent(entries.inputs[id] ?? '')}`);
  const tables = tool.tables.flatMap(({ id, columns }) => {
    const rows = entries.tables[id] ?? [];
    const open = columns.filter((column) => column.kind !== 'worked' && !column.isGiven).map((column) => column.id);
    if (open.length === 0) return [];
    const used = open.filter((column) => rows.some((row) => (row[column] ?? '') !== ''));
    const lines = rows.map((row) => used.map((column) => encodeURIComponent(row[column] ?? '')).join(','));
    return `${id}=${[used.join(','), ...lines].join(';')}`;
  });
  return [...inputs, ...tables].join('&');
}

/** `undefined` for what was never encoded. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function rowsIn(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.split(';');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, decoded(cells[index] ?? '') ?? '']));
  });
}

/**
 * The entries that an address says.
 *
 * @returns `none` where it says nothing, `unreadable` where it says nothing that this tool asks for
 */
export function fromFragment(tool: Tool, fragment: string): Entries | 'none' | 'unreadable' {
  const text = fragment.replace(/^#/, '');
  if (text === '') return 'none';
  const parts = text.split('&').map((part) => {
    const equals = part.indexOf('=');
    return equals < 0 ? ([part, ''] as const) : ([part.slice(0, equals), part.slice(equals + 1)] as const);
  });
  const isTable = (id: string): boolean => tool.tables.some((table) => table.id === id);
  const isKnown = ([id]: readonly [string, string]): boolean =>
    isTable(id) || tool.inputs.some((input) => input.id === id);
  const known = parts.filter(isKnown);
  if (known.length === 0) return 'unreadable';
  const inputs = known.filter(([id]) => !isTable(id)).map(([id, value]) => [id, decoded(value) ?? '']);
  const tables = known.filter(([id]) => isTable(id)).map(([id, value]) => [id, rowsIn(value)]);
  return entriesIn(tool, { inputs: Object.fromEntries(inputs), tables: Object.fromEntries(tables) }) ?? 'unreadable';
}
