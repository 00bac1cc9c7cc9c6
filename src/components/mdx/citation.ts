import { library } from '#content/publishing/site.ts';

type Params = Record<string, string | undefined>;

/**
 * The number of a source on the page being rendered: its position among those the page cites, from 1.
 *
 * @param params the route's parameters, which say which answer or pattern the page shows
 * @throws {Error} when the source is not cited there; the content check makes that impossible
 */
export function citationNumber({ hub, question, pattern }: Params, source: string): number {
  const article = pattern
    ? library.patterns.find(({ id }) => id === pattern)
    : library.answers.find(({ id }) => id === `${hub}/${question}`);
  const index = article?.citations.indexOf(source) ?? -1;
  if (index < 0) throw new Error(`"${source}" is not cited on this page`);
  return index + 1;
}
