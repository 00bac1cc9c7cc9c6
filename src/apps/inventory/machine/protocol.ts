import type { Blank } from '#apps/inventory/deciding/blanks.ts';
import type { Comparison } from '#apps/inventory/deciding/compare.ts';
import type { Ended, Outcomes, Update } from '#apps/inventory/deciding/decision-session.ts';
import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { DrawnLandscape } from '#apps/inventory/landscape/diagram-files.ts';
import type { LandscapeFilter } from '#apps/inventory/landscape/landscape.ts';
import type { HeaderChoice } from '#apps/inventory/reading/header.ts';
import type { Mapping, OpenedFile, Preview, SheetSummary, Source } from '#apps/inventory/reading/import-session.ts';
import type { Interpretation } from '#apps/inventory/reading/interpret.ts';
import type { Corrections, Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import type { Exported, ExportKind } from '#apps/inventory/writing/export-files.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { LanguageTables } from '#core/language/tables.ts';
import type { Inventory, InventoryRow, Shared } from './inventory.ts';

/** What the worker is given before anything else. */
export interface Setup {
  book: RuleBook;
  vocabulary: Vocabulary;
  /** The tables by which texts of other people are understood. */
  language: LanguageTables;
}

/** What can be asked of the worker, and what it answers. */
export interface Requests {
  setUp: { given: Setup; answer: undefined };
  open: { given: { source: Source; corrections: Corrections }; answer: OpenedFile };
  /** Looks at a sheet again, with another row for its header. */
  chooseHeader: { given: { sheet: number; choice: HeaderChoice; corrections: Corrections }; answer: SheetSummary };
  preview: { given: Mapping; answer: Preview };
  /** The rows come in parts, because one large answer would keep the page from moving; the answer has none. */
  take: { given: { mapping: Mapping; firstKey: number }; answer: Interpretation };
  putRows: { given: readonly InventoryRow[]; answer: undefined };
  update: { given: Update; answer: Ended };
  export: { given: { kind: ExportKind; inventory: Omit<Inventory, 'rows'> }; answer: Exported };
  /** Reads another version of the list, decides it and holds it against the interfaces that the worker has. */
  compare: {
    given: { source: Source; corrections: Corrections; shared: Shared };
    answer: { comparison: Comparison; title: string };
  };
  /** The inventory of a project file; its rows come in parts. */
  openProject: { given: Source; answer: Inventory };
  /** A picture of the interfaces that the worker has. */
  draw: { given: LandscapeFilter; answer: DrawnLandscape };
}

/** What the worker can be asked to do. */
export type RequestName = keyof Requests;

/** Sent while a request is worked on. */
export type Part =
  | { of: 'outcomes'; outcomes: Outcomes; done: number }
  | { of: 'programme'; programme: Programme }
  | { of: 'blanks'; blanks: readonly Blank[]; looked: number }
  | { of: 'rows'; rows: readonly InventoryRow[] }
  /** A spreadsheet is still being read, and that goes on. */
  | { of: 'reading' }
  | { of: 'progress'; done: number };

/** A request to the worker, under a number by which its answer is known. */
export type ToWorker = {
  [Name in RequestName]: { id: number; name: Name; given: Requests[Name]['given'] };
}[RequestName];

/** A message of the worker about one request: a part of its work, its answer, or why it failed. */
export type FromWorker =
  | { id: number; type: 'part'; part: Part }
  | { id: number; type: 'answer'; answer: Requests[RequestName]['answer'] }
  /** `of`: what was given cannot be read, a part of the program did not come, or the program is at fault. */
  | { id: number; type: 'failure'; message: string; of: 'input' | 'part' | 'program' };
