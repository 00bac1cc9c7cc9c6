import { readFileSync } from 'node:fs';
import { interpret, openSheet } from '#apps/inventory/reading/interpret.ts';
import { readFile } from '#apps/inventory/reading/read-file.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { language } from '#tests/support/cell-language.ts';
import { book } from '#tests/support/rule-book.ts';

export const vocabulary = loadVocabulary();
export const reader = readerOf(vocabulary, book, noCorrections, language);

/** Reads the first sheet of a file as the page and the command line do. */
export async function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [table] = await readFile(bytes);
  if (!table) throw new Error('no table');
  const sheet = openSheet(table, vocabulary, book, reader);
  return { sheet, remarks: sheet.remarks.join('\n'), ...interpret(sheet, reader) };
}

export const cellsOf = async (content: string | Uint8Array) => (await read(content)).rows.map(({ cells }) => cells);

/** A file that somebody made to break the reading; see `tests/fixtures/README.md`. */
export const attack = (name: string): Uint8Array => readFileSync(`tests/fixtures/attack/${name}`);
