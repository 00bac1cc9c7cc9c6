import type { LightEntry } from '#apps/search/index/light-file.ts';
import type { LightIndex } from '#apps/search/index/light-index.ts';
import type { PageData } from '#apps/search/index/text-index.ts';
import { nearestHub, termsAsked } from '#apps/search/ranking/elsewhere.ts';
import { hubOf, kindOf } from '#apps/search/ranking/facets.ts';
import { IN_TEXT, reasonFor } from '#apps/search/ranking/reason.ts';
import type { SearchResults } from '#apps/search/ranking/search.ts';
import { element } from './elements.ts';
import { excerpt, type Piece, passageStart } from './excerpt.ts';
import { headingOf, passageFragment } from './passage.ts';
import { noMatchText } from './wording.ts';

/** What the elements of the results are made from. */
export interface ResultsContext {
  /** Where the site is deployed, without a slash at the end. */
  base: string;
  light: LightIndex;
  results: SearchResults;
}

/** A text without what stands above it already; how the sentences are joined is the index's affair. */
const without = (text: string, beginning: string): string =>
  beginning !== '' && text.startsWith(beginning) ? text.slice(beginning.length).replace(/^[.\s]+/, '') : text;

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** What a page says of the query below its title and its short answer, and the part of an address that leads there. */
function passageOf(
  { content, anchors = [] }: PageData,
  { title, verdict }: LightEntry,
  { concepts }: SearchResults,
): { pieces: readonly Piece[]; fragment: string } {
  const body = without(without(content, title), verdict);
  const names = concepts.map((concept) => concept.names);
  const start = passageStart(body, names);
  if (start === undefined) return { pieces: [], fragment: '' };
  const pieces = excerpt(body, names);
  const above = countWords(content) - countWords(body);
  return { pieces, fragment: passageFragment(pieces, headingOf(above + start, anchors)) };
}

const marked = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.flatMap((piece) => [piece.marked ? element('mark', {}, piece.text) : piece.text, ' ']);

/**
 * One result: the question as a link, where it belongs and why it is here, its short answer, and the passage that speaks
 * of what was searched for once the page's text is loaded. The link of the passage leads to it, by its heading; so does
 * the question, where nothing but the text is why the page is here.
 */
export function resultItem(
  entry: LightEntry,
  { base, light, results }: ResultsContext,
  text?: PageData,
): HTMLLIElement {
  const href = `${base}/${entry.path}/`;
  const hub = kindOf(entry)?.name ?? light.hubs[hubOf(entry)] ?? '';
  const reason = reasonFor(entry.path, results, light);
  const { pieces, fragment } = text ? passageOf(text, entry, results) : { pieces: [], fragment: '' };
  const item = element(
    'li',
    {},
    element('h2', {}, element('a', { href: reason === IN_TEXT ? href + fragment : href }, entry.title)),
    element(
      'p',
      { className: 'search-results__about' },
      element('span', { className: 'search-results__hub' }, hub),
      element('span', {}, reason),
    ),
    element('p', { className: 'search-results__verdict' }, entry.verdict),
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
    element('p', {}, noMatchText(query, results)),
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
