import { testField } from './condition.ts';
import { type Domain, domainOf, type Value } from './domain.ts';
import { decidingFields, type Field, type Profile } from './profile.ts';
import { type Clause, type FieldTest, type Grounds, type PatternId, patternIds, type RuleBook } from './rule-book.ts';

/**
 * The rule book with every test turned into a set of bits, one bit for each value that the rules can tell apart.
 *
 * A profile that is only partly known is then one set of bits a field, the values it may still take, and a rule can be
 * told to hold, not to hold or to be open without listing a single completion.
 */
export interface CompiledBook {
  book: RuleBook;
  domain: Domain;
  /** Deciding fields, then the chosen pattern as one field more. */
  fields: readonly (Field | 'primary')[];
  /** For each field the bits of all its values, "not known" included. */
  everything: readonly number[];
  rules: readonly CompiledRule[];
  verdicts: readonly CompiledRule[];
}

/** Which bits of which field let a test pass. */
export interface BitTest {
  field: number;
  passes: number;
}

export interface CompiledRule {
  when: readonly (readonly BitTest[])[];
  unless: readonly BitTest[] | undefined;
  source: Grounds;
}

/** For each field of the compiled book the values it may still take. */
export type Room = number[];

/** Bit 0 of every field stands for "not known", which passes no test. */
const UNKNOWN = 1;

const sameValue = (a: Value, b: Value): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item) => (b as readonly string[]).includes(item))
    : a === b;

const PRIMARY = 'primary';

/** All values of a field in the order of their bits, from bit 1. */
function valuesOf(field: Field | typeof PRIMARY, domain: Domain): readonly (Value | PatternId)[] {
  return field === PRIMARY ? patternIds : (domain.get(field) ?? []);
}

function compileTest(test: FieldTest, fields: CompiledBook['fields'], domain: Domain): BitTest {
  const passes = valuesOf(test.field as Field, domain).reduce<number>(
    (bits, value, place) => (testField(test, { [test.field]: value }) === true ? bits | (2 << place) : bits),
    0,
  );
  return { field: fields.indexOf(test.field as Field), passes };
}

const compiledBooks = new WeakMap<RuleBook, CompiledBook>();

export function compile(book: RuleBook): CompiledBook {
  const known = compiledBooks.get(book);
  if (known) return known;
  const domain = domainOf(book);
  const fields = [...decidingFields, PRIMARY] as const;
  const clause = (tests: Clause) => tests.map((test) => compileTest(test, fields, domain));
  const rule = (source: Grounds): CompiledRule => ({
    when: source.when.map(clause),
    unless: source.unless && clause(source.unless),
    source,
  });
  const compiled: CompiledBook = {
    book,
    domain,
    fields,
    everything: fields.map((field) => (2 << valuesOf(field, domain).length) - 1),
    rules: book.rules.map(rule),
    verdicts: book.verdicts.map(rule),
  };
  compiledBooks.set(book, compiled);
  return compiled;
}

/** The interval of a count, or the place of a value, as its bit. */
function bitOf(field: Field, value: Value, { domain }: CompiledBook): number {
  const values = domain.get(field) ?? [];
  const place =
    typeof value === 'number'
      ? values.findIndex((upTo, index) => value <= Number(upTo) || index === values.length - 1)
      : values.findIndex((other) => sameValue(other, value));
  return 2 << place;
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

/** A room that leaves only one pattern as the primary. */
export const withPrimary = (room: Room, primary: PatternId): Room => [
  ...room.slice(0, -1),
  2 << patternIds.indexOf(primary),
];

export type Status = 'holds' | 'fails' | 'open';

function statusOfClause(clause: readonly BitTest[], room: Room): Status {
  let open = false;
  for (const { field, passes } of clause) {
    const left = room[field] as number;
    if ((left & passes) === 0) return 'fails';
    if ((left & ~passes) !== 0) open = true;
  }
  return open ? 'open' : 'holds';
}

/** Whether a rule fires in every, in no or in some completions of a room. */
export function statusOf({ when, unless }: CompiledRule, room: Room): Status {
  const clauses = when.map((clause) => statusOfClause(clause, room));
  const asked = clauses.includes('holds') ? 'holds' : clauses.includes('open') ? 'open' : 'fails';
  if (asked === 'fails' || unless === undefined) return asked;
  const spared = statusOfClause(unless, room);
  if (spared === 'holds') return 'fails';
  return spared === 'open' ? 'open' : asked;
}

/** A test of an open rule that the room has not decided yet. */
export function openTest({ when, unless }: CompiledRule, room: Room): BitTest | undefined {
  const undecided = ({ field, passes }: BitTest): boolean =>
    ((room[field] as number) & passes) !== 0 && ((room[field] as number) & ~passes) !== 0;
  const clause = when.find((tests) => statusOfClause(tests, room) === 'open');
  return clause?.find(undecided) ?? unless?.find(undecided);
}

/** The room in which a test passes, and the one in which it fails. */
export function split(room: Room, { field, passes }: BitTest): [Room, Room] {
  const left = room[field] as number;
  return [room.with(field, left & passes), room.with(field, left & ~passes)];
}
