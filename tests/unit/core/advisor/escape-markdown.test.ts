import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown } from '#core/advisor/decision-record.ts';

test.each([
  ['Orders & prices (daily)', 'Orders & prices (daily)'],
  ['two\r\nlines\tand  a\u0000 gap ', 'two lines and a gap'],
  ['# Title', String.raw`\# Title`],
  ['- item', String.raw`\- item`],
  ['+ item', String.raw`\+ item`],
  ['> said', String.raw`\> said`],
  ['1. first', String.raw`1\. first`],
  ['12) twelfth', String.raw`12\) twelfth`],
  ['1.5 million', String.raw`1\.5 million`],
  ['=====', String.raw`\=====`],
  ['a | b', String.raw`a \| b`],
  ['`code` *bold* _thin_ ~~gone~~ $x$', '\\`code\\` \\*bold\\* \\_thin\\_ \\~\\~gone\\~\\~ \\$x\\$'],
  ['<script>alert(1)</script>', String.raw`\<script\>alert(1)\</script\>`],
  ['&lt;b&gt; and &#60; and &copy', String.raw`\&lt;b\&gt; and \&#60; and &copy`.replace('&#', String.raw`&\#`)],
  ['![a](b) [c](d)', String.raw`!\[a\](b) \[c\](d)`],
  [String.raw`\# not a way out`, String.raw`\\\# not a way out`],
])('%j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('any text is one line, on which no sign of markup stands bare', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toMatch(/[\n\r\v\f\0]/);
      expect(escaped.replaceAll(/\\[^a-z0-9\s]/gi, '')).not.toMatch(/[\\`*_{}[\]<>#|~$]/);
      expect(escaped).not.toMatch(/^[-+=>#]/);
    }),
    { numRuns: 2_000 },
  );
});
