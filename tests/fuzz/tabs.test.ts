import 'fake-indexeddb/auto';
import { test } from 'vitest';
import { deeds, playTabs } from '#tests/support/play-tabs.ts';
import { eachInput } from './each-input.ts';

test('two tabs that edit, clear, keep and reload lose nothing unsaid', async () => {
  await eachInput('two-tabs', deeds, 50, (played) => playTabs(played));
});
