import { expect, test } from 'vitest';
import type { Setup } from '#inventory/protocol.ts';
import { startWorker } from '#inventory/worker-client.ts';

test.each([
  ['has no workers', () => new (undefined as unknown as new () => Worker)()],
  [
    'does not let the page start one',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
])('a browser that %s is told so in a sentence of ours', async (_story, create) => {
  const client = startWorker(create, {} as Setup, () => undefined);
  await expect(client.ask('know', [])).rejects.toThrow(/^This browser cannot run the part of the page that reads/);
});
