import type { CellFault } from '#apps/inventory/machine/inventory.ts';
import { unsafeCell } from '#apps/inventory/writing/safe-cell.ts';
import { type Column, type EndColumn, isEndColumn, isField, isOwnColumn, isTableColumn } from './columns.ts';
import { endsIn, endsOf, type OwnSystem } from './ends.ts';
import type { HeaderMatch } from './match-headers.ts';
import { isUnread, type Reader, type Reading, readValue } from './read-value.ts';
import type { NumberedRow } from './rows-aside.ts';
import { isBlankText } from './table.ts';
import { wordKey } from './vocabulary.ts';

/** A cell that could not be read, where it stands in the spreadsheet. */
export interface PlacedFault extends CellFault {
  /** The number of the row as the spreadsheet shows it. */
  row: number;
  header: string;
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

class RowReader {
  readonly #matches: readonly HeaderMatch[];
  readonly #reader: Reader;
  readonly #read: ReturnType<typeof cachedReader>;
  readonly #own: OwnSystem | undefined;
  readonly #hasEnds: boolean;

  constructor({ matches, ownName }: SheetMeanings, reader: Reader) {
    this.#matches = matches;
    this.#reader = reader;
    this.#read = cachedReader(reader);
    this.#own = reader.language && { lexicon: reader.language.lexicon, name: ownName };
    this.#hasEnds = matches.some(({ column }) => isEndColumn(column));
  }

  read({ number, cells }: NumberedRow): ReadSheetRow {
    const row: ReadSheetRow = { cells: {}, faults: [], words: [] };
    this.#matches.forEach(({ header, column }, index) => {
      if (!isTableColumn(column)) return;
      this.#put(row, number, header, column, unsafeCell(cells[index] ?? ''));
    });
    if (this.#hasEnds) this.#putEnds(row, number, cells);
    this.#putCounterpart(row);
    return row;
  }

  #put(row: ReadSheetRow, number: number, header: string, column: Column, text: string): void {
    const reading = this.#direction(row, column, text) ?? this.#read(column, text, header);
    if (reading.text !== '') row.cells[column] = reading.text;
    const word = text.trim();
    if (word !== reading.text && word !== '') {
      row.written ??= {};
      row.written[column] = word;
    }
    if (isField(column) && word !== '') row.words.push({ column, word, reading });
    if (isUnread(reading)) {
      row.faults.push({ row: number, column, header, found: reading.text.slice(0, 80), allowed: reading.allowed });
    }
  }

  /** A direction that names its ends, which may name the other system as well. */
  #direction(row: ReadSheetRow, column: Column, text: string): Reading | undefined {
    if (column !== 'direction' || !this.#own || isCorrected('direction', text, this.#reader)) return undefined;
    const ends = endsIn(text, this.#own);
    if (!ends?.direction) return undefined;
    if (ends.system !== undefined) row.cells.system ??= ends.system;
    return { text: ends.direction, certainty: 'synonym' };
  }

  #end(column: EndColumn, cells: readonly string[]): string {
    const index = this.#matches.findIndex((match) => match.column === column);
    const text = unsafeCell(cells[index] ?? '').trim();
    return isBlankText(text) ? '' : text;
  }

  /** The other system and the direction, from the columns that say what an interface is between. */
  #putEnds(row: ReadSheetRow, number: number, cells: readonly string[]): void {
    const [source, target] = [this.#end('source', cells), this.#end('target', cells)];
    if (!this.#own || (source === '' && target === '')) return;
    const { system, direction } = endsOf(source, target, this.#own);
    if (system !== undefined) row.cells.system ??= system;
    if (row.cells.direction !== undefined) return;
    const word = `${source} → ${target}`;
    const reading: Reading = direction
      ? { text: direction, certainty: 'synonym' }
      : { text: word, allowed: ENDS_ALLOWED };
    row.cells.direction = reading.text;
    row.words.push({ column: 'direction', word, reading });
    if (isUnread(reading)) {
      row.faults.push({
        row: number,
        column: 'direction',
        header: 'source, target',
        found: word.slice(0, 80),
        allowed: ENDS_ALLOWED,
      });
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

/** Reads rows of a sheet, one after the other, by what its columns mean. */
export function sheetRowReader(meanings: SheetMeanings, reader: Reader): (row: NumberedRow) => ReadSheetRow {
  const rows = new RowReader(meanings, reader);
  return (row) => rows.read(row);
}
