import { type Column, type ColumnMeaning, isOwnColumn } from '#apps/inventory/reading/columns.ts';
import { hoursAllowed, readHours } from '#apps/inventory/reading/read-hours.ts';
import { MAX_TEXT } from '#apps/inventory/reading/read-value.ts';
import type { WhyAside } from '#apps/inventory/reading/rows-aside.ts';
import { allowedForError } from '#apps/inventory/reading/unread-cell.ts';
import { type Fault as ProfileFault, parseProfile } from '#core/advisor/parse-profile.ts';
import type { Profile } from '#core/advisor/profile.ts';

/**
 * One interface as it stands in the table. A cell holds the profile's own word, or what somebody wrote that says
 * nothing to us: it is shown, reported and written out again, and counts as not known.
 */
export interface InventoryRow {
  /** Stays with the row for as long as it exists; never used twice. */
  key: number;
  cells: Readonly<Partial<Record<Column, string>>>;
  /** Cells of the columns that say nothing to the advisor, in the order of `Inventory.extraHeaders`. */
  extras: readonly string[];
  /** What the spreadsheet said where a cell was put into other words; gone once somebody edits the cell. */
  written?: Readonly<Partial<Record<Column, string>>>;
  /** Columns whose reading is a guess that nobody has confirmed. */
  guessed?: readonly Column[];
}

/** A column of the spreadsheet that an inventory was read from. */
export interface LayoutColumn {
  header: string;
  meaning: ColumnMeaning;
  /** Index in `Inventory.extraHeaders`, where the column is none of ours. */
  extra?: number;
}

/** A row of the spreadsheet that is no interface to decide. */
export interface LeftOutRow {
  /** The number of the row as the spreadsheet shows it. */
  number: number;
  why: WhyAside;
  text: string;
}

/** What is said once for the whole programme and fills the blanks of every row. */
export interface Shared {
  /** Whether blanks of `systems` are filled with the number of different systems named in the table. */
  countSystems: boolean;
  answers: Readonly<Pick<Profile, 'systems' | 'deployment' | 'ownership'>>;
}

/** A programme of interfaces as it stands in the table. */
export interface Inventory {
  title: string;
  /** `sample`: the invented programme that this page brings along, whatever it is called. */
  origin?: 'sample';
  extraHeaders: readonly string[];
  rows: readonly InventoryRow[];
  shared: Shared;
  /** The columns of the spreadsheet in their order; missing where the rows were typed. */
  layout?: readonly LayoutColumn[];
  /** Rows of the spreadsheet that were left out: the first of them, as many as are worth keeping. */
  leftOut?: readonly LeftOutRow[];
}

/** An inventory without a row, as the page begins. */
export const emptyInventory: Inventory = {
  title: 'Programme',
  extraHeaders: [],
  rows: [],
  shared: { countSystems: true, answers: {} },
};

/** A cell that could not be read. */
export interface CellFault {
  column: Column;
  found: string;
  allowed: string;
}

/** What a row says in the words of the profile, and which of its cells say nothing to us. */
export interface ReadRow {
  profile: Profile;
  faults: readonly CellFault[];
}

const NONE = 'none';

function ownFaults(cells: InventoryRow['cells']): CellFault[] {
  return Object.entries(cells).flatMap(([name, text = '']): CellFault[] => {
    const column = name as Column;
    if (!isOwnColumn(column) || text === '') return [];
    const error = allowedForError(text);
    if (error !== undefined) return [{ column, found: text.slice(0, 80), allowed: error }];
    if (text.length > MAX_TEXT) {
      return [{ column, found: `${text.slice(0, 80)}…`, allowed: `at most ${MAX_TEXT} characters` }];
    }
    return column === 'window' && !readHours(text) ? [{ column, found: text, allowed: hoursAllowed }] : [];
  });
}

/** Rows never change, and are asked for this many times while a programme is added up. */
const readRows = new WeakMap<InventoryRow, ReadRow>();

/** The profile that a row's cells amount to, without what is shared. */
export function readRow(row: InventoryRow): ReadRow {
  const known = readRows.get(row) ?? readCells(row);
  readRows.set(row, known);
  return known;
}

function readCells({ cells }: InventoryRow): ReadRow {
  const { id, name, system, window, ...fields } = cells;
  const raw = fields.guarantees?.toLowerCase() === NONE ? { ...fields, guarantees: [] } : fields;
  const { profile, faults } = parseProfile(raw);
  return {
    profile,
    faults: [...ownFaults(cells), ...faults.map((fault: ProfileFault) => ({ ...fault, column: fault.field }))],
  };
}

/**
 * The profile that a row is decided by: what it says itself, and its blanks filled by what is said once for all. A cell
 * that could not be read counts as a blank.
 *
 * @param shared of the inventory, by `sharedAnswers`
 */
export const profileOf = (row: InventoryRow, shared: Profile): Profile => ({ ...shared, ...readRow(row).profile });

/** Titles stand in headings and lists; a longer one shows that it goes on. */
const MAX_TITLE = 200;

const titleText = (text = ''): string => (text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE)}…` : text);

/**
 * What a row is called: its name, else its own number, else where it stands in the table.
 *
 * @param index of the row in the table; shown from 1
 */
export const rowTitle = ({ cells }: InventoryRow, index: number): string =>
  titleText(cells.name) || titleText(cells.id) || `Row ${index + 1}`;

/** Systems are told apart without regard to case and spaces. */
const systemKey = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Asked for with every change that is drawn, so kept for as long as the rows are the same. */
const systemsByRows = new WeakMap<readonly InventoryRow[], readonly string[]>();

/** The different systems named in the table, each as it is spelt first. */
export function systemsOf(rows: readonly InventoryRow[]): readonly string[] {
  const known = systemsByRows.get(rows);
  if (known) return known;
  const names = new Map<string, string>();
  for (const { cells } of rows) {
    const name = cells.system?.trim();
    if (name && allowedForError(name) === undefined && !names.has(systemKey(name))) names.set(systemKey(name), name);
  }
  const systems = [...names.values()];
  systemsByRows.set(rows, systems);
  return systems;
}

/** Whether two names mean the same system, without regard to case and spaces; `false` where one is missing. */
export const isSameSystem = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && systemKey(a) === systemKey(b);

/** Answers that fill the blanks of every row: those given for the programme, and the counted number of systems. */
export function sharedAnswers({ shared, rows }: Pick<Inventory, 'shared' | 'rows'>): Profile {
  const counted = shared.countSystems ? systemsOf(rows).length : 0;
  return { ...(counted > 0 && { systems: counted }), ...shared.answers };
}
