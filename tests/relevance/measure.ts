import type { Case } from './cases.ts';

/** What the search showed for a query. */
export interface Shown {
  /** Addresses of the results, in the order a visitor sees them. */
  addresses: readonly string[];
  /** Whether the search said that it has no good match. */
  isQuiet: boolean;
}

/** Plain text of each page by its address: the question and its whole answer. */
export type Texts = ReadonlyMap<string, string>;

export interface Outcome {
  asked: Case;
  shown: Shown;
  /** Place of the first relevant result, counted from 1; 0 when none of the first ten is relevant. */
  rank: number;
  /** Whether any page of the site answers the query. */
  isAnswerable: boolean;
}

export interface Figures {
  kind: string;
  queries: number;
  atOne: number;
  atThree: number;
  reciprocalRank: number;
}

/** A visitor who has not found it among the first ten has left. */
const RESULTS_READ = 10;

const isRelevant = ({ must, pages }: Case, address: string, text: string): boolean =>
  pages ? pages.some((path) => address.endsWith(`/${path}/`)) : must.every((expression) => expression.test(text));

/** Judges what was shown by what the pages say, or by the pages that are named as answers. */
export function judge(asked: Case, shown: Shown, texts: Texts): Outcome {
  const read = shown.isQuiet ? [] : shown.addresses.slice(0, RESULTS_READ);
  return {
    asked,
    shown,
    rank: read.findIndex((address) => isRelevant(asked, address, texts.get(address) ?? '')) + 1,
    isAnswerable: [...texts].some(([address, text]) => isRelevant(asked, address, text)),
  };
}

const share = (outcomes: readonly Outcome[], value: (outcome: Outcome) => number): number =>
  outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length;

const within = (rank: number, places: number): number => (rank > 0 && rank <= places ? 1 : 0);

/** How well some queries were answered, all of them together. */
export function figuresOf(kind: string, outcomes: readonly Outcome[]): Figures {
  return {
    kind,
    queries: outcomes.length,
    atOne: share(outcomes, ({ rank }) => within(rank, 1)),
    atThree: share(outcomes, ({ rank }) => within(rank, 3)),
    reciprocalRank: share(outcomes, ({ rank }) => (rank > 0 ? 1 / rank : 0)),
  };
}

export const isNonsense = ({ asked }: Outcome): boolean => asked.kind === 'none';

/** Success at 1 and 3 and mean reciprocal rank, first of all queries that have an answer, then of each kind and of executives. */
export function figuresByKind(outcomes: readonly Outcome[]): Figures[] {
  const sensible = outcomes.filter((outcome) => !isNonsense(outcome));
  const kinds = Map.groupBy(sensible, ({ asked }) => asked.kind);
  const executives = sensible.filter(({ asked }) => ['cio', 'cfo'].includes(asked.persona ?? ''));
  return [
    figuresOf('all', sensible),
    ...[...kinds].map(([kind, ofKind]) => figuresOf(kind, ofKind)),
    ...(executives.length > 0 ? [figuresOf('executives', executives)] : []),
  ];
}

/** Share of the queries that nothing answers for which the search said so; `undefined` when there are none. */
export function quietShare(outcomes: readonly Outcome[]): { queries: number; share: number } | undefined {
  const nonsense = outcomes.filter(isNonsense);
  if (nonsense.length === 0) return undefined;
  return { queries: nonsense.length, share: share(nonsense, ({ shown }) => (shown.isQuiet ? 1 : 0)) };
}
