import type { Header } from './header.ts';
import { type SectionTitle, titleReaderOf } from './section-title.ts';
import { isBlankRow, isBlankText, lastFilled, type Table } from './table.ts';
import { normaliseWord, type Vocabulary } from './vocabulary.ts';

/** A row with its number as the spreadsheet shows it. */
export interface NumberedRow {
  number: number;
  cells: readonly string[];
  /** The title of the section that it stands in, where the list has titles. */
  section?: SectionTitle | undefined;
}

/** Rows that are no interface by where they stand and how they look. */
export const shapes = ['repeated-header', 'section', 'total', 'hidden', 'rule'] as const;

/** Why a row is left out: a kind of row that is no interface, or the id of a rule in `content/advisor/inventory.yaml`. */
export type WhyAside = (typeof shapes)[number] | (string & {});

/** A row that is left out unless a person takes it in, and why. */
export interface AsideRow extends NumberedRow {
  why: WhyAside;
  /** The cell that says it, for a rule that reads one. */
  because?: { header: string; word: string } | undefined;
}

/** The rows below a header: those that are interfaces, and those that are left out. */
export interface DividedRows {
  interfaces: readonly NumberedRow[];
  aside: readonly AsideRow[];
}

/** Few enough to be read on one screen, and as many as it takes to tell a wide list from a narrow one. */
const MANY_COLUMNS = 4;

/** Whether a row says the header once more, as where a printed list begins a new page. */
function repeatsHeader(cells: readonly string[], labels: readonly string[]): boolean {
  const filled = cells.flatMap((cell, column) => (isBlankText(cell) ? [] : [{ cell, column }]));
  const same = filled.filter(({ cell, column }) => normaliseWord(cell) === normaliseWord(labels[column] ?? ''));
  return filled.length > 1 && same.length * 5 >= filled.length * 4;
}

const isNumber = (text: string): boolean => /\d/.test(text) && /^[\s\d.,'%+-]+$/.test(text);

/** `ca. 70.000`, `12 days`, `~1.2m`: a number, and words of a letter or a few around it. */
const isSum = (text: string): boolean => isNumber(text.replaceAll(/[~≈]|\p{L}{1,6}\.?/gu, ''));

/** Whether a row adds up what stands above: a word for it in the first filled cell, and else numbers at most. */
function isTotal(cells: readonly string[], totals: ReadonlySet<string>): boolean {
  const [first = '', ...others] = cells.filter((cell) => !isBlankText(cell));
  const words = normaliseWord(first).split(' ');
  return totals.has(words.filter((word) => !isNumber(word)).join(' ')) && others.every(isSum);
}

/**
 * Whether a row is the title of those below it: the first cell alone is filled, in a list of several columns whose
 * other rows mostly fill more, and the next row goes on with an interface. A name alone, in a column of names, is an
 * interface of which nothing is known so far, unless it says a direction and nothing else.
 */
function isSection(
  cells: readonly string[],
  next: readonly string[] | undefined,
  { width, usual, names }: { width: number; usual: number; names: number },
  isDirection: boolean,
): boolean {
  const last = lastFilled(cells);
  if (last === -1 || cells.slice(0, last).some((cell) => !isBlankText(cell))) return false;
  const isCode = /\d/.test(cells[last] ?? '') && !/\s/.test((cells[last] ?? '').trim());
  if (width < MANY_COLUMNS || usual < 3 || (last === names && !isDirection) || isCode) return false;
  return last === 0 && next !== undefined && next.filter((cell) => !isBlankText(cell)).length > 1;
}

/** Whether a row only underlines the header, as in a table of Markdown. */
const isRule = (cells: readonly string[]): boolean =>
  cells.every((cell) => isBlankText(cell) || /^\s*(?::?-{2,}:?|={2,})\s*$/.test(cell));

/** How many cells the middle row fills. */
function usualFill(rows: readonly NumberedRow[]): number {
  const fills = rows.map(({ cells }) => cells.filter((cell) => !isBlankText(cell)).length).toSorted((a, b) => a - b);
  return fills[Math.floor(fills.length / 2)] ?? 0;
}

interface AsideRule {
  id: string;
  columns: readonly number[];
  words: ReadonlySet<string>;
}

/** The rules that a sheet has a column for. */
function rulesFor({ labels }: Header, body: readonly NumberedRow[], { setAside }: Vocabulary): AsideRule[] {
  return setAside.rules.flatMap(({ id, headers, words, among }) => {
    const known = new Set(headers.map(normaliseWord));
    const own = new Set(words.map(normaliseWord));
    const columns = labels.flatMap((label, column) =>
      known.has(normaliseWord(label)) && (!among || isAmong(body, column, own, new Set(among.map(normaliseWord))))
        ? [column]
        : [],
    );
    return columns.length === 0 ? [] : [{ id, columns, words: own }];
  });
}

/** Whether all that a column says is in one of two lists, and some of it in the one that leaves nothing out. */
function isAmong(
  body: readonly NumberedRow[],
  column: number,
  words: ReadonlySet<string>,
  among: ReadonlySet<string>,
): boolean {
  const said = new Set(body.map(({ cells }) => normaliseWord(cells[column] ?? '')));
  said.delete('');
  return [...said].some((word) => among.has(word)) && [...said].every((word) => among.has(word) || words.has(word));
}

/** Whether a cell says one of some words, alone or with more behind a sign: "Cancelled (see 12)", "Dropped – merged". */
function saysOneOf(words: ReadonlySet<string>, cell: string): boolean {
  if (cell === '') return false;
  if (words.has(normaliseWord(cell))) return true;
  const [first = '', ...more] = cell.split(/[(,;:]|\s[-–—]\s/);
  return more.length > 0 && words.has(normaliseWord(first));
}

/** What a cell of a row says against its being decided, by the first rule that finds anything. */
function ruledOut(cells: readonly string[], rules: readonly AsideRule[], labels: readonly string[]) {
  for (const { id, columns, words } of rules) {
    const column = columns.find((index) => saysOneOf(words, cells[index] ?? ''));
    if (column !== undefined) {
      return { why: id, because: { header: labels[column] ?? '', word: (cells[column] ?? '').trim() } };
    }
  }
  return undefined;
}

/** What tells rows of other kinds from interfaces. */
interface Signs {
  header: Header;
  totals: ReadonlySet<string>;
  measures: { width: number; usual: number; names: number };
  hiddenRows: ReadonlySet<number> | undefined;
  /** Whether the row is a title that says a direction. */
  isDirection: boolean;
}

/** What a row is by its shape, if it is no interface. */
function shapeOf(
  { cells, number }: NumberedRow,
  next: NumberedRow | undefined,
  { header, totals, measures, hiddenRows, isDirection }: Signs,
): (typeof shapes)[number] | undefined {
  if (header.rows > 0 && repeatsHeader(cells, header.labels)) return 'repeated-header';
  if (isTotal(cells, totals)) return 'total';
  if (isRule(cells)) return 'rule';
  if (isSection(cells, next?.cells, measures, isDirection)) return 'section';
  return hiddenRows?.has(number) ? 'hidden' : undefined;
}

/**
 * Divides the rows below a header into interfaces and rows that are left out: repeated headers, titles of sections,
 * totals, rows that the spreadsheet hides, and what its own columns say is no interface to decide.
 *
 * @param names index of the column that holds the names of interfaces; -1 where none does
 */
export function divideRows(table: Table, header: Header, names: number, vocabulary: Vocabulary): DividedRows {
  const { rows, numbers, hiddenRows } = table;
  const body = rows.flatMap((cells, index): NumberedRow[] =>
    index >= header.first + header.rows && !isBlankRow(cells) ? [{ number: numbers[index] ?? index + 1, cells }] : [],
  );
  const rules = rulesFor(header, body, vocabulary);
  const totals = new Set(vocabulary.setAside.totals.map(normaliseWord));
  const measures = { width: lastFilled(header.labels) + 1, usual: usualFill(body), names };
  const interfaces: NumberedRow[] = [];
  const aside: AsideRow[] = [];
  const titleIn = titleReaderOf(vocabulary);
  let section: SectionTitle | undefined;
  body.forEach((row, index) => {
    const title = titleIn(row.cells);
    const signs = { header, totals, measures, hiddenRows, isDirection: title?.direction !== undefined };
    const shape = shapeOf(row, body[index + 1], signs);
    if (shape === 'section') section = title;
    const out = shape ? { why: shape } : ruledOut(row.cells, rules, header.labels);
    if (out) aside.push({ ...row, ...out });
    else interfaces.push(section ? { ...row, section } : row);
  });
  return { interfaces, aside };
}

/** How rows of each kind that is left out are spoken of, in words that go on from "rows that". */
export const asideTexts = ({ setAside }: Pick<Vocabulary, 'setAside'>): ReadonlyMap<WhyAside, string> =>
  new Map<WhyAside, string>([
    ...Object.entries(setAside.shapes),
    ...setAside.rules.map(({ id, text }): [WhyAside, string] => [id, text]),
  ]);

/** The rows to be read: the interfaces, and those left out that a person takes in, in the order of the sheet. */
export function rowsToRead({ interfaces, aside }: DividedRows, takenIn: readonly WhyAside[]): readonly NumberedRow[] {
  const taken = aside.filter(({ why }) => takenIn.includes(why));
  return taken.length === 0 ? interfaces : [...interfaces, ...taken].toSorted((a, b) => a.number - b.number);
}
