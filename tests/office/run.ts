import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
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
  return [
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
  ].every(Boolean);
}

if (spawnSync('soffice', ['--version'], { stdio: 'ignore' }).error) {
  console.log('Skipped: LibreOffice (soffice) is not installed.');
} else {
  process.exitCode = (await main()) ? 0 : 1;
}
