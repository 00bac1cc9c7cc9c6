import { type Figures, figuresByKind, type Outcome, quietShare } from './measure.ts';

/** A line of figures under the head of a report. */
export const figureRow = ({ kind, queries, atOne, atThree, reciprocalRank }: Figures): string =>
  `${kind.padEnd(10)} ${String(queries).padStart(7)} ${[atOne, atThree, reciprocalRank]
    .map((value) => value.toFixed(2).padStart(9))
    .join(' ')}`;

const missed = ({ asked, rank, shown, isAnswerable }: Outcome): string => {
  const place = rank > 0 ? `relevant at ${rank}` : isAnswerable ? 'no relevant result' : 'no page answers it';
  return `${asked.id} ${asked.kind} “${asked.query}”: ${place}; first ${shown.addresses[0] ?? 'nothing'}`;
};

const isMissed = ({ asked, rank, shown }: Outcome): boolean => (asked.kind === 'none' ? !shown.isQuiet : rank !== 1);

/** Figures by kind, each with the number of its queries, and how often nonsense found nothing. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const quiet = quietShare(outcomes);
  return [
    'kind       queries success@1 success@3    MRR@10',
    ...figuresByKind(outcomes).map(figureRow),
    quiet
      ? `quiet on nonsense: ${quiet.share.toFixed(2)} of ${quiet.queries} queries`
      : 'no query of kind “none”: quiet share not measured',
  ].join('\n');
}

/** The summary, and every query that was not answered first. */
export function reportOf(outcomes: readonly Outcome[]): string {
  const unanswerable = outcomes.filter(({ asked, isAnswerable }) => asked.kind !== 'none' && !isAnswerable);
  return [
    summaryOf(outcomes),
    `queries that no page could answer: ${unanswerable.length}${unanswerable.map(({ asked }) => ` ${asked.id}`).join('')}`,
    '',
    ...outcomes.filter(isMissed).map(missed),
  ].join('\n');
}
