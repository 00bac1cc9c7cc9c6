import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';

/** One interface as it stands in a file: its fields, unread, or why they could not be had. */
export type InputRow = { id: string; raw: Readonly<Record<string, unknown>> } | { id: string; error: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An interface's fields without what only names it. */
function fieldsOf({ id, name, ...raw }: Record<string, unknown>): Record<string, unknown> {
  return raw;
}

function rowOfLine(line: string, number: number): InputRow {
  const fallback = `line-${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: fallback, error: `line ${number} is no JSON: ${(error as Error).message}` };
  }
  if (!isRecord(value)) return { id: fallback, error: `line ${number} must hold an object` };
  const id = value.id === undefined || value.id === null ? fallback : String(value.id);
  if (value.attributes === undefined) return { id, raw: fieldsOf(value) };
  // Beside `attributes` stands what describes the case, not the interface.
  return isRecord(value.attributes)
    ? { id, raw: fieldsOf(value.attributes) }
    : { id, error: '"attributes" must be an object' };
}

/** One JSON object a line; blank lines are passed over. */
export function rowsOfJsonLines(text: string): InputRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [rowOfLine(line, index + 1)]));
}

/** A header row and the rows below it; header names may differ in case and in spaces for underscores. */
export function rowsOfTable(table: readonly (readonly unknown[])[]): InputRow[] {
  const [header = [], ...rows] = table;
  const keys = header.map((name) =>
    String(name ?? '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  return rows.map((cells, index) => {
    const record = Object.fromEntries(keys.map((key, column) => [key, cells[column]]));
    const id = String(record.id || record.name || `row-${index + 2}`);
    return { id, raw: fieldsOf(record) };
  });
}

/**
 * Reads the interfaces in a `.jsonl`, `.csv` or `.xlsx` file.
 *
 * @throws {Error} when the file cannot be read or has another ending; the message is for the user
 */
export async function readInput(file: string): Promise<InputRow[]> {
  const ending = extname(file).toLowerCase();
  switch (ending) {
    case '.jsonl':
      return rowsOfJsonLines(readFileSync(file, 'utf8'));
    case '.csv':
      return rowsOfTable(
        Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data,
      );
    case '.xlsx':
      return rowsOfTable(await readSheet(readFileSync(file)));
    default:
      throw new Error(`${file}: the ending must be .jsonl, .csv or .xlsx`);
  }
}
