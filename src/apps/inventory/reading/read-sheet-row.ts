import type { CellFault } from '#apps/inventory/machine/inventory.ts';
import { unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import type { ColumnHints, Flag } from './column-hints.ts';
import { type Column, type EndColumn, isEndColumn, isField, isOwnColumn, isTableColumn } from './columns.ts';
import { type Direction, type Ends, endsIn, endsInName, endsOf, isSystemName, type OwnSystem, wayIn } from './ends.ts';
import type { HeaderMatch } from './match-headers.ts';
import { isBlankWord, isUnread, type Reader, type Reading, readValue } from './read-value.ts';
import type { NumberedRow } from './rows-aside.ts';
import type { SectionTitle } from './section-title.ts';
import { isBlankText } from './table.ts';
import { wordKey } from './vocabulary.ts';

/** A cell that could not be read, where it stands in the spreadsheet. */
export interface PlacedFault extends CellFault {
  /** The number of the row as the spreadsheet shows it. */
  row: number;
  header: string;
  /** The sheet that it stands in, where several are read together. */
  sheet?: string;
}

/** A word of a row, and what it was taken for. */
export interface FieldWord {
  column: Column;
  word: string;
  reading: Reading;
}

/** A row of a spreadsheet as the inventory takes it. */
export interface ReadSheetRow {
  cells: Partial<Record<Column, string>>;
  /** What the spreadsheet says where a cell was put into other words; missing where none was. */
  written?: Partial<Record<Column, string>>;
  faults: PlacedFault[];
  /** What stands in columns of the profile, or follows from a name, with what it was taken for. */
  words: FieldWord[];
}

/** What a row is read with besides the words of its columns. */
export interface SheetMeanings {
  matches: readonly HeaderMatch[];
  /** What the list calls F&O, where a person has said it. */
  ownName?: string | undefined;
}

const ENDS_ALLOWED = 'one end that is F&O; say what F&O is called in this list';

/** A table has few different words under each header, so each is read once. */
function cachedReader(reader: Reader): (column: Column, text: string, header: string) => Reading {
  const known = new Map<string, Reading>();
  return (column, text, header) => {
    if (isOwnColumn(column)) return readValue(column, text, reader);
    const key = `${column}\n${header}\n${text}`;
    const before = known.get(key);
    if (before) return before;
    const reading = readValue(column, text, reader, header);
    if (known.size < 50_000) known.set(key, reading);
    return reading;
  };
}

const isCorrected = (column: 'direction' | 'counterpart', word: string, { corrections }: Reader): boolean =>
  Object.hasOwn(corrections.values[column] ?? {}, wordKey(word));

const isBareNumber = (text: string): boolean => /^[\d.,'’\s]+$/.test(text);

/** What one row says, as it is put together. */
interface RowInProgress extends ReadSheetRow {
  number: number;
  sheetCells: readonly string[];
  /** What the two ends say, where the list names both. */
  ends: Ends | undefined;
  /** Whether the direction is a word that says no end, beside which a tick for both ways counts. */
  isBareDirection?: boolean;
}

class RowReader {
  readonly #matches: readonly HeaderMatch[];
  readonly #reader: Reader;
  readonly #read: ReturnType<typeof cachedReader>;
  readonly #own: OwnSystem | undefined;
  readonly #hasEnds: boolean;
  readonly #hints: ColumnHints;

  constructor({ matches, ownName }: SheetMeanings, reader: Reader) {
    this.#matches = matches;
    this.#reader = reader;
    this.#read = cachedReader(reader);
    this.#own = reader.language && { lexicon: reader.language.lexicon, name: ownName };
    this.#hasEnds = matches.some(({ column }) => isEndColumn(column));
    this.#hints = reader.hintsIn(matches);
  }

  read({ number, cells: sheetCells, section }: NumberedRow): ReadSheetRow {
    const row: RowInProgress = {
      cells: {},
      faults: [],
      words: [],
      number,
      sheetCells,
      ends: this.#hasEnds ? this.#endsOf(sheetCells) : undefined,
    };
    this.#matches.forEach((match, index) => {
      if (isTableColumn(match.column)) this.#put(row, match.header, match.column, index);
    });
    this.#putTicked(row);
    this.#putEnds(row);
    if (!this.#hasEnds) this.#putEndsOfName(row);
    if (section) this.#putSection(row, section);
    this.#putCounterpart(row);
    const { cells, written, faults, words } = row;
    return { cells, ...(written && { written }), faults, words };
  }

  #put(row: RowInProgress, header: string, column: Column, index: number): void {
    const text = unsafeCell(row.sheetCells[index] ?? '');
    const direction = column === 'direction' ? this.#direction(row, text) : undefined;
    const word = direction ? text.trim() : this.#withUnit(row, text, column, index);
    const reading = direction ?? this.#read(column, word, header);
    if (reading.text !== '') row.cells[column] = reading.text;
    if (column === 'direction') row.isBareDirection = direction === undefined;
    const written = text.trim();
    if (written !== reading.text && written !== '') {
      row.written ??= {};
      row.written[column] = written;
    }
    if (isField(column) && word !== '') row.words.push({ column, word, reading });
    if (isUnread(reading)) this.#report(row, column, header, reading);
  }

  #report({ faults, number }: RowInProgress, column: Column, header: string, reading: Reading): void {
    if (isUnread(reading)) {
      faults.push({ row: number, column, header, found: reading.text.slice(0, 80), allowed: reading.allowed });
    }
  }

  /** An amount together with the time that the column beside it names: `90000` and `per month`. */
  #withUnit({ sheetCells }: RowInProgress, text: string, column: Column, index: number): string {
    const word = text.trim();
    const at = this.#hints.units.get(index);
    const unit = at === undefined ? '' : unsafeCell(sheetCells[at] ?? '').trim();
    if (isBlankWord(unit) || !isBareNumber(word)) return word;
    const said = `${word} ${unit}`;
    return isUnread(this.#read(column, said, '')) ? `${word} per ${unit}` : said;
  }

  /** A direction that is more than a word: one that names its ends, an arrow between them, or one that they say better. */
  #direction(row: RowInProgress, text: string): Reading | undefined {
    if (!this.#own || text.trim() === '' || isCorrected('direction', text, this.#reader)) return undefined;
    const between = this.#hasEnds ? this.#directionBetween(row, text) : undefined;
    if (between) return { text: between, certainty: 'synonym' };
    const ends = endsIn(text, this.#own);
    if (ends?.direction) {
      if (ends.system !== undefined) row.cells.system ??= ends.system;
      return { text: ends.direction, certainty: 'synonym' };
    }
    const said = row.ends?.direction;
    if (said === undefined || isBlankWord(text)) return undefined;
    const own = this.#read('direction', text, '');
    if (isUnread(own)) return { text: said, certainty: 'synonym' };
    // "Outbound" of a list of the other side's; both ends are named, so there is no doubt which way it is seen from here.
    const isOther = own.text !== 'bidirectional' && own.text !== '' && own.text !== said;
    return isOther ? { text: said, certainty: 'guess' } : undefined;
  }

  /** Which way an arrow between the ends of the row points, seen from F&O. */
  #directionBetween({ sheetCells }: RowInProgress, text: string): Direction | undefined {
    const way = wayIn(text);
    if (way === undefined || way === 'both' || !this.#own) return way === 'both' ? 'bidirectional' : undefined;
    const [source, target] = [this.#end('source', sheetCells), this.#end('target', sheetCells)];
    return (way === 'forth' ? endsOf(source, target, this.#own) : endsOf(target, source, this.#own)).direction;
  }

  #end(column: EndColumn, cells: readonly string[]): string {
    const index = this.#matches.findIndex((match) => match.column === column);
    const text = unsafeCell(cells[index] ?? '').trim();
    return isBlankText(text) ? '' : text;
  }

  /** What two columns of ends say; ends without a direction of their own only which system it is. */
  #endsOf(cells: readonly string[]): Ends | undefined {
    const [source, target] = [this.#end('source', cells), this.#end('target', cells)];
    if (!this.#own || (source === '' && target === '')) return undefined;
    const { system, direction } = endsOf(source, target, this.#own);
    return {
      ...(system !== undefined && { system }),
      ...(direction && this.#hints.isDirected && { direction }),
    };
  }

  /** The other system and the direction, from the columns that say what an interface is between. */
  #putEnds(row: RowInProgress): void {
    if (!row.ends) return;
    const { system, direction } = row.ends;
    if (system !== undefined) row.cells.system ??= system;
    if (row.cells.direction !== undefined) return;
    const isAsked = system !== undefined && !this.#hints.isDirected;
    if (isAsked) return;
    const word = `${this.#end('source', row.sheetCells)} → ${this.#end('target', row.sheetCells)}`;
    const reading: Reading = direction
      ? { text: direction, certainty: 'synonym' }
      : { text: word, allowed: ENDS_ALLOWED };
    row.cells.direction = reading.text;
    row.words.push({ column: 'direction', word, reading });
    this.#report(row, 'direction', 'source, target', reading);
  }

  /** Both ends, where the name of the interface says them and no column does. */
  #putEndsOfName(row: RowInProgress): void {
    const { name, direction, system } = row.cells;
    if (!name || !this.#own || (direction !== undefined && system !== undefined)) return;
    const ends = endsInName(name, this.#own);
    if (!ends?.direction) return;
    if (ends.system !== undefined) row.cells.system ??= ends.system;
    if (direction !== undefined) return;
    row.cells.direction = ends.direction;
    row.words.push({ column: 'direction', word: name, reading: { text: ends.direction, certainty: 'guess' } });
  }

  /** What the title above says of the interfaces below it, where no cell does. */
  #putSection({ cells, words }: RowInProgress, { text, direction }: SectionTitle): void {
    if (direction !== undefined && cells.direction === undefined) {
      cells.direction = direction;
      words.push({ column: 'direction', word: text, reading: { text: direction, certainty: 'guess' } });
    }
    if (cells.system === undefined && this.#own && isSystemName(text, this.#own)) cells.system = text;
  }

  /** Answers that are ticked in columns of their own, where no other column gives them. */
  #putTicked(row: RowInProgress): void {
    const { flags, isTick } = this.#hints;
    const ticked = flags.filter(({ index }) => isTick(row.sheetCells[index] ?? ''));
    for (const [field, own] of Map.groupBy(ticked, (flag) => flag.field)) {
      const reading = tickedReading(own);
      const isBoth = reading.text === 'bidirectional' && row.isBareDirection === true;
      if (row.cells[field] !== undefined && !isBoth) continue;
      row.cells[field] = reading.text;
      row.words.push({ column: field, word: own.map(({ header }) => header).join(', '), reading });
      this.#report(row, field, own.map(({ header }) => header).join(', '), reading);
    }
  }

  /** The kind of the other end, from its name, where no cell says it. */
  #putCounterpart(row: ReadSheetRow): void {
    const { system, counterpart } = row.cells;
    const { language } = this.#reader;
    if (!system || counterpart !== undefined || !language) return;
    const corrected = isCorrected('counterpart', system, this.#reader);
    const value = corrected
      ? this.#reader.corrections.values.counterpart?.[wordKey(system)]
      : language.about('counterpart', system)?.value;
    if (value === undefined) return;
    if (value !== '') row.cells.counterpart = value;
    row.words.push({
      column: 'counterpart',
      word: system,
      reading: { text: value, certainty: corrected ? 'synonym' : 'guess' },
    });
  }
}

/** One answer that is ticked, or both ways of data; more than one otherwise is none. */
function tickedReading(flags: readonly Flag[]): Reading {
  const values = [...new Set(flags.map(({ value }) => value))];
  const [only = '', ...others] = values;
  if (others.length === 0) return { text: only, certainty: 'guess' };
  if (flags[0]?.field === 'direction') return { text: 'bidirectional', certainty: 'guess' };
  return { text: flags.map(({ header }) => header).join(', '), allowed: 'one of these columns ticked' };
}

/** Reads rows of a sheet, one after the other, by what its columns mean. */
export function sheetRowReader(meanings: SheetMeanings, reader: Reader): (row: NumberedRow) => ReadSheetRow {
  const rows = new RowReader(meanings, reader);
  return (row) => rows.read(row);
}
