import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerMarkdown, plainText } from '#content/publishing/markdown.ts';
import { library } from '#tests/support/rule-book.ts';

/** A published query, and what a text must say to be an answer to it. */
interface Query {
  query: string;
  kind: string;
  must: string[];
}

const queries = readFileSync('tests/fixtures/search-queries.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Query)
  .filter(({ kind }) => kind !== 'none');

const texts = library.answers.map((answer) =>
  plainText(answerMarkdown(answer, library, ''))
    .replace(/\p{Pd}/gu, '-')
    .replace(/[’‘]/g, "'"),
);

test('what people are known to ask has an answer somewhere', () => {
  const unanswered = queries.filter(
    ({ must }) => !texts.some((text) => must.every((expression) => new RegExp(expression, 'i').test(text))),
  );
  expect(unanswered.length, unanswered.map(({ query }) => query).join('; ')).toBeLessThanOrEqual(queries.length * 0.05);
});
