import { domainOf } from './domain.ts';
import { decidingFields, type Field, type Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { RuleBook } from './rule-book.ts';

/** Whether two recommendations would be acted on alike. */
function sameVerdict(a: Profile, b: Profile, book: RuleBook): boolean {
  const [one, other] = [recommend(a, book), recommend(b, book)];
  return one.primary === other.primary && one.middleware === other.middleware;
}

/** Unanswered fields of which a single answer would change the pattern or the middleware verdict. */
export function hingesOn(profile: Profile, book: RuleBook): Field[] {
  const domain = domainOf(book);
  return decidingFields.filter(
    (field) =>
      profile[field] === undefined &&
      domain.get(field)?.some((value) => !sameVerdict(profile, { ...profile, [field]: value }, book)),
  );
}
