import type { Problem } from '#content/reading/problem.ts';
import { applies, holds, testField } from '#core/advisor/condition.ts';
import { domainOf, type Value } from '#core/advisor/domain.ts';
import type { CountField, Field, Profile } from '#core/advisor/profile.ts';
import type { Clause, FieldTest, PatternId, PatternRule, RuleBook, VerdictRule } from '#core/advisor/rule-book.ts';

/**
 * That more records and more systems never weaken the verdict on middleware, by what single rules may ask.
 *
 * A verdict depends on the answers and on the pattern. The answers alone cannot weaken it while what speaks for a hub has
 * no upper bound of these counts, and what speaks against one no lower bound. The pattern cannot weaken it while it is
 * asked about below the least load at which patterns move only, or is middleware itself, which no other pattern may
 * overtake as the load grows.
 */

const middlewareFile = 'content/advisor/middleware.yaml';
const loads: readonly CountField[] = ['peak_batch_records', 'volume_per_day'];
const growing: readonly CountField[] = [...loads, 'systems'];

const isGrowing = ({ field }: FieldTest): boolean => (growing as readonly string[]).includes(field);
const isLoad = ({ field }: FieldTest): boolean => (loads as readonly string[]).includes(field);
const hasFloor = (test: FieldTest): boolean =>
  'range' in test && (test.range.above !== undefined || test.range.from !== undefined);
const hasCeiling = (test: FieldTest): boolean =>
  'range' in test && (test.range.below !== undefined || test.range.up_to !== undefined);

/** The last number of records that does not pass a test with a lower bound. */
const floorOf = (test: FieldTest): number =>
  'range' in test ? Math.max(test.range.above ?? 0, (test.range.from ?? 0) - 1) : 0;

const fileOf = ({ pattern }: PatternRule): string => `content/advisor/rules/${pattern}.yaml`;
const isFor = ({ verdict }: VerdictRule): boolean => verdict !== 'avoid';

/** A statement that stops to speak for a hub, or begins to speak against one, as a count grows. */
function boundProblems(rule: VerdictRule): Problem[] {
  const [bad, side] = isFor(rule) ? [hasCeiling, 'an upper'] : [hasFloor, 'a lower'];
  const [badException, otherSide] = isFor(rule) ? [hasFloor, 'a lower'] : [hasCeiling, 'an upper'];
  const report = (at: string, test: FieldTest, bound: string): Problem => ({
    file: middlewareFile,
    field: `${rule.id}.${at}`,
    message: `has ${bound} bound of ${test.field}, so that more would weaken middleware`,
  });
  const inWhen = rule.when.flat().filter((test) => isGrowing(test) && bad(test));
  const inUnless = rule.unless.flat().filter((test) => isGrowing(test) && badException(test));
  return [
    ...inWhen.map((test) => report('when', test, side)),
    ...inUnless.map((test) => report('unless', test, otherSide)),
  ];
}

const testsPattern = (tests: Clause): boolean => tests.some(({ field }) => field === 'primary');
const asksForHub = (tests: Clause): boolean =>
  tests.every((test) => test.field !== 'primary' || ('anyOf' in test && String(test.anyOf) === 'middleware'));

const testsOf = ({ when, unless }: PatternRule): FieldTest[] => [...when, ...unless].flat();
const favoursHub = ({ pattern, effect }: PatternRule): boolean => pattern === 'middleware' && effect === 'favour';

/** For each count that can move the pattern to another than middleware, the most that moves none yet. */
function mostThatMovesNone({ rules }: RuleBook): ReadonlyMap<string, number> {
  const floors = rules.flatMap((rule) =>
    testsOf(rule)
      .filter((test) => isLoad(test) || (isGrowing(test) && !favoursHub(rule)))
      .map((test) => ({ field: test.field, floor: floorOf(test) })),
  );
  const byField = Map.groupBy(floors, ({ field }) => field);
  return new Map([...byField].map(([field, own]) => [field, Math.min(...own.map(({ floor }) => floor))]));
}

/** A verdict that hangs on the pattern although a greater load may move the pattern. */
function patternProblems(rule: VerdictRule, book: RuleBook): Problem[] {
  const asked = [...rule.when, ...rule.unless].filter(testsPattern);
  if (asked.length === 0) return [];
  const report = (message: string): Problem[] => [{ file: middlewareFile, field: rule.id, message }];
  if (rule.unless.some(testsPattern)) {
    return report('has an exception that asks for the pattern, which a greater load may move; ask for answers instead');
  }
  if (isFor(rule)) {
    if (rule.verdict === 'required' && asked.every(asksForHub)) return [];
    return report('speaks for a hub by the pattern, which a greater load may move; ask for answers instead');
  }
  const unended = [...mostThatMovesNone(book)].filter(
    ([field, most]) =>
      !rule.unless.some(
        ([test, ...more]) => test?.field === field && hasFloor(test) && more.length === 0 && floorOf(test) <= most,
      ),
  );
  return unended.flatMap(([field, most]) =>
    report(`asks for the pattern, which more than ${most} of ${field} may move: say so under unless`),
  );
}

/** Statements by which a load outside its criterion, or the number of systems, could take the place of middleware. */
function placeProblems(rule: PatternRule): Problem[] {
  const report = (message: string): Problem => ({ file: fileOf(rule), field: rule.id, message });
  const onSystems = ({ field }: FieldTest): boolean => field === 'systems';
  const isAgainstOther = rule.pattern !== 'middleware' && rule.effect !== 'favour';
  const grows = rule.when.flat().every((test) => !onSystems(test) || !hasCeiling(test));
  const isFine = (favoursHub(rule) || isAgainstOther) && grows && !rule.unless.flat().some(onSystems);
  return [
    ...(testsOf(rule).some(isLoad) && rule.criterion !== 'load'
      ? [report('tests the load, which belongs under the criterion load')]
      : []),
    ...(testsOf(rule).some(onSystems) && !isFine
      ? [report('tests the number of systems, which may only speak for middleware or against others, from a number on')]
      : []),
  ];
}

/** Every way of answering some fields, blanks included. */
function waysToAnswer(fields: readonly Field[], book: RuleBook): Profile[] {
  return fields.reduce<Profile[]>(
    (ways, field) =>
      ways.flatMap((way) => [
        way,
        ...(domainOf(book).get(field) ?? []).map((value: Value): Profile => ({ ...way, [field]: value })),
      ]),
    [{}],
  );
}

/** Whether some statement can make the task one for middleware, whatever the fields not named here hold. */
function mayBeHub(way: Profile, fields: readonly Field[], { rules }: RuleBook): boolean {
  const isOpen = ({ field }: FieldTest): boolean => !(fields as readonly string[]).includes(field);
  return rules
    .filter(({ pattern, criterion, effect }) => pattern === 'middleware' && criterion === 'task' && effect === 'favour')
    .some(
      ({ when, unless }) =>
        when.some((tests) => tests.every((test) => isOpen(test) || testField(test, way))) &&
        !unless.some((tests) => !tests.some(isOpen) && holds(tests, way)),
    );
}

/** What the load alone does to a pattern: points, or that it is out. */
function standingByLoad(rules: readonly PatternRule[], profile: Profile): { points: number; isOut: boolean } {
  const fired = rules.filter((rule) => applies(rule, profile));
  const strongest = (effect: PatternRule['effect']): number =>
    Math.max(0, ...fired.filter((rule) => rule.effect === effect).map(({ weight = 0 }) => weight));
  return {
    points: strongest('favour') - strongest('against'),
    isOut: fired.some(({ effect }) => effect === 'exclude'),
  };
}

/** Two loads of which the second is the next greater that rules tell apart, in one way of answering the rest. */
interface Step {
  before: Profile;
  after: Profile;
  /** The step in words. */
  text: string;
}

/** The steps at which the load can matter while middleware may be the pattern. */
function stepsOf(book: RuleBook): Step[] {
  const weighing = book.rules.filter(({ criterion }) => criterion === 'load');
  const named = new Set(weighing.flatMap(({ when, unless }) => [...when, ...unless].flat().map(({ field }) => field)));
  const fields = [...named].filter((field): field is Field => !(loads as readonly string[]).includes(field));
  const ways = waysToAnswer(fields, book).filter((way) => mayBeHub(way, fields, book));
  return loads.flatMap((field) => {
    const values = (domainOf(book).get(field) ?? []) as readonly number[];
    return values.slice(1).flatMap((more, place) =>
      ways.map((way) => ({
        before: { ...way, [field]: values[place] },
        after: { ...way, [field]: more },
        text: `${field} passes ${values[place]}`,
      })),
    );
  });
}

/** Statements by which a greater load could take its place from middleware. */
function overtakingProblems(book: RuleBook): Problem[] {
  const weighing = book.rules.filter(({ criterion }) => criterion === 'load');
  const byPattern = Map.groupBy(weighing, ({ pattern }) => pattern);
  const faults = new Map<string, Problem>();
  for (const { before, after, text } of stepsOf(book)) {
    const gainOf = (pattern: PatternId): number => {
      const own = byPattern.get(pattern) ?? [];
      const [less, more] = [standingByLoad(own, before), standingByLoad(own, after)];
      if (more.isOut) return Number.NEGATIVE_INFINITY;
      return less.isOut ? Number.POSITIVE_INFINITY : more.points - less.points;
    };
    const hub = gainOf('middleware');
    for (const { id } of book.patterns) {
      const gain = gainOf(id);
      const isFault = id === 'middleware' ? gain === Number.NEGATIVE_INFINITY : gain > hub;
      const message =
        id === 'middleware'
          ? `is excluded where ${text}, so that more would weaken middleware`
          : `gains more than middleware where ${text}, so that more would weaken middleware`;
      if (isFault) faults.set(`${id} ${text}`, { file: `content/advisor/rules/${id}.yaml`, field: 'load', message });
    }
  }
  return [...faults.values()];
}

/** Rules by which more records or more systems could weaken the verdict on middleware. */
export const growthProblems = (book: RuleBook): Problem[] => [
  ...book.verdicts.flatMap(boundProblems),
  ...book.verdicts.flatMap((rule) => patternProblems(rule, book)),
  ...book.rules.flatMap(placeProblems),
  ...overtakingProblems(book),
];
