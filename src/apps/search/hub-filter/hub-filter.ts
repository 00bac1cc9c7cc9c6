import type { LightIndex } from '#apps/search/index/light-index.ts';
import { lightIndex } from '#apps/search/index/load.ts';
import { type SearchResults, searchLight } from '#apps/search/ranking/search.ts';
import { searchAddress } from '#apps/search/view/address.ts';
import { base } from '#apps/search/view/base.ts';
import { byId, element } from '#apps/search/view/elements.ts';
import { readingText } from '#apps/search/view/wording.ts';

const entries = [...document.querySelectorAll<HTMLElement>('.entry')];
const topics = [...document.querySelectorAll<HTMLElement>('.topic')];
const statusLine = byId('hub-filter-status');

/** Path of the page that an entry leads to, as the index has it. */
const pathOf = (entry: HTMLElement): string =>
  (entry.querySelector('a')?.pathname ?? '').slice(base.length).replaceAll(/^\/|\/$/g, '');

const isShown = (entry: HTMLElement): boolean => entry.getClientRects().length > 0;

const searchLink = (query: string): HTMLAnchorElement =>
  element('a', { href: searchAddress(query, base) }, 'Search all hubs');

function showOnly(isMatch: (entry: HTMLElement) => boolean): void {
  for (const entry of entries) entry.hidden = !isMatch(entry);
  for (const topic of topics) topic.hidden = !topic.querySelector('.entry:not([hidden])');
}

function showStatus(query: string, results: SearchResults): void {
  const shown = entries.filter(isShown).length;
  const count = shown === 0 ? `No question here answers “${query}”.` : `${shown} of ${entries.length} questions.`;
  statusLine.replaceChildren(`${readingText(results)} ${count} `.trimStart(), searchLink(query));
}

function filter(query: string, index: LightIndex): void {
  if (query === '') {
    showOnly(() => true);
    statusLine.replaceChildren();
    return;
  }
  const results = searchLight({ query, literal: false }, index);
  const paths = new Set(results.hits.map(({ path }) => path));
  showOnly((entry) => paths.has(pathOf(entry)));
  showStatus(query, results);
}

/** Leaves of a hub's questions those that answer what is typed, with slips and by any name. */
export function followHubFilter(field: HTMLInputElement): void {
  const update = async (): Promise<void> => {
    try {
      const index = await lightIndex();
      filter(field.value.trim(), index);
    } catch (error) {
      console.warn(error);
      statusLine.replaceChildren('The filter could not be loaded; the next key tries again. ', searchLink(field.value));
    }
  };
  field.addEventListener('input', () => void update());
  document.querySelector('.filter')?.addEventListener('change', () => void update());
  void update();
}
