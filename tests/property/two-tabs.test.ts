import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { test } from 'vitest';
import { deeds, playTabs } from '#tests/support/play-tabs.ts';

test('whatever two tabs do and in whatever order, nothing is lost unsaid', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, (played) => playTabs(played)),
    { numRuns: 150 },
  );
});
