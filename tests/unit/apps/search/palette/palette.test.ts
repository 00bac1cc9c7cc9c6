// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest';
import { APPEARANCE_MS } from '#tests/support/patience.ts';

vi.mock('#apps/search/index/load.ts', async () => (await import('#tests/support/search-world.ts')).loadedParts());

/** Long, since it only catches what never comes. */
const PATIENCE = { timeout: APPEARANCE_MS };

const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
const texts = (): string[] => options().map(({ textContent }) => textContent ?? '');
const chosen = (): string => options().find(({ ariaSelected }) => ariaSelected === 'true')?.textContent ?? '';

beforeEach(async () => {
  document.body.innerHTML = '';
  vi.resetModules();
});

async function type(query: string): Promise<void> {
  const { openPalette } = await import('#apps/search/palette/palette.ts');
  openPalette(query);
}

test('results come with their short answers once these are there', async () => {
  await type('rollback');
  await vi.waitFor(() => expect(texts()[0]).toContain('Start the old system again.'), PATIENCE);
  expect(texts()[0]).toContain('What is a realistic rollback plan?');
});

test('a figure stands above the pages, and the page that was chosen stays chosen', async () => {
  await type('DIXF limit');
  await vi.waitFor(() => expect(texts()[0]).toContain('at most 2,000 rows'), PATIENCE);
  expect(texts()[0]).toContain('Source: A source');
  expect(chosen()).not.toContain('2,000 rows');
  expect(chosen()).not.toBe('');
});

test('what only a text holds is found before anything says that there is nothing', async () => {
  await type('weekend');
  await vi.waitFor(() => expect(texts()[0]).toContain('What is a realistic rollback plan?'), PATIENCE);
  expect(document.querySelector('[data-search-no-match]')).toBeNull();
});

test('what nobody has written about is said to be so once the texts were asked', async () => {
  await type('zzqx wvvk');
  await vi.waitFor(() => expect(document.querySelector('[data-search-no-match]')).not.toBeNull(), PATIENCE);
});
