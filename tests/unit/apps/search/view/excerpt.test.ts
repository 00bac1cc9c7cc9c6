import { expect, test } from 'vitest';
import { excerpt } from '#apps/search/view/excerpt.ts';

/** The excerpt as one text, with the marks of Markdown's bold. */
const shown = (content: string, concepts: readonly (readonly string[])[]): string =>
  excerpt(content, concepts)
    .map(({ text, marked }) => (marked ? `**${text}**` : text))
    .join(' ');

const filler = (count: number): string => Array.from({ length: count }, () => 'and').join(' ');

test('marks every form of a word, neighbours as one', () => {
  expect(shown('We close early; closing late costs more.', [['closed'], ['early']])).toBe(
    'We **close early; closing** late costs more.',
  );
});

test('begins at the beginning where nothing is found', () => {
  expect(shown(`Start ${filler(40)}`, [['nothing']])).toMatch(/^Start and .* …$/);
});

test('shows the stretch that speaks of most of the query', () => {
  const content = `dual-write ${filler(50)} dual-write or virtual entities ${filler(50)}`;
  expect(shown(content, [['dual-write', 'dual write'], ['virtual entities']])).toMatch(
    /^… (and ){6}\*\*dual-write\*\* or \*\*virtual entities\*\* and .* …$/,
  );
});

test('marks a name of several words only where it stands whole', () => {
  expect(shown('Who may write? A dual write runs at once.', [['dual-write', 'dual write']])).toBe(
    'Who may write? A **dual write** runs at once.',
  );
});

test('begins at the beginning where the first of equals is near it', () => {
  expect(shown(`A verdict on tax. ${filler(60)} tax`, [['tax']])).toMatch(/^A verdict on \*\*tax\.\*\* and/);
});
