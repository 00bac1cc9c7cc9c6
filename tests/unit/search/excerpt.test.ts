import { expect, test } from 'vitest';
import { excerpt } from '#search/excerpt.ts';

/** The excerpt as one text, with the marks of Markdown's bold. */
const shown = (content: string, sought: readonly string[]): string =>
  excerpt(content, sought)
    .map(({ text, marked }) => (marked ? `**${text}**` : text))
    .join(' ');

const filler = (count: number): string => Array.from({ length: count }, () => 'and').join(' ');

test('marks every form of a sought word, neighbours as one', () => {
  expect(shown('We close early; closing late costs more.', ['closed', 'early'])).toBe(
    'We **close early; closing** late costs more.',
  );
});

test('begins at the beginning where nothing is found', () => {
  expect(shown(`Start ${filler(40)}`, ['nothing'])).toMatch(/^Start and .* …$/);
});

test('shows the stretch that holds most of what was sought', () => {
  const content = `dual ${filler(50)} dual-write or virtual entities ${filler(50)}`;
  expect(shown(content, ['dual', 'virtual', 'entities'])).toMatch(
    /^… (and ){6}\*\*dual-write\*\* or \*\*virtual entities\*\* and .* …$/,
  );
});
