import { excerpt } from './excerpt.ts';
import type { Concept } from './query.ts';
import type { PageData } from './text-index.ts';

/** Elements of the results; everything that comes from a page or a reader is set as text, never as markup. */

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

/** The text of a page without its title, which stands above the excerpt already. */
const bodyOf = ({ content, meta: { title = '' } }: PageData): string =>
  content.startsWith(title) ? content.slice(title.length).replace(/^[.\s]+/, '') : content;

function excerptOf(page: PageData, concepts: readonly Concept[]): HTMLParagraphElement {
  const pieces = excerpt(
    bodyOf(page),
    concepts.map(({ names }) => names),
  ).flatMap(({ text, marked }) => [marked ? element('mark', {}, text) : text, ' ']);
  return element('p', {}, ...pieces);
}

/** One result: the question as a link, where it belongs, and where it speaks of what was searched for. */
export function resultItem(page: PageData, concepts: readonly Concept[]): HTMLLIElement {
  const { title = page.url, kind, hub = '' } = page.meta;
  const item = element(
    'li',
    {},
    element('h2', {}, element('a', { href: page.url }, title)),
    element('p', { className: 'search-results__hub' }, kind === 'Pattern' ? 'Pattern' : hub),
    excerptOf(page, concepts),
  );
  item.dataset.searchResult = '';
  return item;
}

export function noMatchItem(text: string): HTMLLIElement {
  const item = element('li', {}, text);
  item.dataset.searchNoMatch = '';
  return item;
}

export const button = (text: string, onClick: () => void): HTMLButtonElement => {
  const created = element('button', { type: 'button' }, text);
  created.addEventListener('click', onClick);
  return created;
};
