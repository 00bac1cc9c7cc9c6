import { describe, expect, test } from 'vitest';
import { MdxSyntaxError, parseMarkdown, parseMdx, textOf } from '#content/reading/mdx.ts';

test.each([
  ['marks and addresses', '**Bold** and [a *link*](/a/).', 'Bold and a link.'],
  ['part of a word in bold', 'Re**load**ed', 'Reloaded'],
  ['a citation before a full stop', 'So it is<Cite id="a" />.', 'So it is.'],
  ['a term within a word', '<Term id="api">API</Term>s', 'APIs'],
  ['the title of a callout', '<Callout title="But">\n\nNot so.\n\n</Callout>', 'But: Not so.'],
  ['the cells of a table', '| a | b |\n| --- | --- |\n| 1<Judgement /> | 2 |', 'a b 1 2'],
  ['lists, without their numbers', '1. One\n2. Two\n   - Three', 'One Two Three'],
  ['escaped signs', String.raw`5 \< 6 \* 2`, '5 < 6 * 2'],
  ['letters beyond the first plane', 'A 😀 day<Cite id="a" />, “so”', 'A 😀 day, “so”'],
  ['a comment', 'One.{/* not seen */} Two.', 'One. Two.'],
])('the words of a text are read from its tree: %s', (_story, text, words) => {
  expect(textOf(parseMdx(text))).toBe(words);
});

test('code counts as words where it is asked for', () => {
  const tree = parseMdx('Run `npm test` now.');
  expect(textOf(tree)).toBe('Run npm test now.');
  expect(textOf(tree, { code: false })).toBe('Run now.');
});

test('Markdown without components may hold signs that MDX takes for code', () => {
  expect(textOf(parseMarkdown('A {brace} and 5 < 6.[^1]\n\n[^1]: A source'))).toBe('A {brace} and 5 < 6. A source');
});

test('a text is parsed once', () => {
  expect(parseMdx('Once.')).toBe(parseMdx('Once.'));
});

describe('a text that is no MDX', () => {
  /** Line and words of the error, as an editor is told of them. */
  const errorOf = (text: string): string => {
    try {
      parseMdx(text);
    } catch (error) {
      if (error instanceof MdxSyntaxError) return `${error.line}: ${error.message}`;
    }
    return 'none';
  };

  test.each([
    ['a sign for “less”', 'One.\n\nAt <5 days.', /^3: Unexpected character/],
    [
      'a component that is not closed',
      'One.\n\n\n<Callout title="a">\n\nTwo.',
      /^4: Expected a closing tag for `<Callout>`/,
    ],
    ['a component that was not opened', 'One.</Term>', /^1: Unexpected closing tag `<\/Term>`/],
    ['a stray brace', 'One {two.', /^1: Unexpected end of file in expression/],
  ])('is refused with its line: %s', (_story, text, said) => {
    expect(errorOf(text)).toMatch(said);
    expect(errorOf(text)).not.toMatch(/\([a-z-]+:[a-z-]+\)$/);
  });
});
