import { readFileSync, writeFileSync } from 'node:fs';
import { contradictionsIn } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { decisiveProfile, outcomeText, withoutRule } from './decisive.ts';
import { generator, randomProfile } from './random-profiles.ts';

/**
 * One profile and what is recommended for it. Those with a `rule` are there because that rule decides them.
 */
export interface Decision {
  rule?: string;
  profile: Profile;
  outcome: string;
}

const FILE = 'tests/fixtures/decisions.jsonl';
const RANDOM_PROFILES = 600;

/**
 * What the rules decide today, for a profile that each rule decides and for many drawn at random.
 *
 * @param recorded earlier decisions: a rule that still decides its profile keeps it, so that a change elsewhere, such as
 * another field, takes no profile away that was hard to find
 */
export function decideAll(book: RuleBook, recorded: readonly Decision[]): Decision[] {
  const known = new Map(
    recorded.filter((decision) => stillDecides(decision, book)).map((one) => [one.rule, one.profile]),
  );
  const decisive = [...book.rules, ...book.verdicts].flatMap((rule): Decision[] => {
    const kept = known.get(rule.id);
    const profile = kept && contradictionsIn(kept, book).length === 0 ? kept : decisiveProfile(rule, book);
    return profile ? [{ rule: rule.id, profile, outcome: outcomeText(profile, book) }] : [];
  });
  const random = generator(11);
  const drawn: Decision[] = [];
  while (drawn.length < RANDOM_PROFILES) {
    const profile = randomProfile(book, random, random());
    if (contradictionsIn(profile, book).length === 0) drawn.push({ profile, outcome: outcomeText(profile, book) });
  }
  return [...decisive, ...drawn];
}

export const readDecisions = (): Decision[] =>
  readFileSync(FILE, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line) as Decision);

export const writeDecisions = (decisions: readonly Decision[]): void =>
  writeFileSync(FILE, `${decisions.map((decision) => JSON.stringify(decision)).join('\n')}\n`);

/** Decisions that come out otherwise under these rules. */
export const movedDecisions = (decisions: readonly Decision[], book: RuleBook): (Decision & { now: string })[] =>
  decisions
    .map((decision) => ({ ...decision, now: outcomeText(decision.profile, book) }))
    .filter(({ outcome, now }) => outcome !== now);

/** Whether a rule still decides the profile that was recorded for it. */
export const stillDecides = ({ rule, profile }: Decision, book: RuleBook): boolean =>
  rule !== undefined && outcomeText(profile, book) !== outcomeText(profile, withoutRule(book, rule));
