import { bareDecision } from '#content/reading/decisions.ts';
import { loadLibrary } from '#content/reading/library.ts';
import type { Answers, Decision } from '#core/decisions/decision.ts';

/** All decisions of the site. */
export const decisions: readonly Decision[] = loadLibrary().decisions.map(bareDecision);

/** A decision of the site by its id. */
export function decisionNamed(id: string): Decision {
  const decision = decisions.find((each) => each.id === id);
  if (!decision) throw new Error(`There is no decision "${id}"`);
  return decision;
}

/** Every way of answering the questions of a decision, each of which may stay open. */
export function everyAnswer({ book }: Decision): Answers[] {
  let all: Answers[] = [{}];
  for (const { field, options } of book.questions) {
    all = all.flatMap((answers) => [answers, ...options.map(({ value }) => ({ ...answers, [field]: String(value) }))]);
  }
  return all;
}
