// @vitest-environment happy-dom

import { afterEach, expect, test, vi } from 'vitest';
import { APPEARANCE_MS } from '#tests/support/patience.ts';

vi.mock('#apps/search/index/load.ts', async () => (await import('#tests/support/search-world.ts')).loadedParts());

/** Long, since it only catches what never comes. */
const PATIENCE = { timeout: APPEARANCE_MS };

const page = `
  <form id="search-form"><input type="search" id="q"></form>
  <div id="search-filters" hidden>
    <select id="search-hub"><option value="">all</option><option value="integration">Integration</option></select>
    <select id="search-audience"><option value="">everyone</option><option value="CIO">CIO</option></select>
  </div>
  <p id="search-status" role="status"></p><p id="search-note"></p><div id="search-at-once"></div>
  <ol id="search-results"></ol><button id="search-more" hidden></button>
  <section id="all-questions"><h2 id="index-heading">All questions from A to Z</h2></section>`;

const all = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '');

/** Opens the search page at an address and waits until nothing of its list is to come. */
async function open(search: string): Promise<void> {
  document.body.innerHTML = page;
  window.history.replaceState(null, '', `/search/${search}`);
  vi.resetModules();
  await import('#apps/search/view/search-page.ts');
  await settled();
}

const settled = (): Promise<void> =>
  vi.waitFor(
    () => expect((document.querySelector('#search-results') as HTMLElement | null)?.ariaBusy).not.toBe('true'),
    PATIENCE,
  );

afterEach(() => vi.restoreAllMocks());

test('a query of the address is answered with short answers, and the list of all questions makes way', async () => {
  await open('?q=month-end+close');
  expect(all('#search-results h2')).toEqual(['How do we shorten the month-end close?']);
  expect(all('.search-results__verdict')).toEqual(['Move work forward.']);
  expect(document.querySelector<HTMLElement>('#all-questions')?.hidden).toBe(true);
});

test('a figure that is asked for stands above the pages, with its source', async () => {
  await open('?q=DIXF+limit');
  await vi.waitFor(() => expect(all('#search-at-once li')).toHaveLength(1), PATIENCE);
  expect(all('#search-at-once li')[0]).toBe(
    'At most 2,000 rows in one file of DMF. Source: A source, checked 27 November 2026',
  );
  expect(document.querySelector('#search-at-once a')?.getAttribute('href')).toBe('/sources/#a-source');
});

test('hub and role choose pages where nothing is asked', async () => {
  await open('?hub=integration&audience=CIO');
  expect(all('#search-results h2')).toEqual(['Dual-write or virtual entities?']);
  expect(all('#search-status')).toEqual(['1 page.']);
});

test('where nothing answers, the list of all questions stays', async () => {
  await open('?q=zzqx+wvvk');
  expect(document.querySelector('[data-search-no-match]')).not.toBeNull();
  expect(document.querySelector<HTMLElement>('#all-questions')?.hidden).toBe(false);
});

test('a page of which only the text speaks opens at its passage', async () => {
  await open('?q=weekend');
  const link = document.querySelector('#search-results h2 a');
  expect(link?.textContent).toBe('What is a realistic rollback plan?');
  expect(link?.getAttribute('href')).toContain('/go-live-cutover/rollback/');
});
