import { testField } from './condition.ts';
import { type Domain, domainFor, domainOf, type Value } from './domain.ts';
import { type Field, type Profile, testedFields } from './profile.ts';
import type {
  Clause,
  FieldTest,
  Grounds,
  MiddlewareVerdict,
  PatternId,
  PatternRule,
  RuleBook,
  VerdictRule,
} from './rule-book.ts';
import { decidingIn } from './vocabulary.ts';

/**
 * The rule book as sets of bits: one bit for each value that the rules can tell apart, and one for each clause.
 *
 * A profile that is only partly known is one set of values a field, its room. Which clauses may hold in a room and
 * which must is then a matter of a few dozen bitwise operations, without listing a single completion.
 */
export interface CompiledBook {
  book: RuleBook;
  domain: Domain;
  /** Deciding fields, then the chosen pattern as one field more. */
  fields: readonly (Field | 'primary')[];
  /** The values of that one field more, in the order of their bits. */
  patternIds: readonly PatternId[];
  /** For each field the bits of all its values, "not known" included. */
  everything: readonly number[];
  clauses: readonly (readonly BitTest[])[];
  /** For each field, by the values left in it, the clauses that it lets hold. */
  byValues: readonly Map<number, ClauseSets>[];
  patterns: readonly CompiledPattern[];
  verdicts: readonly (CompiledRule & { verdict: MiddlewareVerdict })[];
  /** Each as the tests that cannot all pass. */
  contradictions: readonly (readonly BitTest[])[];
}

/** Which bits of which field let a test pass. */
export interface BitTest {
  field: number;
  passes: number;
}

/** Places of a rule's clauses in the book's list. */
export interface CompiledRule {
  when: readonly number[];
  unless: readonly number[];
}

/** A statement with the points it would count alone: its strength times its criterion's weight. */
export interface WeighingRule extends CompiledRule {
  points: number;
}

/** What one criterion can say of a pattern; of each list only the first that fires counts. */
export interface CompiledCriterion {
  /** The strongest first. */
  favouring: readonly WeighingRule[];
  opposing: readonly WeighingRule[];
}

/** The rules about one pattern. */
export interface CompiledPattern {
  id: PatternId;
  excluding: readonly CompiledRule[];
  /** Statements that make the task one for this pattern; at least one has to fire. */
  forTask: readonly CompiledRule[];
  /** Criteria under which the pattern has any statement. */
  criteria: readonly CompiledCriterion[];
}

/** For each field of the compiled book the values it may still take. */
export type Room = readonly number[];

/** Clauses that may hold in some completion of a room, and those that hold in every one. */
export interface ClauseSets {
  possible: Uint32Array;
  certain: Uint32Array;
}

/** What comes out of a room in which every field has one value. */
export interface Outcome {
  /** `undefined` where nothing can be recommended. */
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
}

/** Bit 0 of every field stands for "not known", which passes no test. */
export const UNKNOWN = 1;
const PRIMARY = 'primary';
const WORD = 32;

const sameValue = (a: Value, b: Value): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item) => (b as readonly string[]).includes(item))
    : a === b;

/** All values of a field in the order of their bits, from bit 1. */
function valuesOf(field: Field | typeof PRIMARY, { patternIds, domain }: Ground): readonly (Value | PatternId)[] {
  return field === PRIMARY ? patternIds : (domain.get(field) ?? []);
}

/** What tests are compiled over. */
type Ground = Pick<CompiledBook, 'fields' | 'patternIds' | 'domain'>;

function compileTest(test: FieldTest, ground: Ground): BitTest {
  const passes = valuesOf(test.field as Field, ground).reduce<number>(
    (bits, value, index) => (testField(test, { [test.field]: value }) ? bits | (2 << index) : bits),
    0,
  );
  return { field: ground.fields.indexOf(test.field as Field), passes };
}

/** Bits of a set that stay clear of the sign. */
const MOST_BITS = 31;

/** All bits of a field: one for each of its values, and one for "not known". */
function everyBitOf(field: Field | typeof PRIMARY, values: number): number {
  if (values + 1 <= MOST_BITS) return (2 << values) - 1;
  throw new RangeError(`${field} has ${values + 1} values with "not known"; the evaluator takes at most ${MOST_BITS}`);
}

/** What stands in a compiled book whatever its statements, and how one of them is added to it. */
function begin(book: RuleBook, tested: readonly Field[], domain: Domain) {
  const fields = [...tested, PRIMARY] as const;
  const over: Ground = { fields, domain, patternIds: book.patterns.map(({ id }) => id) };
  const clauses: (readonly BitTest[])[] = [];
  const add = (tests: Clause): number => clauses.push(tests.map((test) => compileTest(test, over))) - 1;
  const compileRule = ({ when, unless }: Grounds): CompiledRule => ({
    when: when.map(add),
    unless: unless.map(add),
  });
  const ground = {
    book,
    ...over,
    everything: fields.map((field) => everyBitOf(field, valuesOf(field, over).length)),
    clauses,
    byValues: fields.map(() => new Map()),
    contradictions: book.contradictions.flatMap(({ when }) =>
      when.map((tests) => tests.map((test) => compileTest(test, over))),
    ),
  };
  return { ground, compileRule };
}

/**
 * Compiles a few statements alone, over the values that they and the contradictions tell apart.
 *
 * @returns the statements in their order, and the book in which their rooms are searched
 */
export function compileAlone(
  statements: readonly Grounds[],
  book: RuleBook,
): { compiled: CompiledBook; rules: readonly CompiledRule[] } {
  const domain = domainFor(testedFields, [...statements, ...book.contradictions]);
  const { ground, compileRule } = begin(book, testedFields, domain);
  return { rules: statements.map(compileRule), compiled: { ...ground, patterns: [], verdicts: [] } };
}

const compiledBooks = new WeakMap<RuleBook, CompiledBook>();

/**
 * Compiles a rule book, once for each.
 *
 * @throws {RangeError} when the rules tell more values of a field apart than a set of bits holds
 */
export function compile(book: RuleBook): CompiledBook {
  const known = compiledBooks.get(book);
  if (known) return known;
  const { ground, compileRule } = begin(book, decidingIn(book), domainOf(book));
  const weighing = (rules: readonly PatternRule[], effect: PatternRule['effect'], weight: number): WeighingRule[] =>
    rules
      .filter((rule) => rule.effect === effect)
      .map((rule) => ({ ...compileRule(rule), points: weight * (rule.weight ?? 0) }))
      .toSorted((a, b) => b.points - a.points);
  const compiled: CompiledBook = {
    ...ground,
    patterns: book.patterns.map(({ id }) => {
      const own = book.rules.filter(({ pattern }) => pattern === id);
      const asked = book.criteria
        .map(({ id: criterion, weight }) => ({ weight, rules: own.filter((rule) => rule.criterion === criterion) }))
        .filter(({ rules }) => rules.length > 0);
      return {
        id,
        excluding: own.filter(({ effect }) => effect === 'exclude').map(compileRule),
        forTask: own.filter(({ criterion, effect }) => criterion === 'task' && effect === 'favour').map(compileRule),
        criteria: asked.map(({ weight, rules }) => ({
          favouring: weighing(rules, 'favour', weight),
          opposing: weighing(rules, 'against', weight),
        })),
      };
    }),
    verdicts: book.verdicts.map((rule: VerdictRule) => ({ ...compileRule(rule), verdict: rule.verdict })),
  };
  compiledBooks.set(book, compiled);
  return compiled;
}

/** The interval of a count, or the index of a value, as its bit. */
function bitOf(field: Field, value: Value, { domain }: CompiledBook): number {
  const values = domain.get(field) ?? [];
  const found =
    typeof value === 'number'
      ? values.findIndex((upTo, index) => value <= Number(upTo) || index === values.length - 1)
      : values.findIndex((other) => sameValue(other, value));
  return 2 << found;
}

/**
 * What a partly answered profile leaves open.
 *
 * @param unsure fields answered by "not sure", which therefore stay unknown
 */
export function roomOf(profile: Profile, unsure: readonly Field[], compiled: CompiledBook): Room {
  return compiled.fields.map((field, index) => {
    if (field === PRIMARY) return compiled.everything[index] as number;
    const value = profile[field];
    if (value !== undefined) return bitOf(field, value, compiled);
    return unsure.includes(field) ? UNKNOWN : (compiled.everything[index] as number);
  });
}

/** A room that leaves only one pattern as the primary, or none. */
export const withPrimary = (
  room: Room,
  primary: PatternId | undefined,
  { patternIds }: Pick<CompiledBook, 'patternIds'>,
): Room => [...room.slice(0, -1), primary ? 2 << patternIds.indexOf(primary) : UNKNOWN];

/** Single bits of a set, lowest first. */
export function bitsOf(left: number): number[] {
  const bits: number[] = [];
  for (let rest = left; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}

/** Clauses that one field, with these values left, lets hold or makes fail. */
function setsOfField(field: number, left: number, { clauses }: CompiledBook): ClauseSets {
  const words = Math.ceil(clauses.length / WORD);
  const sets = { possible: new Uint32Array(words).fill(~0), certain: new Uint32Array(words).fill(~0) };
  clauses.forEach((tests, clause) => {
    const word = Math.floor(clause / WORD);
    const mask = ~(1 << (clause % WORD));
    for (const test of tests) {
      if (test.field !== field) continue;
      if ((left & test.passes) === 0) sets.possible[word] = (sets.possible[word] as number) & mask;
      if ((left & ~test.passes) !== 0) sets.certain[word] = (sets.certain[word] as number) & mask;
    }
  });
  return sets;
}

/** Clauses that may and that must hold in a room. */
export function clausesIn(room: Room, compiled: CompiledBook): ClauseSets {
  const words = Math.ceil(compiled.clauses.length / WORD);
  const possible = new Uint32Array(words).fill(~0);
  const certain = new Uint32Array(words).fill(~0);
  for (let field = 0; field < room.length; field += 1) {
    const left = room[field] as number;
    const known = compiled.byValues[field] as Map<number, ClauseSets>;
    let sets = known.get(left);
    if (!sets) {
      sets = setsOfField(field, left, compiled);
      known.set(left, sets);
    }
    for (let word = 0; word < words; word += 1) {
      possible[word] = (possible[word] as number) & (sets.possible[word] as number);
      certain[word] = (certain[word] as number) & (sets.certain[word] as number);
    }
  }
  return { possible, certain };
}

const has = (set: Uint32Array, clause: number): boolean =>
  (((set[clause >>> 5] as number) >>> (clause & 31)) & 1) === 1;

function hasAny(set: Uint32Array, clauses: readonly number[]): boolean {
  for (const clause of clauses) if (has(set, clause)) return true;
  return false;
}

/** Whether a rule fires in every completion. */
export const mustFire = ({ when, unless }: CompiledRule, { possible, certain }: ClauseSets): boolean =>
  hasAny(certain, when) && !hasAny(possible, unless);

/** Whether a rule may fire in some completion; where it has an exception, this can be a cautious yes. */
export const mayFire = ({ when, unless }: CompiledRule, { possible, certain }: ClauseSets): boolean =>
  hasAny(possible, when) && !hasAny(certain, unless);

/** A test of an open rule that the room has not decided yet; `undefined` where all are decided. */
export function openTest({ when, unless }: CompiledRule, room: Room, compiled: CompiledBook): BitTest | undefined {
  const isOpen = ({ field, passes }: BitTest): boolean =>
    ((room[field] as number) & passes) !== 0 && ((room[field] as number) & ~passes) !== 0;
  const canHold = (tests: readonly BitTest[]): boolean =>
    tests.every(({ field, passes }) => ((room[field] as number) & passes) !== 0);
  for (const clause of [...when, ...unless]) {
    const tests = compiled.clauses[clause] as readonly BitTest[];
    const open = canHold(tests) ? tests.find(isOpen) : undefined;
    if (open) return open;
  }
  return undefined;
}

/** The room in which a test passes, and the one in which it fails. */
export function split(room: Room, { field, passes }: BitTest): [Room, Room] {
  const left = room[field] as number;
  return [room.with(field, left & passes), room.with(field, left & ~passes)];
}

/** `required` outranks `avoid`, `avoid` outranks `advised`; nothing asked for is `optional`. */
export const verdictRank: Record<MiddlewareVerdict, number> = { optional: 0, advised: 1, avoid: 2, required: 3 };

/** The points of the first statement that fires in every completion of a room; lists stand the strongest first. */
function firstPoints(rules: readonly WeighingRule[], sets: ClauseSets): number {
  for (const rule of rules) if (mustFire(rule, sets)) return rule.points;
  return 0;
}

/** The pattern that comes out of a room in which every field has one value. */
export function primaryOf(room: Room, compiled: CompiledBook): PatternId | undefined {
  const sets = clausesIn(room, compiled);
  const fires = (rule: CompiledRule): boolean => mustFire(rule, sets);
  let best: CompiledPattern | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const pattern of compiled.patterns) {
    if (!pattern.forTask.some(fires) || pattern.excluding.some(fires)) continue;
    let score = 0;
    for (const { favouring, opposing } of pattern.criteria) {
      score += firstPoints(favouring, sets) - firstPoints(opposing, sets);
    }
    if (score > most) [best, most] = [pattern, score];
  }
  return best?.id;
}

/** Pattern and middleware verdict of a room in which every field has one value; the same as `recommend`, much faster. */
export function outcomeOf(room: Room, compiled: CompiledBook): Outcome {
  const primary = primaryOf(room, compiled);
  const sets = clausesIn(withPrimary(room, primary, compiled), compiled);
  let middleware: MiddlewareVerdict = 'optional';
  for (const rule of compiled.verdicts) {
    if (verdictRank[rule.verdict] > verdictRank[middleware] && mustFire(rule, sets)) middleware = rule.verdict;
  }
  return { primary, middleware };
}
