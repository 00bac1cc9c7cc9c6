import type { AtOnce } from '#apps/search/facts/at-once.ts';
import { advisorAddress } from '#apps/search/facts/described.ts';
import { element } from './elements.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A list of what answers at once: the advisor's offer, what a term means, figures with their source; none for nothing. */
export function atOnceList(query: string, { figures, definition, isDescribed }: AtOnce, base: string): HTMLElement[] {
  const offer = isDescribed
    ? [
        element(
          'li',
          {},
          'This describes an interface. ',
          element('a', { href: advisorAddress(query, base) }, 'Let the advisor choose its pattern'),
          '.',
        ),
      ]
    : [];
  const meaning = definition
    ? [
        element(
          'li',
          {},
          element('a', { href: `${base}/glossary/#${definition.term.id}` }, definition.term.names[0] ?? ''),
          `: ${definition.definition}`,
        ),
      ]
    : [];
  const figureItems = figures.map(({ text, source, sourceTitle, checked }) =>
    element(
      'li',
      {},
      element('strong', {}, capital(text)),
      '. ',
      element(
        'small',
        {},
        'Source: ',
        element('a', { href: `${base}/sources/#${source}` }, sourceTitle),
        `, checked ${checked}`,
      ),
    ),
  );
  const items = [...offer, ...meaning, ...figureItems];
  return items.length > 0
    ? [element('ul', { className: 'search-at-once', role: 'list', ariaLabel: 'Answers at once' }, ...items)]
    : [];
}
