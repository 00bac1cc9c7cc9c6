import { builtPages } from '#tests/support/pages.ts';
import type { Texts } from './measure.ts';

const unread = '[data-pagefind-ignore], [hidden], .sources, script, style';

/** White space, quotes and dashes of one kind each, as the cases' expressions expect. */
const plain = (text: string): string =>
  text
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll(/[“”„‟]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();

/** What a visitor reads on each page that search can find, by its address. */
export function pageTexts(): Texts {
  const texts = new Map<string, string>();
  for (const { address, root } of builtPages()) {
    const article = root.querySelector('[data-pagefind-body]');
    if (!article) continue;
    for (const element of article.querySelectorAll(unread)) element.remove();
    texts.set(address, plain(article.structuredText));
  }
  return texts;
}
