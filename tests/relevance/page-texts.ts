import { builtPages } from '#tests/support/pages.ts';
import type { Texts } from './measure.ts';
import { plain } from './plain.ts';

const unread = '[data-pagefind-ignore], [hidden], .sources, script, style';

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
