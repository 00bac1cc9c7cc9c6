import type { LightFile } from '#apps/search/index/light-file.ts';
import { LightIndex } from '#apps/search/index/light-index.ts';
import type { Pagefind } from '#apps/search/index/text-index.ts';
import { emptyPhrasebook } from '#apps/search/query/phrasebook.ts';

const page = (path: string, title: string, aliases: string[], verdict: string, audiences: string[]) => ({
  path,
  title,
  aliases,
  asked: [],
  verdict,
  audiences,
});

/** A site of five pages and a few terms, enough for one of each kind of query. */
export const smallFile: LightFile = {
  hubs: { 'finance-module': 'Finance module', integration: 'Integration', 'go-live-cutover': 'Go-live & cutover' },
  terms: [
    { id: 'dmf', names: ['DMF', 'Data Management Framework', 'DIXF'] },
    { id: 'dual-write', names: ['Dual-write', 'dual write'] },
    { id: 'virtual-entity', names: ['Virtual entities', 'virtual entity', 'VE', 'virtual tables'] },
    { id: 'use', names: ['USE', 'unified environment'] },
  ],
  entries: [
    page('finance-module/close', 'How do we shorten the month-end close?', ['fast close'], 'Move work forward.', [
      'CFO',
    ]),
    page('integration/dmf-or-odata', 'DMF or OData?', ['bulk or live'], 'Files for bulk, calls for look-ups.', [
      'Architect',
    ]),
    page('integration/dual-write', 'Dual-write or virtual entities?', ['sync Dataverse'], 'Virtual entities first.', [
      'Architect',
      'CIO',
    ]),
    page(
      'go-live-cutover/rollback',
      'What is a realistic rollback plan?',
      ['way back'],
      'Start the old system again.',
      ['CIO'],
    ),
    page('patterns/dmf', 'Data management framework', ['DMF'], 'For everything that is counted in thousands.', []),
  ],
  phrasebook: emptyPhrasebook,
};

export const smallIndex = new LightIndex(smallFile);

/** Texts of the same pages, by their path. */
export const smallTexts: Readonly<Record<string, string>> = {
  'finance-module/close': 'How do we shorten the month-end close? Closing is quick without accruals.',
  'integration/dmf-or-odata': 'DMF or OData? The data management framework loads files from a warehouse.',
  'integration/dual-write': 'Dual-write or virtual entities? Nothing is copied.',
  'go-live-cutover/rollback': 'What is a realistic rollback plan? A weekend in the warehouse.',
  'patterns/dmf': 'Data management framework. Files.',
};

/** Finds as Pagefind does: by the longest beginning of each word that any page knows; between quotation marks by the word. */
export function pagefindOver(pages: Readonly<Record<string, string>>): Pagefind & { searches: string[] } {
  const searches: string[] = [];
  const hitOf = ([path, content]: [string, string]) => ({
    id: `id of ${path}`,
    score: 1,
    data: async () => ({ url: `/${path}/`, content, meta: {} }),
  });
  const wholly =
    (word: string) =>
    ([, text]: [string, string]): boolean =>
      text.toLowerCase().split(/\W+/).includes(word);
  const hits = (start: string) =>
    Object.entries(pages)
      .filter(([, text]) =>
        text
          .toLowerCase()
          .split(/\W+/)
          .some((word) => word.startsWith(start)),
      )
      .map(hitOf);
  return {
    searches,
    options: async () => undefined,
    init: async () => undefined,
    search: async (term) => {
      if (term === null) return { results: Object.entries(pages).map(hitOf) };
      searches.push(term);
      const quoted = /^"(.*)"$/.exec(term)?.[1];
      if (quoted !== undefined) return { results: Object.entries(pages).filter(wholly(quoted)).map(hitOf) };
      const lengths = Array.from({ length: term.length }, (_, cut) => term.length - cut);
      const known = lengths.map((length) => hits(term.slice(0, length))).find((found) => found.length > 0);
      return { results: known ?? [] };
    },
  };
}
