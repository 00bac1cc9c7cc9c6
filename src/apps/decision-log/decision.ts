import type { Answers } from '#apps/questionnaire/answers.ts';
import { tidyName } from '#apps/questionnaire/name.ts';
import { advise } from '#core/advisor/advice.ts';
import type { Certainty } from '#core/advisor/certainty.ts';
import type { MiddlewareVerdict, PatternId, RuleBook } from '#core/advisor/rule-book.ts';

/** How far a decision has come, in the order in which it usually goes. */
export const statuses = ['draft', 'proposed', 'accepted', 'rejected', 'superseded'] as const;
export type Status = (typeof statuses)[number];

export const statusNames: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  superseded: 'Superseded',
};

/** What came of some answers under one version of the rules. */
export interface Verdict {
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
  certainty: Certainty;
  rulesVersion: string;
}

/** One decision about one interface. */
export interface Decision {
  /** Drawn at random, the same wherever the decision is copied to; nobody sees it. */
  id: string;
  /** The number that people call it by, from 1. */
  number: number;
  name: string;
  owner: string;
  status: Status;
  /** The day it was taken, as `YYYY-MM-DD`; empty where nobody said. */
  date: string;
  note: string;
  answers: Answers;
  /** The sentence that the answers were read from; empty where they were given one by one. */
  sentence: string;
  verdict: Verdict;
}

/** A decision that is not in a log yet, and has no number. */
export type NewDecision = Omit<Decision, 'number'>;

/** What a person may change in a log. */
export type DecisionChange = Partial<Pick<Decision, 'name' | 'owner' | 'status' | 'date' | 'note' | 'verdict'>>;

/** Longer notes belong into a document of their own. */
export const MAX_NOTE = 2000;
/** Decisions that a log holds; a programme has a few hundred interfaces at most. */
export const MAX_DECISIONS = 2000;

/** A note as somebody typed it, no longer than a note may be. */
export const tidyNote = (text: string): string => Array.from(text.trim()).slice(0, MAX_NOTE).join('');

/** What the rules of today make of some answers. */
export function verdictOn({ profile, unsure }: Answers, book: RuleBook): Verdict {
  const { recommendation, certainty } = advise(profile, unsure, book);
  const { primary, middleware } = recommendation;
  return { primary, middleware, certainty, rulesVersion: book.version };
}

/** How a decision begins that is taken over from the questionnaire. */
export interface Taken {
  name: string;
  answers: Answers;
  sentence: string;
}

/** @param day today, as `YYYY-MM-DD` */
export function newDecision({ name, answers, sentence }: Taken, book: RuleBook, id: string, day: string): NewDecision {
  return {
    id,
    name: tidyName(name),
    owner: '',
    status: 'draft',
    date: day,
    note: '',
    answers,
    sentence,
    verdict: verdictOn(answers, book),
  };
}

/** What has become of a decision since it was taken. */
export type Since =
  | { kind: 'same-rules' }
  /** The rules have changed, and say the same. */
  | { kind: 'confirmed' }
  /** The rules have changed, and say something else now. */
  | { kind: 'moved'; now: Verdict };

/** Holds a decision against the rules of today. */
export function since({ answers, verdict }: Pick<Decision, 'answers' | 'verdict'>, book: RuleBook): Since {
  if (verdict.rulesVersion === book.version) return { kind: 'same-rules' };
  const now = verdictOn(answers, book);
  const isSame =
    now.primary === verdict.primary && now.middleware === verdict.middleware && now.certainty === verdict.certainty;
  return isSame ? { kind: 'confirmed' } : { kind: 'moved', now };
}
