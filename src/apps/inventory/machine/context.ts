import type { Blank } from '#apps/inventory/deciding/blanks.ts';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { Holding } from '#apps/inventory/keeping/kept-head.ts';
import type { Missing } from '#apps/inventory/keeping/store.ts';
import type { Column, ColumnMeaning } from '#apps/inventory/reading/columns.ts';
import type { HeaderChoice } from '#apps/inventory/reading/header.ts';
import type { Mapping, OpenedFile, Preview, Source } from '#apps/inventory/reading/import-session.ts';
import type { PlacedFault } from '#apps/inventory/reading/read-sheet-row.ts';
import type { WhyAside } from '#apps/inventory/reading/rows-aside.ts';
import type { Corrections } from '#apps/inventory/reading/vocabulary.ts';
import { type History, startHistory } from './history.ts';
import { emptyInventory, type Inventory, type Shared } from './inventory.ts';
import type { Services } from './services.ts';

/** All that the machine holds beside the states that it is in. */
export interface InventoryContext {
  services: Services;
  history: History;
  corrections: Corrections;
  /** The spreadsheet being read in, from its choice to its confirmation. */
  source: Source | undefined;
  opened: OpenedFile | undefined;
  mapping: Mapping | undefined;
  preview: Preview | undefined;
  /** Cells of the last spreadsheet that could not be read. */
  faults: readonly PlacedFault[];
  /** Why the last spreadsheet could not be read. */
  failure: string;
  /** What to do once more where the program was at fault and not the spreadsheet. */
  again: InventoryEvent | undefined;
  outcomes: ReadonlyMap<number, Outcome>;
  programme: Programme | undefined;
  blanks: readonly Blank[] | undefined;
  /** Uncertain rows that were looked at for blanks worth filling. */
  looked: number;
  /** The part of the rows that is decided, from 0 to 1. */
  decided: number;
  /** The inventory as it was last kept. */
  kept: Inventory | undefined;
  /** The revision that the inventory here follows; 0 where none was read or written. */
  revision: number;
  /** What is kept instead, where somebody else wrote it and nobody has said yet which one counts. */
  theirs: Holding | undefined;
  /** What could not be read of what is kept, until a person says that the rest counts. */
  missing: Missing | undefined;
}

/** What an action or a guard is given of the machine. */
export interface Current {
  context: InventoryContext;
}

/** The parts of the context that something changes. */
export type ContextUpdate = Partial<InventoryContext>;

/** What can happen: what a person does, what the worker and the store answer, and what other tabs say. */
export type InventoryEvent =
  | { type: 'source.chosen'; source: Source }
  | { type: 'sample.requested'; source: Source }
  | { type: 'sheet.chosen'; sheet: number }
  | { type: 'sheets.joined'; together: readonly number[] }
  | { type: 'header.chosen'; choice: HeaderChoice }
  | { type: 'own.named'; name: string }
  | { type: 'aside.chosen'; why: WhyAside; isTaken: boolean }
  | { type: 'column.chosen'; index: number; column: ColumnMeaning }
  | { type: 'word.corrected'; column: Column; word: string; value: string }
  | { type: 'mapping.confirmed'; isAdding: boolean }
  | { type: 'reading.cancelled' }
  | { type: 'mapping.cancelled' }
  | { type: 'deciding.cancelled' }
  | { type: 'deciding.resumed' }
  | { type: 'export.cancelled' }
  | { type: 'cell.edited'; key: number; column: Column; text: string; done: string }
  | { type: 'extra.edited'; key: number; index: number; text: string; done: string }
  | { type: 'column.added'; header: string }
  | { type: 'wave.taken'; header: string; texts: ReadonlyMap<number, string> }
  | { type: 'log.taken'; inventory: Inventory }
  | { type: 'project.opened'; inventory: Inventory }
  | { type: 'row.added' }
  | { type: 'row.removed'; key: number; done: string }
  | { type: 'shared.changed'; shared: Shared; done: string }
  | { type: 'undo.requested' }
  | { type: 'redo.requested' }
  | { type: 'inventory.cleared' }
  | { type: 'inventory.changed' }
  | { type: 'outcomes.arrived'; outcomes: readonly (readonly [number, Outcome])[]; done: number }
  | { type: 'programme.arrived'; programme: Programme }
  | { type: 'blanks.arrived'; blanks: readonly Blank[]; looked: number }
  | { type: 'deciding.ended' }
  | { type: 'deciding.failed'; message: string }
  | { type: 'other.saved'; revision: number }
  | { type: 'store.halted' }
  | { type: 'store.unread' }
  | { type: 'theirs.taken' }
  | { type: 'mine.kept' };

/** Nothing is being read in. */
export const noSource = { source: undefined, opened: undefined, mapping: undefined, preview: undefined };

/** An inventory without a row, and all that came of the one before forgotten. */
export const nothingOpen: ContextUpdate = {
  history: startHistory(emptyInventory),
  outcomes: new Map(),
  programme: undefined,
  blanks: undefined,
  decided: 0,
  kept: undefined,
  revision: 0,
  theirs: undefined,
  missing: undefined,
  faults: [],
  failure: '',
  again: undefined,
};

/** The inventory that is open: the last step of its history. */
export const present = ({ history }: InventoryContext): Inventory => history.present.inventory;
