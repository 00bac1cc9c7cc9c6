import type { Comparison } from '#apps/inventory/deciding/compare.ts';
import type { Store } from '#apps/inventory/keeping/store.ts';
import type { DrawnLandscape } from '#apps/inventory/landscape/diagram-files.ts';
import type { LandscapeFilter } from '#apps/inventory/landscape/landscape.ts';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { type Corrections, noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import type { Exported, ExportKind } from '#apps/inventory/writing/export-files.ts';
import type { Inventory, InventoryRow } from './inventory.ts';
import type { Part } from './protocol.ts';
import type { WorkerClient } from './worker-client.ts';

/** What the machine reaches the world through; tests give it another world. */
export interface Services {
  worker: Pick<WorkerClient, 'ask'>;
  decisions: DecisionFeed;
  store: Store;
  /** Forgets what was corrected in spreadsheets; `false` where the browser does not let it. */
  forgetCorrections: () => boolean;
  /** Sends other tabs the revision that this one has saved, or 0 when it has cleared. */
  announce: (revision: number) => void;
  /** Ends what the worker is doing; it forgets everything. */
  stop: () => void;
}

/** Sends the worker the rows that changed since the last update, and nothing else. */
export interface DecisionFeed {
  update(inventory: Inventory, onPart: (part: Part) => void): Promise<unknown>;
  /** Writes the inventory as it stands; rows that the worker does not have are sent and decided first. */
  write(kind: ExportKind, inventory: Inventory, onPart: (part: Part) => void): Promise<Exported>;
  /** Draws the landscape of the inventory as it stands; rows that the worker does not have are sent and decided first. */
  draw(inventory: Inventory, filter: LandscapeFilter): Promise<DrawnLandscape>;
  /** Holds the inventory against an older version of it, which is read and decided like this one. */
  compare(inventory: Inventory, source: Source): Promise<{ comparison: Comparison; title: string }>;
  /** Reads a project file. */
  openProject(source: Source): Promise<Inventory>;
  /** The worker made these rows, and has them already. */
  markSent(rows: readonly InventoryRow[]): void;
  /** The worker has forgotten everything. */
  forget(): void;
}

/** Rows in one message: what the page packs in a few milliseconds. */
const PART = 500;

/**
 * Keeps count of the rows that a worker has, and sends it the others in messages of at most 500.
 *
 * @param corrections what was corrected in spreadsheets so far
 */
export function decisionFeed(
  worker: Pick<WorkerClient, 'ask'>,
  corrections: () => Corrections = () => noCorrections,
): DecisionFeed {
  let sentRows = new Map<number, InventoryRow>();
  // One after the other, so that an update never overtakes the rows of an earlier one.
  let lastSending: Promise<unknown> = Promise.resolve();

  const unsent = (rows: readonly InventoryRow[]): InventoryRow[] => rows.filter((row) => sentRows.get(row.key) !== row);

  async function sendRows(rows: readonly InventoryRow[]): Promise<void> {
    const changed = unsent(rows);
    sentRows = new Map(rows.map((row) => [row.key, row]));
    for (let at = 0; at < changed.length; at += PART) await worker.ask('putRows', changed.slice(at, at + PART));
  }

  const update: DecisionFeed['update'] = ({ rows, shared }, onPart) => {
    const before = lastSending.catch(() => undefined);
    const sending = before.then(() => sendRows(rows));
    lastSending = sending;
    return sending.then(() => worker.ask('update', { keys: rows.map(({ key }) => key), shared }, onPart));
  };

  /** A worker that was stopped or lost has no rows, and would make something empty of them. */
  const catchUp = async (inventory: Inventory): Promise<void> => {
    if (unsent(inventory.rows).length > 0) await update(inventory, () => undefined);
  };

  return {
    update,
    async draw(inventory, filter) {
      await catchUp(inventory);
      return worker.ask('draw', filter);
    },
    async compare(inventory, source) {
      await catchUp(inventory);
      return worker.ask('compare', { source, corrections: corrections(), shared: inventory.shared });
    },
    async openProject(source) {
      const rows: InventoryRow[] = [];
      const inventory = await worker.ask('openProject', source, (part) => {
        if (part.of === 'rows') rows.push(...part.rows);
      });
      return { ...inventory, rows };
    },
    async write(kind, inventory, onPart) {
      await catchUp(inventory);
      const { rows: _rows, ...rest } = inventory;
      return worker.ask('export', { kind, inventory: rest }, onPart);
    },
    markSent(rows) {
      sentRows = new Map([...sentRows, ...rows.map((row): [number, InventoryRow] => [row.key, row])]);
    },
    forget() {
      sentRows = new Map();
    },
  };
}
