import { createIndex, close as stopPagefind } from 'pagefind';

/** A page to be indexed, by the address a visitor finds it at, below the place the site is deployed to. */
export interface IndexedPage {
  address: string;
  html: string;
  /** Other names of the page, which nobody reads on it. */
  aliases: readonly string[];
}

/** `F&O` is one word to everybody here. */
const options = { includeCharacters: '&' };

/** Pagefind's own user interfaces, which this site does not use. */
const userInterface = /^pagefind-(.*ui|highlight)\.(js|css)$/;

const stopOn = (errors: readonly string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
};

const MARK = 'data-pagefind-body';

/** Pagefind leaves a page without the mark out, silently, as soon as another has it. */
const isMarked = ({ html }: IndexedPage): boolean => html.includes(MARK);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const cells = (row: string): string[] =>
  [...row.matchAll(/<(t[dh])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) => text);

/** A row as it would be read aloud: what it is about, then each column's name and what stands there. */
const rowAsSentence = ([first = '', ...others]: readonly string[], [, ...heads]: readonly string[]): string =>
  `${[first, ...others.map((text, index) => (heads[index] ? `${heads[index]}: ${text}` : text))].join('; ').replace(/;/, ':')}.`;

/** A table whose rows read as sentences, so that an excerpt does not run cells together. */
function tableAsSentences(table: string): string {
  const rows = [...table.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => row);
  const [head = '', ...body] = rows;
  if (!head.includes('<th') || body.length === 0) return table;
  return body.map((row) => `<p>${rowAsSentence(cells(row), cells(head))}</p>`).join('');
}

/** A page as it is indexed: every table by the sentences that its rows make. */
export const withoutTables = (html: string): string => html.replaceAll(/<table\b[\s\S]*?<\/table>/g, tableAsSentences);

/** With what visitors need not load: the number of the page, by which results are told apart unloaded, and its aliases. */
function marked({ html: page, aliases }: IndexedPage, index: number): string {
  const html = withoutTables(page);
  const start = html.indexOf(MARK);
  const end = html.indexOf('>', start) + 1;
  if (start < 0 || end === 0) return html;
  const names = `<span data-pagefind-ignore data-pagefind-meta="aliases">${escaped(aliases.join(' · '))}</span>`;
  return `${html.slice(0, start)}data-pagefind-sort="place:${index}" ${html.slice(start, end)}${names}${html.slice(end)}`;
}

/**
 * Makes the search index of some pages.
 *
 * @returns contents of its files by their path below `/pagefind/`
 * @throws {Error} when a page would not be found, naming it, or when Pagefind fails
 */
export async function makeIndex(pages: readonly IndexedPage[]): Promise<Map<string, Uint8Array>> {
  const unmarked = pages.filter((page) => !isMarked(page)).map(({ address }) => address);
  if (unmarked.length > 0) throw new Error(`Search would not find ${unmarked.join(', ')}: no data-pagefind-body`);
  const { index, errors } = await createIndex(options);
  stopOn(errors);
  if (!index) throw new Error('Pagefind made no index');
  try {
    for (const [pageNumber, page] of pages.entries()) {
      stopOn((await index.addHTMLFile({ url: page.address, content: marked(page, pageNumber) })).errors);
    }
    const { files, errors: faults } = await index.getFiles();
    stopOn(faults);
    return new Map(files.filter(({ path }) => !userInterface.test(path)).map(({ path, content }) => [path, content]));
  } finally {
    await stopPagefind();
  }
}

/** How many pages an index finds, by what it says itself. */
export function countPages(files: ReadonlyMap<string, Uint8Array>): number {
  const entry = JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json'))) as {
    languages: Record<string, { page_count: number }>;
  };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}
