import { expect, test } from 'vitest';
import { readAnswers } from '#core/decisions/decision.ts';
import { decisionNamed } from '#tests/support/decisions-of-choice.ts';

const decision = decisionNamed('consolidation');

test('what cannot be read is named with what is allowed, and the rest is kept', () => {
  const { answers, faults } = readAnswers(decision, [
    ['ownership', 'most'],
    ['ledgers', 'several'],
    ['colour', 'red'],
  ]);
  expect(answers).toEqual({ ledgers: 'several' });
  expect(faults.map(({ text }) => text)).toEqual([
    '“most” is no answer to “Ownership”; allowed are all, minorities.',
    '“colour” is no question here; allowed are ownership, ledgers, evidence, companies, currency, layers.',
  ]);
});
