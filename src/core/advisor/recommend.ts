import { applies } from './condition.ts';
import type { Profile } from './profile.ts';
import type {
  KindRule,
  MiddlewareVerdict,
  NoteRule,
  PatternId,
  PatternRule,
  RuleBook,
  VerdictRule,
} from './rule-book.ts';

/** One pattern's standing for a profile. */
export interface Standing {
  pattern: PatternId;
  /** Weights that favour it less those against it; only differences between patterns mean anything. */
  score: number;
  /** Rules by which the pattern cannot do what is asked; empty when it can. */
  excludedBy: readonly PatternRule[];
  favouredBy: readonly PatternRule[];
  heldAgainst: readonly PatternRule[];
}

export interface Recommendation {
  rulesVersion: string;
  primary: PatternId;
  /** How far the runner-up is behind: nothing is known, within one point, or more. */
  lead: 'nothing-known' | 'close' | 'clear';
  middleware: MiddlewareVerdict;
  /** Rules that ask for just this verdict; none when it is `optional`. */
  middlewareBecause: readonly VerdictRule[];
  /** Kinds of middleware that fit, best first; empty where the verdict is `avoid` or `optional`. */
  middlewareKinds: readonly KindRule[];
  /** Every pattern, the primary first, excluded ones last. */
  standings: readonly Standing[];
  /** Where middleware is the primary: the way into F&O that it uses. */
  wayIn: PatternId | undefined;
  notes: readonly NoteRule[];
}

/** Close enough that one further fact could reasonably tip it. */
const CLOSE = 1;

function standingOf(pattern: PatternId, fired: readonly PatternRule[]): Standing {
  const own = fired.filter((rule) => rule.pattern === pattern);
  const favouredBy = own.filter(({ effect }) => effect === 'favour');
  const heldAgainst = own.filter(({ effect }) => effect === 'against');
  const sum = (list: readonly PatternRule[]) => list.reduce((total, { weight }) => total + (weight ?? 0), 0);
  return {
    pattern,
    score: sum(favouredBy) - sum(heldAgainst),
    excludedBy: own.filter(({ effect }) => effect === 'exclude'),
    favouredBy,
    heldAgainst,
  };
}

/** Usable patterns before excluded ones, then by score; the book's order settles ties because sorting is stable. */
const rank = (standings: readonly Standing[]): Standing[] =>
  standings.toSorted((a, b) => Number(a.excludedBy.length > 0) - Number(b.excludedBy.length > 0) || b.score - a.score);

/**
 * The middleware verdict for a chosen pattern.
 *
 * `required` outranks `avoid`: what cannot work without a hub needs one, however unwelcome. `avoid` outranks
 * `advised`: a native pair is not routed through a hub just because the programme has one.
 */
export function middlewareVerdict(
  profile: Profile,
  primary: PatternId,
  verdicts: readonly VerdictRule[],
): { verdict: MiddlewareVerdict; because: VerdictRule[] } {
  const fired = verdicts.filter((rule) => applies(rule, { ...profile, primary }));
  for (const verdict of ['required', 'avoid', 'advised'] as const) {
    const because = fired.filter((rule) => rule.verdict === verdict);
    if (because.length > 0) return { verdict, because };
  }
  return { verdict: 'optional', because: [] };
}

function leadOf(standings: readonly Standing[]): Recommendation['lead'] {
  const [first, second] = standings;
  const nothingFired = standings.every(({ favouredBy, heldAgainst, excludedBy }) =>
    [favouredBy, heldAgainst, excludedBy].every((rules) => rules.length === 0),
  );
  if (nothingFired) return 'nothing-known';
  const rivalled = second !== undefined && second.excludedBy.length === 0;
  return rivalled && (first?.score ?? 0) - second.score <= CLOSE ? 'close' : 'clear';
}

/**
 * Weighs a profile against the rule book.
 *
 * Total and deterministic: every profile, the empty one too, gets exactly one primary, because middleware is never
 * excluded and ties go to the pattern that needs the least to own. Unanswered fields fire no rule.
 */
export function recommend(profile: Profile, book: RuleBook): Recommendation {
  const fired = book.rules.filter((rule) => applies(rule, profile));
  const standings = rank(book.patterns.map(({ id }) => standingOf(id, fired)));
  const primary = (standings[0] as Standing).pattern;
  const { verdict, because } = middlewareVerdict(profile, primary, book.verdicts);
  const wantsHub = verdict === 'advised' || verdict === 'required';
  const facts = { ...profile, primary };
  return {
    rulesVersion: book.version,
    primary,
    lead: leadOf(standings),
    middleware: verdict,
    middlewareBecause: because,
    middlewareKinds: wantsHub ? book.kinds.filter((rule) => applies(rule, facts)) : [],
    standings,
    wayIn:
      primary === 'middleware'
        ? standings.find(({ pattern, excludedBy }) => pattern !== 'middleware' && excludedBy.length === 0)?.pattern
        : undefined,
    notes: book.notes.filter((rule) => applies(rule, facts)),
  };
}
