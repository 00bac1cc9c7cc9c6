import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withImplied } from '#core/advisor/contradictions.ts';
import { parseProfile } from '#core/advisor/parse-profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { book } from '#tests/support/rule-book.ts';

/** Scenarios that others published, with what they recommended; see `tests/fixtures/README.md`. */
interface Case {
  id: string;
  attributes: Record<string, unknown>;
  accept: string[];
  reject: string[];
  overlay_middleware: boolean | null;
}

const cases = readFileSync('tests/fixtures/advisor-cases.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const judge = () =>
  cases.map(({ attributes: { notes: _notes, ...attributes }, ...published }) => {
    const { profile, faults } = parseProfile(attributes);
    const { primary, middleware, standings } = recommend(withImplied(profile, [], book), book);
    return {
      ...published,
      faults,
      primary,
      middleware,
      firstTwo: standings.slice(0, 2).map(({ pattern }) => pattern as string),
    };
  });

const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;

test('every published scenario can be read as a profile', () => {
  expect(judge().flatMap(({ faults }) => faults)).toEqual([]);
});

test('no recommendation is one that the published source rejects', () => {
  expect(
    judge()
      .filter(({ primary, reject }) => reject.includes(primary))
      .map(({ id }) => id),
  ).toEqual([]);
});

test('at least nine in ten published recommendations are met, and 97 % within the first two', () => {
  const judged = judge();
  const hits = judged.filter(({ primary, accept }) => accept.includes(primary));
  const inFirstTwo = judged.filter(({ firstTwo, accept }) => firstTwo.some((pattern) => accept.includes(pattern)));
  const misses = judged
    .filter((one) => !hits.includes(one))
    .map(({ id, primary, accept }) => `${id}: ${primary}, not ${accept}`);
  console.info(
    `published scenarios: ${hits.length} of ${cases.length} hit, ${inFirstTwo.length} within two; misses: ${misses.join('; ') || 'none'}`,
  );
  expect(share(hits, judged)).toBeGreaterThanOrEqual(0.9);
  expect(share(inFirstTwo, judged)).toBeGreaterThanOrEqual(0.97);
});

test('the middleware verdict agrees in at least 85 % of the scenarios that state one', () => {
  const stated = judge().filter(({ overlay_middleware }) => overlay_middleware !== null);
  const agreeing = stated.filter(
    ({ overlay_middleware, primary, middleware }) =>
      overlay_middleware === (primary === 'middleware' || middleware === 'advised' || middleware === 'required'),
  );
  expect(share(agreeing, stated)).toBeGreaterThanOrEqual(0.85);
});
