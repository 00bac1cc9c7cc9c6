import type { LightEntry } from '#apps/search/index/light-file.ts';
import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { PageData } from '#apps/search/index/text-index.ts';
import { nearestHub, termsAsked } from '#apps/search/ranking/elsewhere.ts';
import { hubOf, isPattern } from '#apps/search/ranking/facets.ts';
import { reasonFor } from '#apps/search/ranking/reason.ts';
import type { SearchResults } from '#apps/search/ranking/search.ts';
import { element } from './elements.ts';
import { excerpt, type Piece } from './excerpt.ts';
import { passageFragment } from './passage.ts';
import { noMatchText } from './wording.ts';

/** What the elements of the results are made from. */
export interface ResultsContext {
  /** Where the site is deployed, without a slash at the end. */
  base: string;
  light: LightIndex;
  results: SearchResults;
}

/** The text of a page without its title, which stands above the excerpt already. */
function excerptOf({ content }: PageData, title: string, { concepts }: SearchResults): Piece[] {
  const body = content.startsWith(title) ? content.slice(title.length).replace(/^[.\s]+/, '') : content;
  return excerpt(
    body,
    concepts.map(({ names }) => names),
  );
}

const marked = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.flatMap((piece) => [piece.marked ? element('mark', {}, piece.text) : piece.text, ' ']);

/**
 * One result: the question as a link, where it belongs and why it is here, and the passage that speaks of what was
 * searched for once the page's text is loaded. The link of the passage leads to it.
 */
export function resultItem(
  entry: LightEntry,
  { base, light, results }: ResultsContext,
  text?: PageData,
): HTMLLIElement {
  const href = `${base}/${entry.path}/`;
  const hub = isPattern(entry) ? 'Pattern' : (light.hubs[hubOf(entry)] ?? '');
  const pieces = text ? excerptOf(text, entry.title, results) : [];
  const fragment = passageFragment(pieces);
  const item = element(
    'li',
    {},
    element('h2', {}, element('a', { href }, entry.title)),
    element(
      'p',
      { className: 'search-results__about' },
      element('span', { className: 'search-results__hub' }, hub),
      element('span', {}, reasonFor(entry.path, results, light)),
    ),
    element(
      'p',
      { className: 'search-results__passage' },
      ...marked(pieces),
      ...(fragment
        ? [element('a', { href: href + fragment, ariaLabel: `Passage in: ${entry.title}` }, 'Passage')]
        : []),
    ),
  );
  item.dataset.searchResult = '';
  return item;
}

/** Says that there is no answer, and where to look all the same. */
export function noMatchItem(query: string, { base, light, results }: ResultsContext): HTMLLIElement {
  const hub = nearestHub(results, light);
  const nearest = hub ? ['The nearest hub is ', element('a', { href: `${base}/${hub.id}/` }, hub.name), '. '] : [];
  const explained = termsAsked(results).flatMap(({ id, names: [term = ''] }) => [
    'The glossary explains ',
    element('a', { href: `${base}/glossary/#${id}` }, term),
    '. ',
  ]);
  const item = element(
    'li',
    {},
    element('p', {}, noMatchText(query)),
    element(
      'p',
      {},
      ...explained,
      ...nearest,
      'Try other words, or ',
      element('a', { href: '#index-heading' }, 'look through all questions'),
      '.',
    ),
  );
  item.dataset.searchNoMatch = '';
  return item;
}
