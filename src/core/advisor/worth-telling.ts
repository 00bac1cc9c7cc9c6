import { applies } from './condition.ts';
import { conflictsIn } from './conflicts.ts';
import type { Profile } from './profile.ts';
import type { PatternId, PatternRule, RuleBook } from './rule-book.ts';

/** What is known of an interface, and what is recommended for it. */
export interface Decided {
  known: Profile;
  primary: PatternId | undefined;
}

type Effect = PatternRule['effect'];

/** Statements about a pattern that hold in one profile and not in the other. */
function onlyIn(known: Profile, other: Profile, pattern: PatternId, effects: readonly Effect[], book: RuleBook) {
  return book.rules.filter(
    (rule) =>
      rule.pattern === pattern && effects.includes(rule.effect) && applies(rule, known) && !applies(rule, other),
  );
}

/** Whether the new answer speaks against a pattern, and no less than the old one did under the same criterion. */
function isOpposed(pattern: PatternId, was: Profile, is: Profile, book: RuleBook): boolean {
  const weighedBefore = book.rules.filter(
    (rule) => rule.pattern === pattern && rule.effect === 'against' && applies(rule, was),
  );
  return onlyIn(is, was, pattern, ['against'], book).some(({ criterion, weight = 0 }) =>
    weighedBefore.every((rule) => rule.criterion !== criterion || (rule.weight ?? 0) <= weight),
  );
}

/** Whether the change is a reason for a pattern: something new speaks for it, or an objection to it is gone. */
const isFavoured = (pattern: PatternId, was: Profile, is: Profile, book: RuleBook): boolean =>
  onlyIn(is, was, pattern, ['favour'], book).length > 0 ||
  onlyIn(was, is, pattern, ['against', 'exclude'], book).length > 0;

/** Whether the change is a reason against a pattern: something new speaks against it, or what spoke for it is gone. */
const isRefused = (pattern: PatternId, was: Profile, is: Profile, book: RuleBook): boolean =>
  onlyIn(is, was, pattern, ['against', 'exclude'], book).length > 0 ||
  onlyIn(was, is, pattern, ['favour'], book).length > 0;

/** Whether more requirements clash after a change than before it. */
function opensConflict(now: Decided, changed: Decided, book: RuleBook): boolean {
  const clashes = ({ known, primary }: Decided): number => conflictsIn(known, { primary }, book).length;
  return clashes(changed) > clashes(now);
}

/**
 * Whether a changed answer that leads elsewhere is an answer to "what would change it".
 *
 * A sum can tip for no reason that a person would give: the pattern in front loses a point, and one that the new answer
 * speaks against as well is what is left. So the change must be a reason for the pattern that it leads to or against the
 * one that it leads away from, must not speak against the new one, and must not open a conflict. Where only the verdict on
 * middleware moves, a conflict alone counts.
 *
 * @param now before the change
 * @param changed after it
 */
export function isWorthTelling(now: Decided, changed: Decided, book: RuleBook): boolean {
  const [was, is] = [now.known, changed.known];
  const [from, to] = [now.primary, changed.primary];
  if (opensConflict(now, changed, book)) return false;
  if (from === to) return true;
  if (to && isOpposed(to, was, is, book)) return false;

  return (from && isRefused(from, was, is, book)) || (to && isFavoured(to, was, is, book)) || false;
}
