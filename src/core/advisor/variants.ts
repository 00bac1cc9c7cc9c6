import {
  type CompiledBook,
  type CompiledRule,
  clausesIn,
  compileAlone,
  mayFire,
  mustFire,
  openTest,
  type Room,
  roomOf,
  split,
  withPrimary,
} from './compiled.ts';
import { applies } from './condition.ts';
import { contradictionsBy, withImplied } from './contradictions.ts';
import type { Domain, Value } from './domain.ts';
import type { Feasible } from './feasible.ts';
import { type Field, type Profile, testedFields } from './profile.ts';
import { recommend } from './recommend.ts';
import type { PatternId, RuleBook, VariantChoice, VariantRule } from './rule-book.ts';
import { searchFrom } from './settle.ts';

/** How one choice of a pattern came out. */
export interface ChosenVariant {
  choice: VariantChoice;
  /** The variant that the answers ask for; `undefined` where they ask for none yet. */
  chosen: VariantRule | undefined;
  /** The others that open answers could still bring; none where the one that is chosen is certain. */
  open: readonly VariantRule[];
}

/** What one more answer would choose. */
export interface VariantMove {
  field: Field;
  /** Answers that all lead to it. */
  values: readonly Value[];
  /** The values that the variants tell apart. */
  domain: Domain;
  variant: VariantRule;
}

type CompiledChoice = ReturnType<typeof compileAlone>;

const compiledChoices = new WeakMap<VariantChoice, CompiledChoice>();

/** A choice belongs to one rule book, so it is compiled once. */
function compiledChoice(choice: VariantChoice, book: RuleBook): CompiledChoice {
  const known = compiledChoices.get(choice);
  if (known) return known;
  const compiled = compileAlone(choice.variants, book);
  compiledChoices.set(choice, compiled);
  return compiled;
}

interface VariantSearch {
  compiled: CompiledBook;
  feasible: Feasible;
}

/** Whether some completion of a room makes a variant the first that applies. */
function canBeChosen(rule: CompiledRule, before: readonly CompiledRule[], wide: Room, search: VariantSearch): boolean {
  const { compiled, feasible } = search;
  const room = feasible.narrow(wide);
  if (!room) return false;
  const sets = clausesIn(room, compiled);
  if (!mayFire(rule, sets) || before.some((other) => mustFire(other, sets))) return false;
  const isOwnOpen = !mustFire(rule, sets);
  const rivals = before.filter((other) => mayFire(other, sets));
  const test = isOwnOpen
    ? openTest(rule, room, compiled)
    : rivals.map((other) => openTest(other, room, compiled)).find((found) => found !== undefined);
  if (test) return split(room, test).some((part) => canBeChosen(rule, before, part, search));
  return !isOwnOpen && !feasible.isEmpty(room);
}

const firstThatApplies = ({ variants, pattern }: VariantChoice, profile: Profile): VariantRule | undefined =>
  variants.find((variant) => applies(variant, { ...profile, primary: pattern }));

function choose(choice: VariantChoice, known: Profile, book: RuleBook): ChosenVariant {
  const chosen = firstThatApplies(choice, known);
  const { compiled, rules } = compiledChoice(choice, book);
  const room = withPrimary(roomOf(known, [], compiled), choice.pattern, compiled);
  const search = searchFrom(room, compiled);
  const open = choice.variants.filter(
    (variant, index) =>
      variant !== chosen && canBeChosen(rules[index] as CompiledRule, rules.slice(0, index), room, search),
  );
  return { choice, chosen, open };
}

/**
 * The variants of a pattern: for each of its choices the first whose conditions are met, and those that open answers,
 * "not sure" included, could still bring. Exact in the same way as `settle`.
 *
 * @param known the answers, and what follows from them
 */
export const variantsOf = (pattern: PatternId, known: Profile, book: RuleBook): ChosenVariant[] =>
  book.choices.filter((choice) => choice.pattern === pattern).map((choice) => choose(choice, known, book));

/** A variant is certain where no open answer can bring another one. */
export const isVariantCertain = ({ chosen, open }: ChosenVariant): boolean => chosen !== undefined && open.length === 0;

/**
 * Single answers that would choose another variant and leave the pattern as it is, each tried.
 *
 * @param unsure fields answered by "not sure"; they are tried as well, since somebody may find out
 */
export function whatChooses(
  { choice, chosen }: ChosenVariant,
  given: Profile,
  unsure: readonly Field[],
  book: RuleBook,
): VariantMove[] {
  const known = withImplied(given, unsure, book);
  const { domain } = compiledChoice(choice, book).compiled;
  const read = new Set(
    choice.variants.flatMap(({ when, unless }) => [...when, ...unless].flat().map(({ field }) => field)),
  );
  const chosenBy = (field: Field, value: Value): VariantRule | undefined => {
    if (contradictionsBy({ [field]: value }, known, book).length > 0) return undefined;
    const changed = withImplied({ ...given, [field]: value }, unsure, book);
    const variant = firstThatApplies(choice, changed);
    return variant !== chosen && recommend(changed, book).primary === choice.pattern ? variant : undefined;
  };
  return testedFields
    .filter((field) => read.has(field) && known[field] === undefined)
    .flatMap((field) => {
      const tried = (domain.get(field) ?? []).map((value) => ({ value, variant: chosenBy(field, value) }));
      return choice.variants.flatMap((variant) => {
        const values = tried.flatMap((one) => (one.variant === variant ? [one.value] : []));
        return values.length > 0 ? [{ field, values, domain, variant }] : [];
      });
    });
}
