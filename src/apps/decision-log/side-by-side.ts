import { advise } from '#core/advisor/advice.ts';
import { type Comparison, compareStandings } from '#core/advisor/compare.ts';
import { fields } from '#core/advisor/profile.ts';
import type { CriterionStanding, Standing } from '#core/advisor/recommend.ts';
import type { PatternId, PatternRule, RuleBook } from '#core/advisor/rule-book.ts';
import { answerText, certaintyText, fieldLabel, middlewareText, patternName } from '#core/advisor/wording.ts';
import { type Decision, statusNames } from './decision.ts';

/** One thing that both decisions say something of, in words. */
export interface Line {
  title: string;
  /** What the first says and what the second says. */
  texts: readonly [string, string];
  differs: boolean;
}

/** One criterion, as each decision's own answers speak of the pattern that each recommends. */
export interface CriterionLine {
  title: string;
  sides: readonly [Side, Side];
  differs: boolean;
}

/** Which way a criterion points for the recommended pattern, and the statements that count. */
export interface Side {
  word: string;
  favouredBy: PatternRule | undefined;
  heldAgainst: PatternRule | undefined;
}

/** Why one decision did not come out as the other, by its own answers. */
export interface WhyNotTheOther {
  winner: PatternId;
  other: PatternId;
  comparison: readonly Comparison[];
}

/** Two decisions beside one another, by the rules of today. */
export interface SideBySide {
  /** What came of each, as the log keeps it. */
  verdicts: readonly Line[];
  /** Questions that were answered differently. */
  answers: readonly Line[];
  criteria: readonly CriterionLine[];
  /** For the first and the second; `undefined` where both lead to the same pattern, or one leads to none. */
  whyNot: readonly [WhyNotTheOther | undefined, WhyNotTheOther | undefined];
}

const line = (title: string, first: string, second: string): Line => ({
  title,
  texts: [first, second],
  differs: first !== second,
});

function answerOf({ answers }: Decision, field: (typeof fields)[number], book: RuleBook): string {
  return answers.unsure.includes(field) ? 'not sure' : answerText(field, answers.profile[field], book);
}

function sideOf(standing: CriterionStanding | undefined): Side {
  const points = standing?.points ?? 0;
  const word = !standing ? 'Says nothing' : points > 0 ? 'For it' : points < 0 ? 'Against it' : 'Even';
  return { word, favouredBy: standing?.favouredBy, heldAgainst: standing?.heldAgainst };
}

const isAlike = (a: Side, b: Side): boolean =>
  a.word === b.word && a.favouredBy?.id === b.favouredBy?.id && a.heldAgainst?.id === b.heldAgainst?.id;

function whyNotTheOther(
  standings: readonly Standing[],
  winner: PatternId | undefined,
  other: PatternId | undefined,
  book: RuleBook,
): WhyNotTheOther | undefined {
  const [first, second] = [winner, other].map((id) => standings.find(({ pattern }) => pattern === id));
  if (!winner || !other || winner === other || !first || !second) return undefined;
  return { winner, other, comparison: compareStandings(first, second, book) };
}

/** Holds two decisions of a log beside one another: what came of them, what was answered differently, and why. */
export function sideBySide(first: Decision, second: Decision, book: RuleBook): SideBySide {
  const both = [first, second] as const;
  const texts = (textOf: (decision: Decision) => string): [string, string] => [textOf(first), textOf(second)];
  const [one, two] = both.map(({ answers }) => advise(answers.profile, answers.unsure, book).recommendation);
  const [standingOne, standingTwo] = [one, two].map((recommendation) =>
    recommendation?.standings.find(({ pattern }) => pattern === recommendation.primary),
  );
  return {
    verdicts: [
      line('Recommended', ...texts(({ verdict }) => patternName(verdict.primary, book))),
      line('Middleware', ...texts(({ verdict }) => middlewareText[verdict.middleware])),
      line('Certainty', ...texts(({ verdict }) => certaintyText[verdict.certainty])),
      line('Status', ...texts(({ status }) => statusNames[status])),
      line('Rule book', ...texts(({ verdict }) => verdict.rulesVersion)),
    ],
    answers: fields
      .map((field) => line(fieldLabel(field, book), ...texts((decision) => answerOf(decision, field, book))))
      .filter(({ differs }) => differs),
    criteria: book.criteria.map(({ id, title }) => {
      const sides = [standingOne, standingTwo].map((standing) =>
        sideOf(standing?.criteria.find(({ criterion }) => criterion === id)),
      ) as [Side, Side];
      return { title, sides, differs: !isAlike(...sides) };
    }),
    whyNot: [
      whyNotTheOther(one?.standings ?? [], one?.primary, two?.primary, book),
      whyNotTheOther(two?.standings ?? [], two?.primary, one?.primary, book),
    ],
  };
}
