import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { verdictSlide, verdictSlideFile } from '#apps/questionnaire/verdict-slide.ts';
import { advise } from '#core/advisor/advice.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { book } from '#tests/support/rule-book.ts';

const link = 'https://example.org/advisor/#rules=1';
const orders: Profile = {
  operation: 'create',
  counterpart: 'third-party',
  direction: 'inbound',
  latency: 'nightly',
  volume_per_day: 50_000,
};

test('says the pattern, how far to rely on it, and the criteria that weigh most with their sources', () => {
  const advice = advise(orders, ['protocol'], book);
  const slide = verdictSlide(advice, 'Web orders', link);
  expect(slide).toMatchObject({
    question: 'Which integration pattern for “Web orders”?',
    verdict: 'Data management framework',
    page: { text: 'example.org/advisor/#rules=1', url: link },
  });
  expect(slide.standing).toMatch(/^Provisional\. .+\. Middleware is .+\.$/);
  const weights = advice.recommendation.standings[0]?.criteria.map(({ points }) => Math.abs(points)) ?? [];
  const titleOf = (weight: number): (string | undefined)[] =>
    (advice.recommendation.standings[0]?.criteria ?? [])
      .filter(({ points }) => Math.abs(points) === weight)
      .map(({ criterion }) => book.criteria.find(({ id }) => id === criterion)?.title);
  expect(titleOf(Math.max(...weights))).toContain(slide.points[0]?.title);
  for (const { text, source } of slide.points) {
    expect(text).not.toBe('');
    if (source !== undefined) expect(slide.sources[source - 1]?.url).toMatch(/^https:/);
  }
  expect(slide.points[0]?.source).toBe(1);
  for (const { dated } of slide.sources)
    expect(dated).toMatch(/^(undated copy|copy of (\d+ )?\w+ \d{4}), checked \d+ \w+ \d{4}$/);
});

test('prints no address that is too long to be typed, and still links to the answers', () => {
  const long = `https://example.org/advisor/#rules=1&${'name=x&'.repeat(30)}`;
  expect(verdictSlide(advise(orders, [], book), '', long)).toMatchObject({
    question: 'Which integration pattern for this interface?',
    page: { text: 'example.org/advisor/', url: long },
  });
});

test('where requirements clash, names the clashes before all criteria', () => {
  const advice = advise({ latency: 'realtime', peak_batch_records: 500_000, operation: 'create' }, [], book);
  expect(advice.conflicts.length).toBeGreaterThan(0);
  const slide = verdictSlide(advice, '', link);
  expect(slide.standing).toMatch(/^No pattern meets these requirements together: /);
  const titles = advice.conflicts.map(({ rule }) => rule.title);
  expect(slide.points.slice(0, titles.length).map(({ title }) => title)).toEqual(titles);
});

test('without a pattern says so', () => {
  const advice = advise({}, [], book);
  const slide = verdictSlide(advice, '', link);
  expect(slide).toMatchObject({
    verdict: 'No recommendation yet',
    standing: advice.explanation.summary,
    points: [],
    sources: [],
  });
});

test('is a presentation of one slide that holds all of it, with what people typed as text', async () => {
  const file = await verdictSlideFile(advise(orders, [], book), 'Orders <of> the "shop" & more', link);
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const text = strFromU8(parts['ppt/slides/slide1.xml'] as Uint8Array);
  expect(text).toContain('Orders &lt;of&gt; the &quot;shop&quot; &amp; more');
  expect(text).toContain('Data management framework');
  expect(Object.keys(parts).filter((name) => /slides\/slide\d/.test(name))).toHaveLength(1);
});
