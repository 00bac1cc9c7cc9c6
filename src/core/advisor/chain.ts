import { applies, type Facts } from './condition.ts';
import type { Profile } from './profile.ts';
import type { Recommendation, Standing } from './recommend.ts';
import type { Evidence, MiddlewareKind, PartPlace, PartRule, PatternId, RuleBook } from './rule-book.ts';
import { type ChosenVariant, variantsOf } from './variants.ts';

/** The part that stands for a hub; its kind gives it its name. */
const HUB = 'hub';

/** A part of a design, with why it is there. */
export interface ChainPart {
  /** The id of its rule; for a hub that of its kind, `hub` where no kind fits better than another. */
  id: string;
  name: string;
  place: PartPlace;
  reason: string;
  evidence: Evidence;
  sources: readonly string[];
  run: string;
}

/** A design as the answers led to it: the pattern, how it is built, and what stands around it. */
export interface Chain {
  pattern: PatternId;
  variants: readonly ChosenVariant[];
  /** In the order of the chain: in front of the pattern, behind it, and who repairs. */
  parts: readonly ChainPart[];
  /** Kind of the hub in the chain; `open` where no kind fits better, `undefined` without a hub. */
  hub: MiddlewareKind | 'open' | undefined;
  /** Where the hub is the pattern: the ways into and out of F&O that it uses. */
  wayIn: PatternId | undefined;
  wayOut: PatternId | undefined;
  /** Whether the data leaves F&O, as far as it is known. */
  isOutbound: boolean;
  /** Whether the other side waits while F&O works. */
  callerWaits: boolean;
  /** Whether a receiver of events may read in F&O what they are about. */
  canReadBack: boolean;
}

/** Whether a pattern works here at all, even where the task asks for another one. */
const worksHere = (pattern: PatternId, standings: readonly Standing[]): boolean =>
  standings.some((one) => one.pattern === pattern && one.excludedBy.every(({ criterion }) => criterion === 'task'));

const partOf = ({ id, name, place, reason, evidence, sources, run }: PartRule): ChainPart => ({
  id,
  name,
  place,
  reason,
  evidence,
  sources,
  run,
});

/** The hub under the name and with the reason of its kind, where one fits. */
function hubPart(rule: PartRule, { middlewareKinds: [kind] }: Recommendation): ChainPart {
  const part = partOf(rule);
  if (!kind) return part;
  const { kind: id, name, reason, evidence, sources } = kind;
  return { ...part, id, name, reason, evidence, sources };
}

/** The ids of the variants that are chosen, certain or not. */
export const variantIds = (variants: readonly ChosenVariant[]): string[] =>
  variants.flatMap(({ chosen }) => chosen?.id ?? []);

/**
 * The design for a recommendation; `undefined` where no pattern can be recommended.
 *
 * Deterministic, and made of rules alone: no variant and no part whose conditions are not met.
 *
 * @param known the answers, and what follows from them
 */
export function chainOf(known: Profile, recommendation: Recommendation, book: RuleBook): Chain | undefined {
  const { primary, middleware, middlewareKinds, standings, wayIn, wayOut } = recommendation;
  if (!primary) return undefined;
  const variants = variantsOf(primary, known, book);
  const before: Facts = { ...known, primary, middleware, variant: variantIds(variants) };
  const hasHub = book.parts.some((rule) => rule.id === HUB && applies(rule, before));
  const hub = hasHub ? (middlewareKinds[0]?.kind ?? 'open') : undefined;
  const facts: Facts = hub ? { ...before, hub } : before;
  const parts = book.parts
    .filter((rule) => applies(rule, facts))
    .map((rule) => (rule.id === HUB ? hubPart(rule, recommendation) : partOf(rule)));
  const isKept = parts.some(({ id }) => id === 'queue');
  const comesLater = known.response === 'later' || known.response === 'none';
  return {
    pattern: primary,
    variants,
    parts,
    hub,
    wayIn,
    wayOut,
    isOutbound: known.direction === 'outbound' || known.operation === 'extract',
    callerWaits: !isKept && !(comesLater && (hub !== undefined || primary === 'middleware')),
    canReadBack: worksHere('odata', standings) || worksHere('custom-service', standings),
  };
}

/** The parts in one place of the chain, in order. */
export const partsAt = ({ parts }: Chain, place: PartPlace): readonly ChainPart[] =>
  parts.filter((part) => part.place === place);

/** What lines of an operations plan may ask about, beside the answers. */
export const chainFacts = ({ pattern, variants, hub }: Chain): Facts => ({
  primary: pattern,
  variant: variantIds(variants),
  ...(hub && { hub }),
});

/** The variant as one id, `a+b` where a pattern has two choices; `undefined` while one of them is open. */
export const variantId = ({ variants }: Chain): string | undefined =>
  variants.every(({ chosen }) => chosen) ? variantIds(variants).join('+') : undefined;

/** The other variants that open answers could still bring, as ids of the same form. */
export function openVariantIds(chain: Chain): string[] {
  const perChoice = chain.variants.map(({ chosen, open }) =>
    [...(chosen ? [chosen] : []), ...open].map(({ id }) => id),
  );
  const all = perChoice.reduce<string[]>(
    (before, ids) => before.flatMap((start) => ids.map((id) => (start ? `${start}+${id}` : id))),
    [''],
  );
  return all.filter((id) => id !== variantId(chain));
}

/** The names of the variants; where one is still to be chosen, those among which: `Business event, Service Bus queue`. */
export const variantText = ({ variants }: Pick<Chain, 'variants'>): string =>
  variants
    .map(({ chosen, open }) => chosen?.name ?? `undecided (${open.map(({ name }) => name).join(' / ')})`)
    .join(', ');
