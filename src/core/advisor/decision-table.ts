import type { Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { MiddlewareVerdict, PatternId, PatternRule, RuleBook } from './rule-book.ts';

/** A common situation, and the few answers that describe it; `content/advisor/situations.yaml` lists them. */
export interface Situation {
  situation: string;
  profile: Profile;
}

/** One row of the table: a case in words, and what is recommended for it. */
export interface DecisionRow extends Situation {
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
  /** The weightiest rule that speaks for the pattern. */
  because: PatternRule | undefined;
}

/** The same rules as a table that needs no script: what each common situation leads to, and why. */
export function decisionTable(situations: readonly Situation[], book: RuleBook): DecisionRow[] {
  return situations.map(({ situation, profile }) => {
    const recommendation = recommend(profile, book);
    return {
      situation,
      profile,
      primary: recommendation.primary,
      middleware: recommendation.middleware,
      because: recommendation.primary && recommendation.standings[0]?.favouredBy[0],
    };
  });
}
