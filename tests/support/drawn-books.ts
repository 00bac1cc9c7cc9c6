import { contradictionsBy } from '#core/advisor/contradictions.ts';
import { domainOf } from '#core/advisor/domain.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { PatternRule, RuleBook } from '#core/advisor/rule-book.ts';
import { against, contradiction, exclude, favour, ownBook, verdict } from './own-rules.ts';
import { pickOne } from './random-profiles.ts';

const asked = { payload: ['small', 'large'], copy: ['required', 'unwanted'], latency: ['hourly'] } as const;

/** The questions that the rules of a drawn book ask, beside what the interface does: few, so that all answers can be tried. */
export const drawnFields = Object.keys(asked) as (keyof typeof asked)[];

const create = { operation: 'create' } as const;

/** A small book whose rules are drawn at random, for an interface that creates records. */
export function drawnBook(random: () => number): RuleBook {
  const when = () => {
    const clause = Object.fromEntries(
      drawnFields.filter(() => random() < 0.5).map((one) => [one, pickOne(asked[one], random)]),
    );
    return Object.keys(clause).length > 0 ? clause : create;
  };
  const unless = () => (random() < 0.3 ? when() : []);
  const patterns = ['odata', 'dmf', 'outbound-call'] as const;
  const rules = patterns.flatMap((pattern): PatternRule[] => [
    favour(pattern, 'task', pickOne([1, 2], random), random() < 0.6 ? create : when(), unless()),
    favour(pattern, 'load', pickOne([1, 2], random), when(), unless()),
    favour(pattern, 'load', pickOne([1, 3], random), when()),
    against(pattern, 'form', pickOne([1, 2], random), when(), unless()),
    ...(random() < 0.4 ? [exclude(pattern, when(), unless())] : []),
  ]);
  const verdicts = (['advised', 'avoid', 'required'] as const)
    .filter(() => random() < 0.6)
    .map((one) => verdict(one, random() < 0.3 ? { primary: pickOne(patterns, random) } : when(), unless()));
  const contradictions =
    random() < 0.5 ? [contradiction({ payload: pickOne(asked.payload, random), copy: 'required' })] : [];
  return ownBook({ patterns, rules, verdicts, contradictions });
}

/**
 * Every way of answering what is open among the questions of a drawn book, but for those that contradict themselves.
 *
 * @param mayStayOpen whether a question may also be left without an answer
 */
export const waysOf = (given: Profile, book: RuleBook, mayStayOpen: boolean): Profile[] =>
  drawnFields
    .filter((field) => given[field] === undefined)
    .reduce<Profile[]>(
      (ways, field) =>
        ways.flatMap((way) => [
          ...(mayStayOpen ? [way] : []),
          ...(domainOf(book).get(field) ?? []).map((value) => ({ ...way, [field]: value })),
        ]),
      [given],
    )
    .filter((way) => contradictionsBy(way, given, book).length === 0);
