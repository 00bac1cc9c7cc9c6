import type { LightIndex } from '#apps/search/index/light-index.ts';
import { loadLight, once } from '#apps/search/index/load.ts';
import { findLight, type Outcome } from '#apps/search/ranking/find.ts';
import { byId, element } from '#apps/search/view/elements.ts';
import { readingText } from '#apps/search/view/wording.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const light = once(loadLight);

const entries = [...document.querySelectorAll<HTMLElement>('.entry')];
const topics = [...document.querySelectorAll<HTMLElement>('.topic')];
const status = byId('hub-filter-status');

/** Path of the page that an entry leads to, as the index has it. */
const pathOf = (entry: HTMLElement): string =>
  (entry.querySelector('a')?.pathname ?? '').slice(base.length).replaceAll(/^\/|\/$/g, '');

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

function searchLink(query: string): HTMLAnchorElement {
  const href = `${base}/search/?q=${encodeURIComponent(query)}`;
  return element('a', { href }, 'Search all hubs');
}

function showOnly(isMatch: (entry: HTMLElement) => boolean): void {
  for (const entry of entries) entry.hidden = !isMatch(entry);
  for (const topic of topics) topic.hidden = !topic.querySelector('.entry:not([hidden])');
}

function tell(query: string, outcome: Outcome): void {
  const shown = entries.filter(isShown).length;
  const count = shown === 0 ? `No question here answers “${query}”.` : `${shown} of ${entries.length} questions.`;
  status.replaceChildren(`${readingText(outcome)} ${count} `.trimStart(), searchLink(query));
}

function filter(query: string, index: LightIndex): void {
  if (query === '') {
    showOnly(() => true);
    status.replaceChildren();
    return;
  }
  const outcome = findLight({ query, literal: false }, index);
  const paths = new Set(outcome.pages.map(({ path }) => path));
  showOnly((entry) => paths.has(pathOf(entry)));
  tell(query, outcome);
}

/** Leaves of a hub's questions those that answer what is typed, with slips and by any name. */
export function followHubFilter(field: HTMLInputElement): void {
  const update = async (): Promise<void> => {
    try {
      const index = await light();
      filter(field.value.trim(), index);
    } catch (error) {
      console.warn(error);
      status.replaceChildren('The filter could not be loaded; the next key tries again. ', searchLink(field.value));
    }
  };
  field.addEventListener('input', () => void update());
  document.querySelector('.filter')?.addEventListener('change', () => void update());
  void update();
}
