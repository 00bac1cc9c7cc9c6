import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import { isRecord } from './kept-data.ts';

/** The one entry that says which bundles of rows make up the kept inventory. */
export interface Head extends Omit<Inventory, 'rows'> {
  schemaVersion: 1;
  /** Changes with every write, and begins at random, so that none is taken for one of before a clearing. */
  revision: number;
  /** When it was written, in milliseconds. */
  at: number;
  bundles: readonly string[];
  /** Rows in all bundles together; heads of earlier builds do not say. */
  rowCount: number;
}

/** What can be trusted of a head that was read. */
export type KnownHead = Pick<Head, 'revision' | 'bundles'> & { at?: unknown; rowCount?: unknown };

/** What is kept just now, as far as it matters to somebody who wants to write over it. */
export interface Holding {
  /** `newer`: a later version of this page wrote it; `unreadable`: it is no head of ours. */
  holds: 'nothing' | 'inventory' | 'newer' | 'unreadable';
  /** 0 where nothing is kept, `NO_REVISION` where what is kept has none. */
  revision: number;
}

/** Stands for the revision of something kept that has none; no inventory ever has it. */
export const NO_REVISION = -1;

const SCHEMA_VERSION = 1;

/** Whether a value is a whole number above 0. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** What stands at the head's key, where it is a head that this build understands. */
export function headIn(found: unknown): KnownHead | undefined {
  if (!isRecord(found) || found.schemaVersion !== SCHEMA_VERSION || !isCount(found.revision)) return undefined;
  const { bundles } = found;
  const isList = Array.isArray(bundles) && bundles.every((key) => typeof key === 'string');
  return isList ? (found as unknown as Head) : undefined;
}

/** What stands at the head's key, whoever wrote it. */
export function holdingIn(found: unknown): Holding {
  if (found === undefined) return { holds: 'nothing', revision: 0 };
  const head = headIn(found);
  if (head) return { holds: 'inventory', revision: head.revision };
  const { schemaVersion, revision } = isRecord(found) ? found : {};
  const isNewer = isCount(schemaVersion) && schemaVersion > SCHEMA_VERSION;
  return { holds: isNewer ? 'newer' : 'unreadable', revision: isCount(revision) ? revision : NO_REVISION };
}

/** A revision that nothing before had: tabs tell by it whether they know what they write over. */
export function revisionAfter(revision: number): number {
  if (revision > 0) return revision + 1;
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  // 47 bits: room for more steps than anybody takes.
  return (high >>> 17) * 2 ** 32 + low + 1;
}
