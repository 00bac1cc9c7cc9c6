import { holds } from './condition.ts';
import type { Profile } from './profile.ts';
import type { Recommendation } from './recommend.ts';
import type { CapacityRule, RuleBook } from './rule-book.ts';

/** Below this part of a published figure nothing has to be said. */
const NEAR = 0.7;

/** One published figure held against what the profile says. */
export interface CapacityCheck {
  rule: CapacityRule;
  /** What was answered, before any division. */
  given: number;
  /** What is held against the figure. */
  value: number;
  /** `value` as a part of the figure; 1 is all of it. */
  share: number;
  status: 'within' | 'near' | 'over';
  /** The sum as one would write it down. */
  arithmetic: string;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

/** A share that is neither rounded to nothing nor printed as millions of percent. */
function shareText(share: number): string {
  if (share >= 10) return `${whole.format(share)} times the figure`;
  if (share > 0 && share < 0.01) return 'under 1%';
  return percent.format(share);
}

/** What an answer amounts to: a count as it was given, a word by what its question says it stands for. */
interface Amount {
  given: number;
  /** `given` as one would write it down. */
  text: string;
  /** Whether the answer means at most this much, so that it need not be as much. */
  isMost: boolean;
}

function amountOf({ field }: CapacityRule, profile: Profile, { questions }: RuleBook): Amount | undefined {
  const answer = profile[field];
  if (typeof answer === 'number') return { given: answer, text: whole.format(answer), isMost: false };
  const options = questions.find((question) => question.field === field)?.options ?? [];
  const amount = options.find(({ value }) => value === answer)?.amount;
  if (!amount) return undefined;
  if ('up_to' in amount) return { given: amount.up_to, text: whole.format(amount.up_to), isMost: true };
  return { given: amount.above + 1, text: `more than ${whole.format(amount.above)}`, isMost: false };
}

function check(rule: CapacityRule, profile: Profile, book: RuleBook): CapacityCheck | undefined {
  const amount = amountOf(rule, profile, book);
  if (!amount) return undefined;
  const { given } = amount;
  const value = given / (rule.divide?.by ?? 1);
  const share = value / rule.limit;
  const divided = rule.divide ? ` ÷ ${rule.divide.by} ${rule.divide.because} = ${whole.format(value)}` : '';
  const isOnlyPossible = rule.worstCase || amount.isMost;
  return {
    rule,
    given,
    value,
    share,
    status: share > 1 && !isOnlyPossible ? 'over' : share >= NEAR ? 'near' : 'within',
    arithmetic: `${amount.text} ${rule.measures}${divided}; against ${rule.limitText}: ${shareText(share)}`,
  };
}

/**
 * The profile's figures against the published ones of the recommended pattern, of the way into F&O behind middleware,
 * and of the hub where one is required or advised. Nothing is checked that was not answered.
 */
export function capacityOf(profile: Profile, recommendation: Recommendation, book: RuleBook): CapacityCheck[] {
  const { primary, wayIn, wayOut, middleware } = recommendation;
  const hub = middleware === 'required' || middleware === 'advised';
  const concerned = new Set<CapacityRule['pattern']>([
    ...(primary ? [primary] : []),
    ...[wayIn, wayOut].filter((way) => way !== undefined),
    ...(hub ? ['hub' as const] : []),
  ]);
  const isRepeated = (one: CapacityRule, index: number, all: readonly CapacityRule[]): boolean =>
    all.findIndex(({ field, limitText }) => field === one.field && limitText === one.limitText) < index;
  return (
    book.capacity
      .filter(
        (rule) => concerned.has(rule.pattern) && (!rule.when || rule.when.some((clause) => holds(clause, profile))),
      )
      // A pattern's figure may be the hub's as well; it is told once.
      .filter((rule, index, all) => rule.pattern !== 'hub' || !isRepeated(rule, index, all))
      .flatMap((rule) => check(rule, profile, book) ?? [])
      .toSorted((a, b) => b.share - a.share)
  );
}
