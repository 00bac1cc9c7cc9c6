import { expect, test } from 'vitest';
import { library } from '#tests/support/rule-book.ts';

/** What the title and the outcome of a path promise, as the answers that keep the promise. */
const promises: Record<string, readonly string[]> = {
  'cutover-in-90-days': [
    'go-live-cutover/cutover-plan',
    'data-migration/cutover-weekend',
    'go-live-cutover/mock-cutovers',
    'go-live-cutover/go-no-go',
    'go-live-cutover/rollback',
  ],
  'steering-committee': [
    'implementation-strategy/fit-to-standard',
    'implementation-strategy/cost-and-contingency',
    'implementation-strategy/timeline',
    'go-live-cutover/go-no-go',
  ],
  cfo: ['implementation-strategy/cost-and-contingency', 'data-migration/validation-and-sign-off'],
  'before-you-sign': ['implementation-strategy/choosing-a-partner', 'implementation-strategy/licensing'],
  'first-hundred-days': ['go-live-cutover/hypercare', 'implementation-strategy/run-team'],
};

test.each(Object.entries(promises))('the reading path %s holds what it promises', (id, answers) => {
  const steps = library.readingPaths.find((path) => path.id === id)?.steps.map(({ answer }) => answer) ?? [];
  expect(answers.filter((answer) => !steps.includes(answer))).toEqual([]);
});

test('no two steps of a reading path give the same reason', () => {
  const reasons = library.readingPaths.flatMap(({ steps }) => steps.map(({ why }) => why));
  expect(reasons.filter((why, index) => reasons.indexOf(why) < index)).toEqual([]);
});
