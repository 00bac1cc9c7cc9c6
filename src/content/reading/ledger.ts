import Fuse from 'fuse.js';
import type { Library } from './entries.ts';

/** What of `content/` is referred to by its id, and where it is defined. */
const definedIn = {
  source: 'content/sources/',
  figure: 'content/figures/',
  behaviour: 'content/behaviours/',
  assumption: 'content/assumptions.yaml',
  term: 'content/glossary.yaml',
  answer: 'content/answers/',
} as const;

type Kind = keyof typeof definedIn;

/** All ids of one kind that may be referred to. */
export interface Ledger {
  kind: Kind;
  ids: ReadonlySet<string>;
  /** What is there but could not be read: that is reported where it stands. */
  unread: ReadonlySet<string>;
}

/** One ledger for each kind of thing that is referred to. */
export type Ledgers = Readonly<Record<Kind, Ledger>>;

/** Everything in a library that may be referred to, by kind. */
export function ledgersOf({ answers, sources, figures, behaviours, assumptions, terms, unread }: Library): Ledgers {
  const ledger = (kind: Kind, ids: Iterable<string>): Ledger => ({ kind, ids: new Set(ids), unread });
  return {
    source: ledger('source', sources.keys()),
    figure: ledger('figure', figures.keys()),
    behaviour: ledger('behaviour', behaviours.keys()),
    assumption: ledger('assumption', Object.keys(assumptions.assumptions)),
    term: ledger('term', terms.keys()),
    answer: ledger(
      'answer',
      answers.map(({ id }) => id),
    ),
  };
}

/** More ids than these are not listed; the nearest are named instead. */
const FEW = 10;

/** The ids that somebody may have meant. */
function nearest(id: string, ids: readonly string[]): string {
  const found = new Fuse(ids, { threshold: 0.4, ignoreLocation: true }).search(id, { limit: 2 });
  return found.length === 0 ? '' : `; did you mean ${found.map(({ item }) => `"${item}"`).join(' or ')}?`;
}

/** What is wrong with a reference, and what is allowed in its place; `undefined` where it leads somewhere. */
export function faultOf(id: string, { kind, ids, unread }: Ledger): string | undefined {
  if (ids.has(id) || unread.has(id)) return undefined;
  const all = [...ids].sort();
  const allowed =
    all.length > 0 && all.length <= FEW
      ? `allowed are ${all.join(', ')}`
      : `allowed are the ids in ${definedIn[kind]}${nearest(id, all)}`;
  return `"${id}" does not exist; ${allowed}`;
}
