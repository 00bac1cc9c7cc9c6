import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Entries, Tool } from '#core/tools/tool.ts';
import { entriesIn } from './entries-in.ts';

/** The entries of a tool as this browser keeps them, with those that had to make way for them. */
export interface Kept {
  entries: Entries;
  /** Entries that were set aside for a link, an example or another tab's. */
  aside?: Entries | undefined;
  /** Grows with each saving; tabs tell by it whether they know what they write over. */
  revision: number;
}

/** What became of a saving. */
export type Saved =
  | { result: 'saved'; revision: number }
  /** Another tab has written since; nothing of it was written over. */
  | { result: 'outdated'; there: Kept }
  /** Written by a later version of the site, or damaged: nothing of it was written over. */
  | { result: 'unreadable' }
  | { result: 'refused'; reason: 'full' | 'denied' };

/** Where a tool's entries are kept: in this browser and nowhere else. */
export interface ToolStore {
  read(): Promise<Kept | 'nothing' | 'unreadable' | 'denied'>;
  /** @param over the revision that this one follows, 0 where nothing was kept */
  save(kept: Omit<Kept, 'revision'>, over: number): Promise<Saved>;
}

const VERSION = 1;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function keptIn(tool: Tool, found: unknown): Kept | 'nothing' | 'unreadable' {
  if (found === undefined) return 'nothing';
  if (!isRecord(found) || found.version !== VERSION || !Number.isSafeInteger(found.revision)) return 'unreadable';
  const entries = entriesIn(tool, found.entries);
  if (!entries) return 'unreadable';
  return { entries, aside: entriesIn(tool, found.aside), revision: Number(found.revision) };
}

/** @param name of the database, so that tests have one of their own */
export function openToolStore(tool: Tool, name = 'tools'): ToolStore {
  let opened: UseStore | undefined;
  const store = (): UseStore => {
    opened ??= createStore(name, 'kept');
    return opened;
  };
  return {
    async read() {
      try {
        return keptIn(tool, await store()('readonly', (entries) => promisifyRequest(entries.get(tool.id))));
      } catch {
        return 'denied';
      }
    },

    async save({ entries, aside }, over) {
      try {
        // Looked at and written in one transaction, so that no tab writes in between.
        return await store()('readwrite', async (kept): Promise<Saved> => {
          const there = keptIn(tool, await promisifyRequest(kept.get(tool.id)));
          if (there === 'unreadable') return { result: 'unreadable' };
          if (there !== 'nothing' && there.revision !== over) return { result: 'outdated', there };
          const revision = over + 1;
          await promisifyRequest(kept.put({ version: VERSION, revision, entries, aside }, tool.id));
          return { result: 'saved', revision };
        });
      } catch (error) {
        const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
        return { result: 'refused', reason: isFull ? 'full' : 'denied' };
      }
    },
  };
}
