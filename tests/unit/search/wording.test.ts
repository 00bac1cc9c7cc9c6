import { expect, test } from 'vitest';
import { countText, rewriteText } from '#search/wording.ts';

test.each([
  [0, 'No good match.'],
  [1, '1 result for “tax”.'],
  [12, '12 results for “tax”.'],
])('%i pages', (count, expected) => {
  expect(countText('tax', count)).toBe(expected);
});

test('a query that was widened or not wholly understood says so', () => {
  const dixf = { asked: 'DIXF', names: ['dixf', 'dmf'], synonyms: ['DMF', 'data management framework'] };
  const word = { asked: 'quixotic', names: ['quixotic'], synonyms: [] };
  expect(rewriteText({ concepts: [dixf, word], unknown: [word] })).toBe(
    'For “DIXF” also searched for “DMF” and “data management framework”. No page mentions “quixotic”.',
  );
  expect(rewriteText({ concepts: [word], unknown: [] })).toBe('');
});
