import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { importSession } from '#apps/inventory/reading/import-session.ts';
import { mappingOf } from '#apps/inventory/reading/mapping.ts';
import { cellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { exportFile } from '#apps/inventory/writing/export-files.ts';
import { unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { loadLanguage } from '#content/reading/language.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import { checkSlides } from './slides.ts';
import { checkTools } from './tools.ts';

/** `npm run test:office`: LibreOffice opens what is exported, and shows the texts as they were written. */

const folder = resolve('.cache/office');
const HANG = 5 * 60_000;

/** Worked out, each of these shows 42; the last ones are for readers that expect semicolons or full-width signs. */
const formulas = [
  ...['=6*7', '+6*7', '-6*-7', '=SUM(6,36)', ' =6*7', '\u00a0=6*7', '\u200b=6*7', '＝6*7', '＋6*7', "'=6*7"],
  ...['a;=6*7', 'a;=6*7;b', 'a\n=6*7\nb', 'a;"=6*7;"', 'a\n=6*7;b', '=6*7;b'],
];
const texts = ['+49 30 901820', '007', '2-1', '1e5', 'TRUE', 'two\nlines', '  kept  ', 'a_x0041_b', 'a\u000bb'];
const table = [['Text', 'Beside'], ...[...formulas, ...texts].map((text) => [text, text])];

/** How LibreOffice reads and writes text: separator, quote, UTF-8, first line. */
const filter = (separator: ',' | ';'): string => `${separator.charCodeAt(0)},34,76,1`;

/** What LibreOffice shows of a file, cell by cell. */
function shown(file: string, expecting?: ',' | ';'): string[][] {
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      ...(expecting ? [`--infilter=CSV:${filter(expecting)}`] : []),
      '--convert-to',
      `csv:Text - txt - csv (StarCalc):${filter(',')}`,
      '--outdir',
      join(folder, 'shown'),
      join(folder, file),
    ],
    { encoding: 'utf8', timeout: HANG },
  );
  if (status !== 0) throw new Error(`LibreOffice could not convert ${file}: ${stderr}`);
  const text = readFileSync(join(folder, 'shown', file.replace(/\.[a-z]+$/, '.csv')), 'utf8');
  return Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
}

const workedOut = (cells: readonly string[][]): number => cells.flat().filter((cell) => cell.trim() === '42').length;

function check(name: string, isRight: boolean, found: string): boolean {
  console.log(`${isRight ? 'right' : 'WRONG'}  ${name}: ${found}`);
  return isRight;
}

/** Texts that are shown in another way than they were written. */
const differences = (cells: readonly string[][], restore: (text: string) => string): string[] =>
  table.flatMap((row, index) =>
    row.flatMap((text, column) => {
      const found = restore(cells[index]?.[column] ?? '');
      return found === text ? [] : [`${JSON.stringify(text)} is shown as ${JSON.stringify(found)}`];
    }),
  );

/** Numbers, days and texts as a list has them, beside each other. */
const mixed =
  'Interface,Records per day,Planned,Phone,Code,Run window\n' +
  'Orders,500,2026-03-01,+49 30 9018,007,22:00-04:00\nStock,"20,000",2026-04-15,1e5,2-1,06:30\n';

/** An inventory's workbook as LibreOffice shows it, beside the list that it was read from. */
async function exportShown(): Promise<{ shown: string[][]; isTyped: boolean }> {
  const book = loadRuleBook();
  const vocabulary = loadVocabulary();
  const lexicon = lexiconOf(loadLanguage());
  const session = importSession(vocabulary, book, lexicon);
  const opened = await session.open({ kind: 'text', name: 'mixed', text: mixed }, noCorrections);
  const inventory = session.take(mappingOf(opened, noCorrections), 1);
  const rows = inventory.rows.map((row) => {
    const { profile } = readRow(row);
    return { row, profile, outcome: decide(profile, book) };
  });
  const language = cellUnderstander(lexicon);
  const { file } = await exportFile(
    'xlsx',
    { inventory: { title: 'mixed', ...inventory }, rows, vocabulary, book, language },
    () => undefined,
  );
  const bytes = new Uint8Array(await file.arrayBuffer());
  writeFileSync(join(folder, 'export.xlsx'), bytes);
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return { shown: shown('export.xlsx'), isTyped: /<c r="B2"[^>]*><v>500<\/v>/.test(sheet) };
}

async function main(): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'unsafe.csv'), Papa.unparse(table));
  writeFileSync(join(folder, 'safe.csv'), writeCsv(table));
  const workbook = await writeWorkbook([{ name: 'Texts', rows: table, widths: [20] }]);
  writeFileSync(join(folder, 'typed.xlsx'), new Uint8Array(await workbook.arrayBuffer()));

  const control = workedOut(shown('unsafe.csv', ','));
  const comma = workedOut(shown('safe.csv', ','));
  const semicolon = workedOut(shown('safe.csv', ';'));
  const cells = shown('typed.xlsx');
  const changed = differences(cells, unsafeCell);
  const exported = await exportShown();
  const original = Papa.parse<string[]>(mixed, { skipEmptyLines: 'greedy' }).data;
  const moved = original.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const found = exported.shown[row]?.[column] ?? '';
      return found === text ? [] : [`${JSON.stringify(text)} is shown as ${JSON.stringify(found)}`];
    }),
  );
  return [
    check('an inventory, cells as the list had them', moved.length === 0, moved.join('; ') || 'all of them'),
    check('an inventory, numbers as numbers', exported.isTyped, exported.isTyped ? '500 is a number' : 'no number'),
    check('without any marks formulas are worked out, so this sees them', control > 0, `${control} cells`),
    check('CSV, read with commas', comma === 0, `${comma} formulas worked out`),
    check('CSV, read with semicolons', semicolon === 0, `${semicolon} formulas worked out`),
    check('workbook', workedOut(cells) === 0, `${workedOut(cells)} formulas worked out`),
    check(
      'workbook, texts as written',
      changed.length === 0,
      changed.join('; ') || `${table.length - 1} of them, twice`,
    ),
    await checkTools(folder, check),
    await checkSlides(folder, check),
  ].every(Boolean);
}

if (spawnSync('soffice', ['--version'], { stdio: 'ignore' }).error) {
  console.log('Skipped: LibreOffice (soffice) is not installed.');
} else {
  process.exitCode = (await main()) ? 0 : 1;
}
