import { createStore, get, type UseStore, update } from 'idb-keyval';
import { applied, emptyLog, type Operation } from './operations.ts';
import { type NoLog, type ReadLog, readLog } from './read-log.ts';

/** The log as it is kept; or why it cannot be had. */
export type Kept = ReadLog | NoLog | 'denied';

/** What became of a step: done, or refused, and then nothing of it was written. */
export type Done = { result: 'done'; log: ReadLog } | { result: 'refused'; reason: 'full' | 'denied' | 'too-many' };

/** Where the log is kept: in this browser and nowhere else. */
export interface LogStore {
  read(): Promise<Kept>;
  /** Applies one step to what is kept at that moment, in one transaction. */
  apply(operation: Operation): Promise<Done>;
  /** What is kept, as it is, for somebody who wants to save what this page cannot read. */
  raw(): Promise<unknown>;
  /** Calls back when another tab has written; returns how to stop that. */
  watch(onChange: () => void): () => void;
}

const KEY = 'log';

/** Thrown within a transaction, so that it is given up. */
class Refused extends Error {}

const reasonOf = (error: unknown): 'full' | 'denied' | 'too-many' => {
  if (error instanceof Refused) return 'too-many';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';
};

async function applyIn(store: UseStore, operation: Operation): Promise<Done> {
  let after = emptyLog;
  try {
    await update<unknown>(
      KEY,
      (raw) => {
        const next = applied(raw, operation);
        if (!next) throw new Refused();
        after = next;
        return next;
      },
      store,
    );
  } catch (error) {
    return { result: 'refused', reason: reasonOf(error) };
  }
  const log = readLog(after);
  return 'reason' in log ? { result: 'refused', reason: 'denied' } : { result: 'done', log };
}

/** Opens the log of this browser; nothing is read or written before somebody asks. */
export function openStore(name = 'decision-log'): LogStore {
  let opened: UseStore | undefined;
  // One for sending and hearing: a channel does not hear itself, so that a tab is not told of its own steps.
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${name}-written`);
  const store = (): UseStore => {
    opened ??= createStore(name, 'entries');
    return opened;
  };
  return {
    read: async () => {
      try {
        const raw = await get<unknown>(KEY, store());
        return raw === undefined ? { decisions: [], faults: [] } : readLog(raw);
      } catch {
        return 'denied';
      }
    },
    apply: async (operation) => {
      try {
        const done = await applyIn(store(), operation);
        if (done.result === 'done') channel?.postMessage('written');
        return done;
      } catch (error) {
        return { result: 'refused', reason: reasonOf(error) };
      }
    },
    raw: () => get<unknown>(KEY, store()),
    watch: (onChange) => {
      channel?.addEventListener('message', onChange);
      return () => channel?.removeEventListener('message', onChange);
    },
  };
}
