import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { test } from 'vitest';
import { type Deed, deeds, playTabs } from '#tests/support/play-tabs.ts';

const played = (...steps: [0 | 1, Deed['does']][]): [Deed[]] => [steps.map(([tab, does]) => ({ tab, does }))];

/** Orders in which inventories have been lost. */
const known = [
  played([0, 'adds'], [1, 'reloads'], [1, 'adds'], [0, 'hears'], [0, 'keeps'], [0, 'reloads']),
  played([0, 'adds'], [1, 'reloads'], [1, 'clears'], [0, 'hears'], [0, 'keeps'], [0, 'reloads']),
  played([0, 'adds'], [1, 'reloads'], [1, 'clears'], [1, 'adds'], [0, 'adds'], [1, 'reloads']),
];

test('whatever two tabs do and in whatever order, nothing is lost unsaid', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, (order) => playTabs(order)),
    { numRuns: 150, examples: known },
  );
});
