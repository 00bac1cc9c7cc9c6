import { withImplied } from '#core/advisor/contradictions.ts';
import { decidingFields, isCount, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { type CriterionId, criterionIds, type RuleBook } from '#core/advisor/rule-book.ts';
import { type OwnCase, type PublishedCase, readCases, readOwnCases, siteOf } from '#tests/support/cases.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * Prints how the decision does on published scenarios, and how it would do on sources it has never seen: the criteria's
 * weights are chosen anew without each source in turn. The rules themselves were written by people who had read the
 * cases, so even this is a friendly measure; the naive baseline has the same advantage.
 */
export interface Hits {
  cases: number;
  first: number;
  inTwo: number;
  rejected: number;
}

export interface Generalisation {
  asItStands: Hits & { middleware: number; middlewareStated: number; misses: string[] };
  leaveOneSourceOut: Hits & { sources: number };
  /** Interfaces of the project's own, judged before the advisor was asked. */
  ownCases: Hits & { middleware: number; middlewareStated: number; misses: string[] };
  naiveBayes: { leaveOneSourceOut: number; cases: number };
  plateau: { criterion: CriterionId; step: number; moved: number; first: number }[];
}

type Weights = Readonly<Record<CriterionId, number>>;

/** What each criterion says of each pattern for one case, before any weight. */
interface Judged {
  case: OwnCase;
  site: string;
  /** Patterns that can be recommended, in the order that settles ties. */
  usable: { pattern: string; net: Readonly<Partial<Record<CriterionId, number>>> }[];
}

const weightsOf = ({ criteria }: RuleBook): Weights =>
  Object.fromEntries(criteria.map(({ id, weight }) => [id, weight])) as Record<CriterionId, number>;

function judge(one: OwnCase): Judged {
  const { standings } = recommend(withImplied(one.profile, [], book), book);
  const usable = book.patterns.flatMap(({ id }) => {
    const standing = standings.find(({ pattern }) => pattern === id);
    if (!standing || standing.excludedBy.length > 0 || !standing.fitsTask) return [];
    const net = standing.criteria.map(({ criterion, favouredBy, heldAgainst }) => [
      criterion,
      (favouredBy?.weight ?? 0) - (heldAgainst?.weight ?? 0),
    ]);
    return [{ pattern: id as string, net: Object.fromEntries(net) }];
  });
  return { case: one, site: one.source ? siteOf(one.source) : '', usable };
}

function ranked({ usable }: Judged, weights: Weights): string[] {
  return usable
    .map(({ pattern, net }) => ({
      pattern,
      score: criterionIds.reduce((sum, id) => sum + weights[id] * (net[id] ?? 0), 0),
    }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ pattern }) => pattern);
}

function hitsOf(cases: readonly Judged[], weights: Weights): Hits {
  const hits: Hits = { cases: cases.length, first: 0, inTwo: 0, rejected: 0 };
  for (const one of cases) {
    const [first = '', second = ''] = ranked(one, weights);
    const { accept, reject } = one.case;
    if (accept.includes(first)) hits.first += 1;
    if (accept.includes(first) || accept.includes(second)) hits.inTwo += 1;
    if (reject.includes(first)) hits.rejected += 1;
  }
  return hits;
}

const STEPS = [1, 2, 3, 4];

/** Weights of every criterion but the task's, which sets the scale. */
function grid(): Weights[] {
  const others = criterionIds.filter((id) => id !== 'task');
  return others.reduce<Weights[]>(
    (all, id) => all.flatMap((weights) => STEPS.map((step) => ({ ...weights, [id]: step }))),
    [{ task: 3 } as unknown as Weights],
  );
}

/** The weights in the middle of those that do best; what ships plays no part in the choice. */
function bestWeights(cases: readonly Judged[], candidates: readonly Weights[]): Weights {
  const scored = candidates.map((weights) => {
    const { first, inTwo, rejected } = hitsOf(cases, weights);
    return { weights, score: first * 1000 - rejected * 1000 + inTwo };
  });
  const most = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === most).map(({ weights }) => weights);
  const middle = criterionIds.map((id) => best.reduce((sum, weights) => sum + weights[id], 0) / best.length);
  const distance = (weights: Weights): number =>
    criterionIds.reduce((sum, id, place) => sum + (weights[id] - (middle[place] as number)) ** 2, 0);
  return best.reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest));
}

function leaveOneSourceOut(cases: readonly Judged[]): Hits & { sources: number } {
  const sites = [...new Set(cases.map(({ site }) => site))];
  const candidates = grid();
  const total: Hits = { cases: 0, first: 0, inTwo: 0, rejected: 0 };
  for (const site of sites) {
    const weights = bestWeights(
      cases.filter((one) => one.site !== site),
      candidates,
    );
    const left = hitsOf(
      cases.filter((one) => one.site === site),
      weights,
    );
    for (const key of Object.keys(total) as (keyof Hits)[]) total[key] += left[key];
  }
  return { ...total, sources: sites.length };
}

/** Answers as words, counts by their power of ten. */
function featuresOf(profile: Profile): string[] {
  return decidingFields.flatMap((field) => {
    const value = profile[field];
    if (value === undefined) return [];
    if (isCount(field)) return [`${field}=${Math.floor(Math.log10(Number(value) + 1))}`];
    return [value].flat().map((one) => `${field}=${one}`);
  });
}

/** The pattern that a naive Bayes classifier over the same answers takes, fitted on other cases. */
function naiveBayes(profile: Profile, others: readonly PublishedCase[]): string {
  const classes = [...new Set(others.map(({ accept }) => accept[0] as string))];
  const vocabulary = new Set(others.flatMap((one) => featuresOf(one.profile)));
  const scoreOf = (name: string): number => {
    const own = others.filter(({ accept }) => accept[0] === name);
    const known = own.map((one) => new Set(featuresOf(one.profile)));
    return featuresOf(profile)
      .filter((feature) => vocabulary.has(feature))
      .reduce(
        (sum, feature) => sum + Math.log((known.filter((set) => set.has(feature)).length + 1) / (own.length + 2)),
        Math.log(own.length / others.length),
      );
  };
  return classes.reduce((best, name) => (scoreOf(name) > scoreOf(best) ? name : best));
}

/** How many cases move, and how many are hit, when one weight is a step smaller or larger. */
function plateau(cases: readonly Judged[], weights: Weights): Generalisation['plateau'] {
  return criterionIds.flatMap((criterion) =>
    [-1, 1]
      .filter((step) => weights[criterion] + step > 0)
      .map((step) => {
        const moved = { ...weights, [criterion]: weights[criterion] + step };
        return {
          criterion,
          step,
          moved: cases.filter((one) => ranked(one, weights)[0] !== ranked(one, moved)[0]).length,
          first: hitsOf(cases, moved).first,
        };
      }),
  );
}

function middlewareHits(cases: readonly OwnCase[]) {
  const stated = cases.filter(({ overlay_middleware }) => overlay_middleware !== null);
  const judged = stated.map((one) => {
    const { primary, middleware } = recommend(withImplied(one.profile, [], book), book);
    const says = primary === 'middleware' || middleware === 'advised' || middleware === 'required';
    return { one, hit: says === one.overlay_middleware };
  });
  return { judged, middleware: judged.filter(({ hit }) => hit).length, middlewareStated: stated.length };
}

/** Cases whose first pattern is none that was accepted, in words. */
const missesOf = (cases: readonly Judged[], weights: Weights): string[] =>
  cases
    .map((one) => ({ one, order: ranked(one, weights) }))
    .filter(({ one, order }) => !one.case.accept.includes(order[0] ?? ''))
    .map(({ one, order }) => `${one.case.id}: ${order.slice(0, 2).join(', ') || 'none'}, not ${one.case.accept}`);

/** Measures, and prints what it measured. */
export function benchGeneralisation(): Generalisation {
  const published = readCases();
  const cases = published.map(judge);
  const weights = weightsOf(book);
  const { judged, ...middleware } = middlewareHits(published);
  const asItStands = { ...hitsOf(cases, weights), ...middleware, misses: missesOf(cases, weights) };
  const own = readOwnCases();
  const ownJudged = own.map(judge);
  const { judged: _own, ...ownMiddleware } = middlewareHits(own);
  const bayes = cases.filter(({ case: one, site }) => {
    const others = published.filter(({ source }) => siteOf(source) !== site);
    return one.accept.includes(naiveBayes(one.profile, others));
  });
  const result: Generalisation = {
    asItStands,
    leaveOneSourceOut: leaveOneSourceOut(cases),
    ownCases: { ...hitsOf(ownJudged, weights), ...ownMiddleware, misses: missesOf(ownJudged, weights) },
    naiveBayes: { leaveOneSourceOut: bayes.length, cases: cases.length },
    plateau: plateau(cases, weights),
  };
  print(result);
  for (const { one, hit } of judged) if (!hit) console.log(`middleware missed: ${one.id} (${one.overlay_middleware})`);
  return result;
}

function print({
  asItStands,
  leaveOneSourceOut: out,
  ownCases: own,
  naiveBayes: bayes,
  plateau: steps,
}: Generalisation): void {
  const share = (part: number, whole: number): string => `${part} of ${whole} (${(part / whole).toFixed(2)})`;
  const row = (name: string, { first, inTwo, rejected, cases }: Hits): void =>
    console.log(`${name.padEnd(22)} first ${share(first, cases)}, in two ${share(inTwo, cases)}, rejected ${rejected}`);
  row('as it stands', asItStands);
  console.log(`${'middleware verdict'.padEnd(22)} ${share(asItStands.middleware, asItStands.middlewareStated)}`);
  row('leave one source out', out);
  console.log(
    `${''.padEnd(22)} ${out.sources} sources; naive Bayes in the same way ${share(bayes.leaveOneSourceOut, bayes.cases)}`,
  );
  row('cases of our own', own);
  console.log(
    `${''.padEnd(22)} middleware ${share(own.middleware, own.middlewareStated)}; misses: ${own.misses.join('; ') || 'none'}`,
  );
  console.log(`misses: ${asItStands.misses.join('; ') || 'none'}`);
  console.log('plateau: one weight moved by one step, cases that move and hits then');
  for (const { criterion, step, moved, first } of steps) {
    console.log(`  ${criterion.padEnd(10)} ${step > 0 ? '+' : ''}${step}: ${moved} move, ${first} hit`);
  }
}
