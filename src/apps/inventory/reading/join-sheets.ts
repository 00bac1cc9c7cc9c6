import type { InventoryRow, LayoutColumn, LeftOutRow } from '#apps/inventory/machine/inventory.ts';
import { isTableColumn } from './columns.ts';
import type { Interpretation, WordReading } from './interpret.ts';
import { normaliseWord, wordKey } from './vocabulary.ts';

/** A sheet of a workbook, read by its own columns. */
export interface ReadPart {
  name: string;
  interpretation: Interpretation;
}

/** Headers of the columns that say where each row stood. */
const SHEET = 'Sheet';
const ROW = 'Row';

/** A header that is not there yet: `Sheet`, `Sheet 2`. */
function freeHeader(header: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(normaliseWord));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? header : `${header} ${count}`;
    if (!keys.has(normaliseWord(name))) return name;
  }
}

/** Where each extra column of each sheet goes; columns of one header are one, in the order in which they come up. */
function uniteHeaders(parts: readonly ReadPart[]): { headers: string[]; indices: number[][] } {
  const headers: string[] = [];
  const byKey = new Map<string, number>();
  const indices = parts.map(({ interpretation: { extraHeaders } }) => {
    const seen = new Map<string, number>();
    return extraHeaders.map((header) => {
      const word = wordKey(header);
      const occurrence = seen.get(word) ?? 0;
      seen.set(word, occurrence + 1);
      const key = `${word}\n${occurrence}`;
      const known = byKey.get(key);
      if (known !== undefined) return known;
      byKey.set(key, headers.length);
      return headers.push(header) - 1;
    });
  });
  return { headers, indices };
}

/** The columns of the first sheet, and those that only later ones have. */
function uniteLayouts(parts: readonly ReadPart[], indices: readonly (readonly number[])[]): LayoutColumn[] {
  const layout: LayoutColumn[] = [];
  const meanings = new Set<string>();
  const extras = new Set<number>();
  parts.forEach(({ interpretation }, part) => {
    for (const column of interpretation.layout) {
      const extra = column.extra === undefined ? undefined : indices[part]?.[column.extra];
      const isThere = extra === undefined ? meanings.has(column.meaning) : extras.has(extra);
      if (isThere) continue;
      if (extra === undefined) meanings.add(column.meaning);
      else extras.add(extra);
      layout.push(extra === undefined ? column : { ...column, extra });
    }
  });
  return layout.filter(({ meaning, extra }) => isTableColumn(meaning) || extra !== undefined);
}

/**
 * Puts sheets that were each read by their own columns into one list. Every row says which sheet it stood in, and in
 * which of its rows.
 */
export function joinSheets(parts: readonly ReadPart[], firstKey: number): Interpretation {
  const { headers, indices } = uniteHeaders(parts);
  const sheetHeader = freeHeader(SHEET, headers);
  const rowHeader = freeHeader(ROW, headers);
  const rows: InventoryRow[] = [];
  parts.forEach(({ name, interpretation }, part) => {
    interpretation.rows.forEach((row, index) => {
      const extras = Array.from({ length: headers.length }, () => '');
      row.extras.forEach((text, own) => {
        extras[indices[part]?.[own] ?? 0] = text;
      });
      rows.push({
        ...row,
        key: firstKey + rows.length,
        extras: [...extras, name, String(interpretation.numbers[index] ?? '')],
      });
    });
  });
  const found = parts.map(({ interpretation }) => interpretation);
  return {
    rows,
    numbers: found.flatMap(({ numbers }) => numbers),
    extraHeaders: [...headers, sheetHeader, rowHeader],
    faults: parts.flatMap(({ name, interpretation: { faults } }) => faults.map((fault) => ({ ...fault, sheet: name }))),
    guessed: found.flatMap(({ guessed }) => guessed),
    layout: [
      ...uniteLayouts(parts, indices),
      { header: sheetHeader, meaning: 'extra', extra: headers.length },
      { header: rowHeader, meaning: 'extra', extra: headers.length + 1 },
    ],
    leftOut: parts.flatMap(({ name, interpretation: { leftOut } }) =>
      leftOut.map((row): LeftOutRow => ({ ...row, text: `${name}: ${row.text}` })),
    ),
  };
}

/** The words of several sheets, those that are the same counted together. */
export function joinWords(all: readonly (readonly WordReading[])[]): WordReading[] {
  const byKey = new Map<string, WordReading>();
  for (const word of all.flat()) {
    const key = `${word.column}\n${wordKey(word.word)}`;
    const before = byKey.get(key);
    byKey.set(key, before ? { ...before, count: before.count + word.count } : word);
  }
  return [...byKey.values()];
}
