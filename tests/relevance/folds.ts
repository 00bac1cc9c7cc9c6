import type { RankWeights } from '#apps/search/ranking/rank.ts';
import { type Figures, figuresOf, type Outcome } from './measure.ts';

/** Rank weights far enough apart that a query or two does not choose between them. */
export const grid: readonly RankWeights[] = [0.2, 0.4, 0.8].flatMap((text) =>
  [0.5, 1, 2].flatMap((closeness) => [0.6, 0.85, 1].map((breadth) => ({ text, closeness, breadth }))),
);

/** What one choice of weights makes of every query, in the order of the queries. */
export interface Trial {
  weights: RankWeights;
  outcomes: readonly Outcome[];
}

const FOLDS = 5;

const reciprocalRank = (outcomes: readonly Outcome[]): number =>
  outcomes.length === 0 ? 0 : figuresOf('', outcomes).reciprocalRank;

const isIn = (fold: number, index: number): boolean => index % FOLDS === fold;

/** The trial that does best on some of the queries; the first of equals. */
function bestTrial(trials: readonly Trial[], isChosenBy: (index: number) => boolean): Trial | undefined {
  const merit = ({ outcomes }: Trial): number => reciprocalRank(outcomes.filter((_, index) => isChosenBy(index)));
  return trials.toSorted((a, b) => merit(b) - merit(a))[0];
}

/** What the ranking makes of queries that had no part in the choice of its weights: each fold under those of the others. */
export function foldedFigures(trials: readonly Trial[]): { folds: Figures[]; all: Figures } {
  const byFold = Array.from({ length: FOLDS }, (_, fold) => {
    const chosen = bestTrial(trials, (index) => !isIn(fold, index));
    return chosen?.outcomes.filter((_outcome, index) => isIn(fold, index)) ?? [];
  });
  return {
    folds: byFold.map((outcomes, fold) => figuresOf(`fold ${fold + 1}`, outcomes)),
    all: figuresOf('folds', byFold.flat()),
  };
}
