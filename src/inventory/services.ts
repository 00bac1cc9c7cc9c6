import type { Inventory, InventoryRow } from './inventory.ts';
import type { Part } from './protocol.ts';
import type { Store } from './store.ts';
import type { WorkerClient } from './worker-client.ts';

/** What the machine reaches the world through; tests give it another world. */
export interface Services {
  worker: Pick<WorkerClient, 'ask'>;
  decisions: DecisionFeed;
  store: Store;
  /** Tells other tabs that this one has saved or cleared. */
  announce: (revision: number) => void;
  /** Ends what the worker is doing; it forgets everything. */
  stop: () => void;
}

/** Sends the worker what changed since it was last told, and nothing else. */
export interface DecisionFeed {
  update(inventory: Inventory, onPart: (part: Part) => void): Promise<unknown>;
  /** The worker has forgotten everything. */
  forget(): void;
}

export function decisionFeed(worker: Pick<WorkerClient, 'ask'>): DecisionFeed {
  let told = new Map<number, InventoryRow>();
  return {
    update({ rows, shared }, onPart) {
      const changed = rows.filter((row) => told.get(row.key) !== row);
      told = new Map(rows.map((row) => [row.key, row]));
      return worker.ask('update', { changed, keys: rows.map(({ key }) => key), shared }, onPart);
    },
    forget() {
      told = new Map();
    },
  };
}

/** Outcomes with newer ones put over them. */
export const withOutcomes = <Outcome>(
  before: ReadonlyMap<number, Outcome>,
  newer: readonly (readonly [number, Outcome])[],
): ReadonlyMap<number, Outcome> => new Map([...before, ...newer]);
