import { compile, outcomeOf, roomOf } from '#core/advisor/compiled.ts';
import { contradictionsIn } from '#core/advisor/contradictions.ts';
import { decidingFields, type Profile } from '#core/advisor/profile.ts';
import type { Clause, Grounds, RuleBook } from '#core/advisor/rule-book.ts';
import { generator, pickOne, randomProfile, withClause } from './random-profiles.ts';

/** Pattern and verdict for a profile, as one short text. */
export function outcomeText(profile: Profile, book: RuleBook): string {
  const compiled = compile(book);
  const { primary, middleware } = outcomeOf(roomOf(profile, decidingFields, compiled), compiled);
  return `${primary} ${middleware}`;
}

/** The rule book without one of its rules. */
export const withoutRule = (book: RuleBook, id: string): RuleBook => ({
  ...book,
  rules: book.rules.filter((rule) => rule.id !== id),
  verdicts: book.verdicts.filter((rule) => rule.id !== id),
});

const TRIES = 20_000;

/** Leaves out every answer that is not needed for the rule to decide, so that the profile shows what it is about. */
function shortest(profile: Profile, decides: (profile: Profile) => boolean): Profile {
  return Object.keys(profile).reduce<Profile>((kept, field) => {
    const rest = Object.fromEntries(Object.entries(kept).filter(([other]) => other !== field)) as Profile;
    return decides(rest) ? rest : kept;
  }, profile);
}

/**
 * A profile whose recommendation would be another one without the rule; `undefined` when none was found, which says
 * that the rule can hardly matter. Free of contradictions, and as short as can be.
 */
export function decisiveProfile(rule: Grounds, book: RuleBook): Profile | undefined {
  const reduced = withoutRule(book, rule.id);
  const random = generator(rule.id.split('').reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const decides = (profile: Profile): boolean =>
    contradictionsIn(profile, book).length === 0 && outcomeText(profile, book) !== outcomeText(profile, reduced);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answered = pickOne([0, 0.15, 0.3, 0.5, 0.8], random);
    const clause = pickOne(rule.when, random) as Clause;
    const profile = withClause(randomProfile(book, random, answered), clause, book, random);
    if (decides(profile)) return shortest(profile, decides);
  }
  return undefined;
}
