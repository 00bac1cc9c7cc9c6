import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { missingFrom, withoutAnchor } from '#content/checking/anchors.ts';
import { type DueItem, dueList } from '#content/checking/due-list.ts';
import { sourcesOfTwoPlatforms } from '#content/checking/platform-faults.ts';
import { twinFigures } from '#content/checking/twin-figures.ts';
import type { Library } from '#content/reading/entries.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { listFiles, readText } from '#content/reading/read-files.ts';

/** What is due, hub by hub. */
function printDue(items: readonly DueItem[], { hubs }: Library): void {
  for (const [hub, ofHub] of Map.groupBy(items, (item) => item.hub)) {
    console.log(`${hubs.find(({ id }) => id === hub)?.title ?? hub}: ${ofHub.length} due`);
    for (const { kind, file, id, text } of ofHub) console.log(`  ${file} › ${id} (${kind}): ${text}`);
  }
}

/** What an editor decides; it changes no exit status. */
function printQuestions(library: Library): void {
  for (const twins of twinFigures(library)) {
    console.log(`Same source, value and unit, perhaps one fact: ${twins.map(({ id }) => id).join(', ')}`);
  }
  for (const { source, facts } of sourcesOfTwoPlatforms(library)) {
    const told = facts.map(({ id, platform }) => `${id} (${platform})`).join(', ');
    console.log(`One source for two platforms, right only where it compares them: ${source}: ${told}`);
  }
  const unquoted = withoutAnchor(library).map(({ id }) => id);
  if (unquoted.length > 0) console.log(`Figures that quote no words of their source: ${unquoted.join(', ')}`);
}

/** Facts whose words the copies in a folder do not have any more; each copy is named after its source. */
function printMissing(folder: string, library: Library): number {
  const files = ['.md', '.txt', '.html'].flatMap((ending) => listFiles(folder, '.', ending));
  const copies = new Map(files.map((file) => [basename(file).replace(/\.[^.]+$/, ''), readText(folder, file)]));
  const missing = missingFrom(copies, library);
  for (const { id, file, source, anchor } of missing) {
    console.log(`${file} › ${id}: the copy of ${source} does not say "${anchor}"`);
  }
  console.log(`${missing.length} facts are not in the ${copies.size} copies in ${folder}.`);
  return missing.length;
}

/**
 * `npm run facts:check [-- YYYY-MM-DD] [-- --copies folder]`: lists, hub by hub, what is past its review date as of that
 * day or of today: figures, behaviours, endings, numbers of ours, countries of the e-invoicing table, and sources not
 * checked for a year. With a folder of newer copies, each named after its source (`ms-odata.md`), it lists the facts
 * whose words are gone. Exit status 1 when there are any of either, 2 when the day is none.
 *
 * Figures that may be one fact under two ids, sources for two platforms and figures without words of their source are
 * listed as well; what to do is for an editor to say, so they change no exit status.
 */
function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { copies: { type: 'string' } } });
  const today = positionals[0] ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
    console.error(`"${today}" is no day; a day is written 2026-11-25.`);
    return 2;
  }
  const library = loadLibrary();
  const due = dueList(library, today);
  const missing = values.copies === undefined ? 0 : printMissing(values.copies, library);
  printDue(due, library);
  printQuestions(library);
  const count = (kind: string): number => due.filter((item) => item.kind === kind).length;
  const { figures, behaviours, endings, assumptions, eInvoicing, sources } = library;
  console.log(
    `On ${today}: due for review are ${count('figure')} of ${figures.size} figures, ` +
      `${count('behaviour')} of ${behaviours.size} behaviours, ${count('ending')} of ${endings.length} endings, ` +
      `${count('assumption')} of ${Object.keys(assumptions.assumptions).length} numbers of ours and ` +
      `${count('country')} of ${eInvoicing.length} countries; ` +
      `${count('source')} of ${sources.size} sources were not checked for twelve months. ` +
      'What was set aside is looked for by the content check.',
  );
  return due.length + missing > 0 ? 1 : 0;
}

process.exitCode = main();
