import { describe, expect, test } from 'vitest';
import { type Bed, garden, plants } from '#tests/support/garden.ts';

/** How much of a query a page has to speak of to be an answer, to be listed, and to keep its place. */

/** Some of the words, and each of the others on a page of its own, so that all are equally rare. */
const scattered = (words: readonly string[], where: keyof Bed = 'title'): Record<string, Bed> =>
  Object.fromEntries(words.map((word) => [`other/${word}`, { [where]: [word] }]));

/** The first words, so many of which a page speaks of. */
const words = (count: number): string[] => plants.slice(0, count);

describe('the best page has to speak of about a quarter of the query', () => {
  test.each([
    ['one word of three, in its title', 1, 3, 'title', true],
    ['one word of five, in its title', 1, 5, 'title', false],
    ['one word of three, in its short answer', 1, 3, 'verdict', true],
    ['three words of ten, in its title', 3, 10, 'title', true],
    ['three words of ten, in its short answer, which is less certain', 3, 10, 'verdict', false],
  ] as const)('%s', (_story, spoken, asked, where, isAnswered) => {
    const site = garden({ best: { [where]: words(spoken) }, ...scattered(words(asked).slice(spoken), where) });
    expect(site.lightly(words(asked)).includes('best')).toBe(isAnswered);
  });
});

describe('a page below the best has to speak of about an eighth', () => {
  test.each([
    ['one word of eight is listed', 8, true],
    ['one word of nine is not', 9, false],
  ])('%s', (_story, asked, isListed) => {
    const [last = '', ...rest] = words(asked).toReversed();
    const site = garden({ best: { title: rest }, other: { title: [last] } });
    expect(site.lightly(words(asked))).toEqual(isListed ? ['best', 'other'] : ['best']);
  });
});

describe('what the texts add changes the order only while the query is not settled', () => {
  /** The texts speak for `other`, which has the rest of the words in its title and all of them in its text. */
  const ordered = (spoken: number, asked: number): Promise<string[]> =>
    garden({
      named: { title: words(spoken) },
      other: { title: words(asked).slice(spoken), text: words(asked) },
    }).fully(words(asked));

  test('titles that hold five words of eight have settled it', async () => {
    expect(await ordered(5, 8)).toEqual(['named', 'other']);
  });

  test('titles that hold four of seven have not', async () => {
    expect(await ordered(4, 7)).toEqual(['other', 'named']);
  });
});

describe('a text alone', () => {
  test('that speaks of the whole query is an answer', async () => {
    expect(await garden({ told: { text: words(2) } }).fully(words(2))).toEqual(['told']);
  });

  test('that leaves a fifth of it open is none', async () => {
    const site = garden({ told: { text: words(4) }, other: { text: words(5).slice(4) } });
    expect(await site.fully(words(5))).toEqual([]);
  });

  test('that speaks of two words comes after a title that holds one of them', async () => {
    const site = garden({ named: { title: words(1) }, told: { text: words(2) } });
    expect(await site.fully(words(2))).toEqual(['named', 'told']);
  });

  test('decides between pages whose titles say the same', async () => {
    const [first = '', second = ''] = words(2);
    const site = garden({ a: { title: [first] }, b: { title: [first], text: [first] }, other: { title: [second] } });
    const order = await site.fully(words(2));
    expect(order).toContain('a');
    expect(order.indexOf('b')).toBeLessThan(order.indexOf('a'));
  });
});

describe('a word that no page of the site holds', () => {
  test.each([
    ['once beside a known one leaves an answer', ['zzzqwk'], true],
    ['twice leaves none, though two known elsewhere would', ['zzzqwk', 'xxvbnm'], false],
  ])('%s', (_story, unknown, isAnswered) => {
    const [known = ''] = plants;
    expect(garden({ best: { title: [known] } }).lightly([known, ...unknown])).toEqual(isAnswered ? ['best'] : []);
  });

  test('the same with words that stand elsewhere has an answer', () => {
    const site = garden({ best: { title: words(1) }, ...scattered(words(3).slice(1)) });
    expect(site.lightly(words(3))).toContain('best');
  });
});

describe('a term of the glossary is more of a query than a word', () => {
  const terms = [{ id: 'amaranth', names: ['amaranth', 'love-lies-bleeding'] }];
  const site = (asked: number, known: typeof terms) =>
    garden({ best: { title: words(1) }, ...scattered(words(asked).slice(1)) }, known).lightly(words(asked));

  test.each([
    ['a term among five is an answer', 5, terms, ['best']],
    ['a word among five is none', 5, [], []],
    ['a term among six is none', 6, terms, []],
  ])('%s', (_story, asked, known, answers) => {
    expect(site(asked, known).slice(0, 1)).toEqual(answers);
  });
});

describe('a word that was guessed', () => {
  test('finds its page where nothing else is asked', () => {
    expect(garden({ best: { title: ['birch'] } }).lightly(['brich'])).toEqual(['best']);
  });

  test('is not enough to list a page beside those that hold the other words', () => {
    const rest = ['cedar', 'dahlia', 'fennel'];
    const site = garden({ best: { title: rest }, guessed: { title: ['birch'] } });
    expect(site.lightly(['birch', ...rest])).toEqual(['best', 'guessed']);
    expect(site.lightly(['brich', ...rest])).toEqual(['best']);
  });
});
