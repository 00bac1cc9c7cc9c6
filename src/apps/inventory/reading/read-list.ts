import { looksLikeProject, readProject } from '#apps/inventory/keeping/project-file.ts';
import { emptyInventory, type Inventory } from '#apps/inventory/machine/inventory.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import { importSession, type Source } from './import-session.ts';
import { mappingOf } from './mapping.ts';
import { UnreadableFile } from './table.ts';
import type { Corrections, Vocabulary } from './vocabulary.ts';

/**
 * Reads a list in one go, as a project file or as a spreadsheet that is understood without asking.
 *
 * @throws {UnreadableFile} with what to do about it
 */
export async function readList(
  source: Source,
  corrections: Corrections,
  vocabulary: Vocabulary,
  book: RuleBook,
  lexicon: Lexicon,
): Promise<Inventory> {
  const start = source.kind === 'file' ? await source.file.slice(0, 2_000).text() : source.text;
  if (looksLikeProject(start)) return projectIn(source.kind === 'file' ? await source.file.text() : source.text);
  const session = importSession(vocabulary, book, lexicon);
  const opened = await session.open(source, corrections);
  if (opened.sheets.length === 0) throw new UnreadableFile('There is a header at most, and no row below it.');
  const { rows, extraHeaders, layout, leftOut } = session.take(mappingOf(opened, corrections), 1);
  return { ...emptyInventory, title: opened.title, rows, extraHeaders, layout, leftOut };
}

/**
 * The inventory in the text of a project file.
 *
 * @throws {UnreadableFile} with what is wrong in it, and where
 */
export function projectIn(text: string): Inventory {
  const read = readProject(text);
  if ('faults' in read) throw new UnreadableFile(read.faults.join(' '));
  return read.inventory;
}
