import { library } from '#content/publishing/site.ts';

/** What each answer and pattern cites, by the address of its page without the slashes around it. */
const citations = new Map(
  [...library.answers, ...library.patterns.map((pattern) => ({ ...pattern, id: `patterns/${pattern.id}` }))].map(
    ({ id, citations: cited }) => [id, cited],
  ),
);

type Params = Record<string, string | undefined>;

/**
 * The number of a source on the page being rendered: its position among those the page cites, from 1.
 *
 * @param params the route's parameters, which say which answer or pattern the page shows
 * @throws {Error} when the source is not cited there; the content check makes that impossible
 */
export function citationNumber({ hub, question, pattern }: Params, source: string): number {
  const index = citations.get(pattern ? `patterns/${pattern}` : `${hub}/${question}`)?.indexOf(source) ?? -1;
  if (index < 0) throw new Error(`"${source}" is not cited on this page`);
  return index + 1;
}
