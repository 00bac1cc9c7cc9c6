import { type Certainty, certaintyOf } from '#core/advisor/certainty.ts';
import { contradictionsIn, impliedAnswers } from '#core/advisor/contradictions.ts';
import { questionsThatMatter } from '#core/advisor/matters.ts';
import { canBeRecommended, recommend, type Standing } from '#core/advisor/recommend.ts';
import type { PatternId, PatternRule } from '#core/advisor/rule-book.ts';
import { openQuestions, whatWouldChange } from '#core/advisor/variations.ts';
import { changeText, fieldLabel, joinWords, rangeText } from '#core/advisor/wording.ts';
import { type Answers, type Choice, choiceNamed, type Decision, profileOf } from './decision.ts';

/** Where a choice that is not recommended stands. */
export interface Other {
  choice: Choice;
  /** It cannot do what is asked, nothing that is known asks for it, or another one has more for it. */
  because: 'excluded' | 'nothing-for-it' | 'outweighed';
  /** What speaks for it, and what against it or excludes it; the weightiest first. */
  favouredBy: readonly PatternRule[];
  heldAgainst: readonly PatternRule[];
}

/** Another answer, or one that is still open, and what it would lead to. */
export interface Turn {
  /** Each question that would be answered otherwise, with that answer: `Own tax registration: in another country`. */
  answers: string;
  to: Choice | undefined;
}

/** What comes of some answers. */
export interface Judgement {
  /** Missing where nothing that is known speaks for a choice that is not excluded. */
  choice: Choice | undefined;
  /**
   * `certain`: proved, no answer to an open question can change it. `provisional`: one still could. `undecided`: nothing
   * can be recommended, or answers contradict each other.
   */
  certainty: Certainty;
  /** Statements that count for the choice, and those against it that were outweighed; the weightiest first. */
  reasons: readonly PatternRule[];
  despite: readonly PatternRule[];
  others: readonly Other[];
  /** What follows from the answers given about questions that are open. */
  follows: Answers;
  /** Why some answers cannot all be true. */
  contradictions: readonly string[];
  /** Open questions that can still change the choice, by their fields. */
  open: readonly string[];
  /** The smallest changes of given answers that lead elsewhere, and single answers to open questions that do. */
  wouldChange: readonly Turn[];
  couldChange: readonly Turn[];
}

function otherOf(standing: Standing, decision: Decision): Other[] {
  const { pattern, excludedBy, favouredBy, heldAgainst } = standing;
  const choice = choiceNamed(decision, pattern);
  if (!choice) return [];
  const because = excludedBy.length > 0 ? 'excluded' : standing.fitsTask ? 'outweighed' : 'nothing-for-it';
  return [{ choice, because, favouredBy, heldAgainst: [...excludedBy, ...heldAgainst] }];
}

/** Weighs some answers to a decision, with the advisor's own evaluator. */
export function judge(decision: Decision, answers: Answers): Judgement {
  const { book } = decision;
  const given = profileOf(answers);
  const follows = impliedAnswers(given, [], book);
  const known = { ...given, ...follows };
  const { primary, standings } = recommend(known, book);
  const [first] = standings as [Standing, ...Standing[]];
  const isRecommended = canBeRecommended(first);
  const to = (id: PatternId | undefined): Choice | undefined => choiceNamed(decision, id);
  return {
    choice: to(primary),
    certainty: certaintyOf(given, [], book),
    reasons: isRecommended ? first.favouredBy : [],
    despite: isRecommended ? first.heldAgainst : [],
    others: (isRecommended ? standings.slice(1) : standings).flatMap((standing) => otherOf(standing, decision)),
    follows: follows as unknown as Answers,
    contradictions: contradictionsIn(known, book).map(({ reason }) => reason),
    open: questionsThatMatter(given, [], book),
    wouldChange: whatWouldChange(given, [], book).primary.map((one) => ({
      answers: joinWords(one.changes.map((change) => `${fieldLabel(change.field, book)}: ${changeText(change, book)}`)),
      to: to(one.primary),
    })),
    couldChange: openQuestions(given, [], book).flatMap(({ field, moves }) =>
      moves.map((move) => ({
        answers: `${fieldLabel(field, book)}: ${joinWords(
          move.values.map((value) => rangeText(field, value, book)),
          'or',
        )}`,
        to: to(move.primary),
      })),
    ),
  };
}
