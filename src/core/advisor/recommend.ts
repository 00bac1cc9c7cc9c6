import { applies, type Facts } from './condition.ts';
import type { Profile } from './profile.ts';
import type {
  Criterion,
  CriterionId,
  KindRule,
  MiddlewareVerdict,
  NoteRule,
  PatternId,
  PatternRule,
  RuleBook,
  VerdictRule,
} from './rule-book.ts';

/** What one criterion says of a pattern: the strongest statement for it and the strongest against it. */
export interface CriterionStanding {
  criterion: CriterionId;
  favouredBy: PatternRule | undefined;
  heldAgainst: PatternRule | undefined;
  /** The one less the other, times the criterion's weight. */
  points: number;
}

/** One pattern's standing for a profile. */
export interface Standing {
  pattern: PatternId;
  /** The points of all criteria; only differences between patterns mean anything. */
  score: number;
  /** Criteria that say something of the pattern, in the book's order. */
  criteria: readonly CriterionStanding[];
  /** Whether some statement says that the task is one for this pattern; without it, nothing can recommend it. */
  fitsTask: boolean;
  /** Rules by which the pattern cannot do what is asked; empty when it can. */
  excludedBy: readonly PatternRule[];
  /** The statements that count, the weightiest first. */
  favouredBy: readonly PatternRule[];
  heldAgainst: readonly PatternRule[];
}

/** What comes out of a profile: the pattern, the verdict on middleware, and where every pattern stands. */
export interface Recommendation {
  rulesVersion: string;
  /** `undefined` where no pattern that is not excluded is made for the task, as far as it is known. */
  primary: PatternId | undefined;
  /** How far the runner-up is behind: within one step, or more. It means something only beside a certain verdict. */
  margin: 'close' | 'clear';
  middleware: MiddlewareVerdict;
  /** Rules that ask for just this verdict; none when it is `optional`. */
  middlewareBecause: readonly VerdictRule[];
  /** Kinds of middleware that fit, best first; empty where the verdict is `avoid` or `optional`. */
  middlewareKinds: readonly KindRule[];
  /** Every pattern: those that can be recommended first, then those that are not made for the task, excluded ones last. */
  standings: readonly Standing[];
  /** Where middleware is the primary: the way into F&O that it uses, where anything goes in. */
  wayIn: PatternId | undefined;
  /** Where middleware is the primary: the way out of F&O that it uses, where anything comes out. */
  wayOut: PatternId | undefined;
  notes: readonly NoteRule[];
}

/** Points within which one more step under one criterion could tip it: what most criteria weigh. */
const CLOSE = 2;

/** The first of the strongest; rules keep the order in which they stand in their file. */
const strongest = (rules: readonly PatternRule[], effect: PatternRule['effect']): PatternRule | undefined =>
  rules
    .filter((rule) => rule.effect === effect)
    .reduce<PatternRule | undefined>(
      (best, rule) => ((rule.weight ?? 0) > (best?.weight ?? 0) ? rule : best),
      undefined,
    );

function criterionStanding({ id, weight }: Criterion, own: readonly PatternRule[]): CriterionStanding {
  const asked = own.filter(({ criterion }) => criterion === id);
  const favouredBy = strongest(asked, 'favour');
  const heldAgainst = strongest(asked, 'against');
  return {
    criterion: id,
    favouredBy,
    heldAgainst,
    points: weight * ((favouredBy?.weight ?? 0) - (heldAgainst?.weight ?? 0)),
  };
}

function standingOf(pattern: PatternId, fired: readonly PatternRule[], book: RuleBook): Standing {
  const own = fired.filter((rule) => rule.pattern === pattern);
  const criteria = book.criteria
    .map((criterion) => criterionStanding(criterion, own))
    .filter(({ favouredBy, heldAgainst }) => favouredBy || heldAgainst);
  const counted = (side: 'favouredBy' | 'heldAgainst'): PatternRule[] =>
    byImportance(
      criteria.flatMap((one) => one[side] ?? []),
      book,
    );
  return {
    pattern,
    score: criteria.reduce((total, { points }) => total + points, 0),
    criteria,
    fitsTask: criteria.some(({ criterion, favouredBy }) => criterion === 'task' && favouredBy !== undefined),
    excludedBy: own.filter(({ effect }) => effect === 'exclude'),
    favouredBy: counted('favouredBy'),
    heldAgainst: counted('heldAgainst'),
  };
}

/** What a statement counts in the end: its strength times its criterion's weight. */
export const importanceOf = ({ weight = 0, criterion }: PatternRule, { criteria }: RuleBook): number =>
  weight * (criteria.find(({ id }) => id === criterion)?.weight ?? 0);

/** Statements by what they count, the weightiest first. */
export const byImportance = (rules: readonly PatternRule[], book: RuleBook): PatternRule[] =>
  rules.toSorted((a, b) => importanceOf(b, book) - importanceOf(a, book));

/** Whether nothing forbids a pattern and the task is one for it. */
export const canBeRecommended = ({ excludedBy, fitsTask }: Standing): boolean => excludedBy.length === 0 && fitsTask;

/** 0 for what can be recommended, 1 for what the task does not ask for, 2 for what is excluded. */
const group = (standing: Standing): number => (standing.excludedBy.length > 0 ? 2 : canBeRecommended(standing) ? 0 : 1);

/** By group, then by score; the book's order settles ties because sorting is stable. */
const rank = (standings: readonly Standing[]): Standing[] =>
  standings.toSorted((a, b) => group(a) - group(b) || b.score - a.score);

/**
 * The middleware verdict for a chosen pattern.
 *
 * `required` outranks `avoid`: what cannot work without a hub needs one, however unwelcome. `avoid` outranks
 * `advised`: a native pair is not routed through a hub just because the programme has one.
 */
export function middlewareVerdict(
  profile: Profile,
  primary: PatternId | undefined,
  verdicts: readonly VerdictRule[],
): { verdict: MiddlewareVerdict; because: VerdictRule[] } {
  const fired = verdicts.filter((rule) => applies(rule, withPrimary(profile, primary)));
  for (const verdict of ['required', 'avoid', 'advised'] as const) {
    const because = fired.filter((rule) => rule.verdict === verdict);
    if (because.length > 0) return { verdict, because };
  }
  return { verdict: 'optional', because: [] };
}

function marginOf([first, second]: readonly Standing[]): Recommendation['margin'] {
  const rival = second && canBeRecommended(second) ? second : undefined;
  return first && rival && first.score - rival.score <= CLOSE ? 'close' : 'clear';
}

/** The patterns by which a hub reaches F&O, and by which F&O reaches a hub. */
const waysIn: readonly PatternId[] = ['odata', 'custom-service', 'dmf'];
const waysOut: readonly PatternId[] = ['business-events', 'outbound-call', 'dmf', 'odata', 'custom-service'];

/** The best way through F&O behind a hub that is the pattern itself; nothing that cannot be used. */
function wayFor(ways: readonly PatternId[], standings: readonly Standing[]): PatternId | undefined {
  return standings.find(({ pattern, excludedBy }) => ways.includes(pattern) && excludedBy.length === 0)?.pattern;
}

/** What is known, and the pattern chosen for it, for rules that ask for both. */
const withPrimary = (profile: Profile, primary: PatternId | undefined): Facts =>
  primary ? { ...profile, primary } : profile;

/**
 * Weighs a profile against the rule book: criterion by criterion, the strongest statement for and against each pattern.
 *
 * Deterministic: ties go to the pattern that needs the least to own. Unanswered fields fire no rule, so a profile of which
 * little is known may lead to no pattern at all.
 */
export function recommend(profile: Profile, book: RuleBook): Recommendation {
  const fired = book.rules.filter((rule) => applies(rule, profile));
  const standings = rank(book.patterns.map(({ id }) => standingOf(id, fired, book)));
  const first = standings[0] as Standing;
  const primary = canBeRecommended(first) ? first.pattern : undefined;
  const { verdict, because } = middlewareVerdict(profile, primary, book.verdicts);
  const wantsHub = verdict === 'advised' || verdict === 'required';
  const facts = withPrimary(profile, primary);
  const isHub = primary === 'middleware';
  return {
    rulesVersion: book.version,
    primary,
    margin: marginOf(standings),
    middleware: verdict,
    middlewareBecause: because,
    middlewareKinds: wantsHub ? book.kinds.filter((rule) => applies(rule, facts)) : [],
    standings,
    wayIn: isHub && profile.direction !== 'outbound' ? wayFor(waysIn, standings) : undefined,
    wayOut:
      isHub && (profile.direction === 'outbound' || profile.direction === 'bidirectional')
        ? wayFor(waysOut, standings)
        : undefined,
    notes: book.notes.filter((rule) => applies(rule, facts)),
  };
}
