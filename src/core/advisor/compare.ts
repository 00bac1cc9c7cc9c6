import type { Standing } from './recommend.ts';
import type { CriterionId, PatternRule, RuleBook } from './rule-book.ts';

/** One criterion under which two patterns do not do equally well. */
export interface Comparison {
  criterion: CriterionId;
  title: string;
  /** Points by which the first is ahead of the second; negative where it is behind. */
  ahead: number;
  /** The statement for whichever does better, where one counts. */
  better: PatternRule | undefined;
  /** The statement against whichever does worse, where one counts. */
  against: PatternRule | undefined;
}

/** Two patterns side by side: the criteria under which they differ, that under which the first is furthest behind first. */
export function compareStandings(first: Standing, second: Standing, book: RuleBook): Comparison[] {
  return book.criteria
    .map(({ id, title }): Comparison => {
      const one = first.criteria.find(({ criterion }) => criterion === id);
      const other = second.criteria.find(({ criterion }) => criterion === id);
      const ahead = (one?.points ?? 0) - (other?.points ?? 0);
      const [winner, loser] = ahead > 0 ? [one, other] : [other, one];
      return { criterion: id, title, ahead, better: winner?.favouredBy, against: loser?.heldAgainst };
    })
    .filter(({ ahead }) => ahead !== 0)
    .toSorted((a, b) => a.ahead - b.ahead);
}
