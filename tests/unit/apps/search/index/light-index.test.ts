import { describe, expect, test } from 'vitest';
import { type Bed, garden, plants } from '#tests/support/garden.ts';

const [word = '', ...others] = plants;
const several = others.slice(0, 6);

const pagesWith = (beds: Readonly<Record<string, Bed>>) =>
  garden(beds).light.pagesWith({ tokens: [word], kin: [], isUnfinished: false });

/** Paths of the pages that speak of the word, best first. */
const order = (beds: Readonly<Record<string, Bed>>): string[] =>
  [...pagesWith(beds)].toSorted(([, a], [, b]) => b.score - a.score).map(([path]) => path);

describe('what editors named a page by says more than its short answer, however many words it has', () => {
  test.each([
    ['a long title comes before a short answer of one word', { title: [...several, word] }],
    ['one of several other names comes before a short answer of one word', { aliases: [word, ...several.slice(0, 2)] }],
  ] as const)('%s', (_story, named) => {
    expect(order({ told: { verdict: [word] }, named })).toEqual(['named', 'told']);
  });

  test('a title and another name together come before either', () => {
    const both = { title: [word], aliases: [word] };
    expect(order({ title: { title: [word] }, alias: { aliases: [word] }, both })[0]).toBe('both');
  });
});

test('a page says where it speaks of the word, the strongest place first', () => {
  const pages = pagesWith({
    all: { title: [word], aliases: [word] },
    alias: { aliases: [word], verdict: several },
    verdict: { title: several, verdict: [word] },
  });
  expect(Object.fromEntries([...pages].map(([path, { field }]) => [path, field]))).toEqual({
    all: 'title',
    alias: 'alias',
    verdict: 'verdict',
  });
});

describe('a way of asking', () => {
  const beds = { asked: { title: several.slice(0, 2), asked: [`${word} ${several[3]}`] }, told: { verdict: [word] } };

  test('finds its page, before one that merely mentions the word', () => {
    expect(order(beds)).toEqual(['asked', 'told']);
    expect(pagesWith(beds).get('asked')?.field).toBe('asked');
  });

  test('that is the query, whole, is a name of the page', () => {
    expect([...garden(beds).light.pagesNamed(`${word} ${several[3]}`)]).toEqual(['asked']);
  });

  test('is no word that slips are corrected to', () => {
    const slip = `${word.slice(0, -1)}x`;
    expect(garden({ asked: { asked: [word] } }).light.lexicon.corrected(slip)).toBeUndefined();
    expect(garden({ named: { aliases: [word] } }).light.lexicon.corrected(slip)).toBe(word);
  });
});
