import type { Store } from '#apps/inventory/keeping/store.ts';
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
  /** The worker made these rows, and has them already. */
  markSent(rows: readonly InventoryRow[]): void;
  /** The worker has forgotten everything. */
  forget(): void;
}

/** Rows in one message: what the page packs in a few milliseconds. */
const PART = 500;

/** Keeps count of the rows that a worker has, and sends it the others in messages of at most 500. */
export function decisionFeed(worker: Pick<WorkerClient, 'ask'>): DecisionFeed {
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

  return {
    update,
    async write(kind, inventory, onPart) {
      // A worker that was stopped or lost has no rows, and would write an empty file.
      if (unsent(inventory.rows).length > 0) await update(inventory, () => undefined);
      const { title, extraHeaders } = inventory;
      return worker.ask('export', { kind, inventory: { title, extraHeaders } }, onPart);
    },
    markSent(rows) {
      sentRows = new Map([...sentRows, ...rows.map((row): [number, InventoryRow] => [row.key, row])]);
    },
    forget() {
      sentRows = new Map();
    },
  };
}
