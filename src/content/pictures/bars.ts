import { amountOf, clockDays, clockHours, columnAt, PictureFault, type Row, type TableText } from './table-text.ts';

/** What the author says about a picture of bars; columns are named by their headings. */
export interface BarsAttributes {
  /** Column of the lengths. */
  length: string;
  /** Column of the starts, as numbers or as times of a weekend (`Sat 08:30`). */
  start?: string | undefined;
  /** Whether each bar begins where the one before has ended; without this and `start`, all begin at zero. */
  sequence?: boolean | undefined;
  /** Column of the names; the first unless said. */
  name?: string | undefined;
  /** Column of what stands in small type with the name, such as an owner. */
  note?: string | undefined;
  /** A line that no bar should cross, in the unit of the lengths. */
  limit?: string | undefined;
}

export interface Bar {
  name: string;
  note: string;
  /** The length as the author wrote it, up to the first remark behind a comma; empty for a moment. */
  text: string;
  start: number;
  /** What is certain of a range, and all of it; both 0 for a moment. */
  least: number;
  most: number;
}

/** Bars with the scale they stand on. */
export interface BarChart {
  bars: Bar[];
  /** The ends of the scale, in the unit of the lengths. */
  from: number;
  to: number;
  ticks: { at: number; text: string }[];
  limit: number | undefined;
}

const MOST_TICKS = 5;
const HOURS_A_DAY = 24;
const HOURS_A_SHIFT = 6;

/** The smallest of 1, 2, 5, 10, 20, … that divides a span into few steps. */
function tickStep(span: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(span / MOST_TICKS));
  return [1, 2, 5, 10].map((step) => step * magnitude).find((step) => span / step <= MOST_TICKS) ?? span;
}

/** `Sat` at midnight, and `Sat 06:00` at other hours. */
const clockText = (hours: number): string => {
  const day = clockDays[Math.floor(hours / HOURS_A_DAY) % clockDays.length] ?? '';
  const hour = hours % HOURS_A_DAY;
  return hour === 0 ? day : `${day} ${String(hour).padStart(2, '0')}:00`;
};

function ticksOf(from: number, to: number, isClock: boolean): BarChart['ticks'] {
  const clockStep = to - from > HOURS_A_DAY ? HOURS_A_DAY : HOURS_A_SHIFT;
  const step = isClock ? clockStep : tickStep(to - from);
  const ticks: BarChart['ticks'] = [];
  for (let index = Math.ceil(from / step); index * step <= to; index += 1) {
    const at = Number((index * step).toPrecision(12));
    ticks.push({ at, text: isClock ? clockText(at) : at.toLocaleString('en', { notation: 'compact' }) });
  }
  return ticks;
}

/** Where a bar begins by its own cell. */
function ownStart(cell: string): number {
  const start = clockHours(cell) ?? amountOf(cell)?.least;
  if (start === undefined) throw new PictureFault('has a row without a start');
  return start;
}

/**
 * Draws no conclusion that the table does not hold: totals are left out, a range keeps its two ends, and a row without a
 * length is a moment where starts are given, and nothing where they are not.
 *
 * @throws {PictureFault} when a column does not exist, a cell is no number, or nothing is left to draw
 */
export function barsOf(table: TableText, { length, start, sequence, name, note, limit }: BarsAttributes): BarChart {
  const at = {
    length: columnAt(table, length),
    start: start === undefined ? undefined : columnAt(table, start),
    name: name === undefined ? 0 : columnAt(table, name),
    note: note === undefined ? undefined : columnAt(table, note),
  };
  const cell = ({ cells }: Row, column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''));
  let next = 0;
  const bars = table.rows.flatMap((row): Bar[] => {
    const text = cell(row, at.length);
    const amount = amountOf(text);
    if (amount ? row.standsOut : at.start === undefined) return [];
    const { least, most } = amount ?? { least: 0, most: 0 };
    const begins = at.start === undefined ? next : ownStart(cell(row, at.start));
    if (sequence) next = begins + most;
    return [
      {
        name: cell(row, at.name),
        note: cell(row, at.note),
        text: text.replace(/, .*/, ''),
        start: begins,
        least,
        most,
      },
    ];
  });
  if (!bars.some(({ most }) => most > 0)) throw new PictureFault('has no row with a length above zero');
  const isClock = table.rows.some((row) => clockHours(cell(row, at.start)) !== undefined);
  const limitAt = limit === undefined ? undefined : amountOf(limit)?.least;
  const ends = bars.map((bar) => bar.start + bar.most);
  const from = isClock ? Math.min(...bars.map((bar) => bar.start)) : 0;
  const to = Math.max(...ends, limitAt ?? 0);
  return { bars, from, to, ticks: ticksOf(from, to, isClock), limit: limitAt };
}
