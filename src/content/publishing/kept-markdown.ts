import type { AnswerEntry, Library } from '#content/reading/entries.ts';
import { keep, readKept } from '#content/reading/kept-file.ts';
import { answerMarkdown } from './markdown.ts';

/** An answer's Markdown beside the body that it was made from. */
type Made = Pick<AnswerEntry, 'body'> & { markdown: string };

/**
 * All answers as Markdown, in reading order; of those whose body is still the same, as an earlier build has made it.
 *
 * @param file where builds keep it
 * @param key of all else that decides on it; see `keyOfPage`
 */
export function keptMarkdown(library: Library, origin: string, file: string, key: string): string[] {
  const before = readKept<ReadonlyMap<string, Made>>(file, key) ?? new Map<string, Made>();
  const now = new Map(
    library.answers.map((answer) => {
      const kept = before.get(answer.id);
      const isSame = kept?.body === answer.body;
      return [answer.id, isSame ? kept : { body: answer.body, markdown: answerMarkdown(answer, library, origin) }];
    }),
  );
  if ([...now].some(([id, made]) => before.get(id) !== made)) keep(file, key, now);
  return [...now.values()].map(({ markdown }) => markdown);
}
