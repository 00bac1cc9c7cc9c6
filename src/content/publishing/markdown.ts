import type { AnswerEntry, Library } from '#content/reading/entries.ts';
import { copyText } from './copy-text.ts';
import { dateText } from './dates.ts';
import { figureText, fillFigures } from './figures-text.ts';

/** What turning an article into Markdown needs to know of the library. */
type Ledgers = Pick<Library, 'figures' | 'sources'>;

const quoted = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** Components with words between their tags, as plain Markdown says the same. */
const withoutContainers = (body: string): string =>
  body
    .replace(/<Term\b[^>]*>([\s\S]*?)<\/Term>/g, '$1')
    .replace(/<Callout\b[^>]*?title="([^"]*)"[^>]*>([\s\S]*?)<\/Callout>/g, (_, title: string, text: string) =>
      quoted(`**${title}**\n\n${text.trim()}`),
    )
    .replace(/<Moment\b[^>]*?when="([^"]*)"[^>]*>\s*([\s\S]*?)\s*<\/Moment>/g, '- **$1**: $2')
    .replace(/^[ \t]*<\/?(Timeline|NumberTable)>[ \t]*\n?/gm, '')
    .replace(/^[ \t]+(?=- \*\*)/gm, '');

/**
 * The body of an answer or a pattern as plain Markdown.
 *
 * @param citations ids of the page's sources; a source's position is the number of its footnote
 * @param origin put in front of links within the site, so that the text can be read anywhere
 */
export function bodyMarkdown(
  { body, citations }: { body: string; citations: readonly string[] },
  { figures }: Pick<Library, 'figures'>,
  origin: string,
): string {
  const mark = (source: string): string => `[^${citations.indexOf(source) + 1}]`;
  return withoutContainers(body)
    .replace(/<Fact\b[^>]*?id="([^"]*)"([^>]*)\/>/g, (_, id: string, rest: string) => {
      const figure = figures.get(id);
      if (!figure) throw new Error(`No figure has the id "${id}"`);
      return figureText(figure) + (/\bbare\b/.test(rest) ? '' : mark(figure.source));
    })
    .replace(/<Cite\b[^>]*?id="([^"]*)"[^>]*\/>/g, (_, id: string) => mark(id))
    .replace(/<Judgement\s*\/>/g, '(our judgement)')
    .replace(/\]\(\//g, `](${origin}/`)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The sources of a page as Markdown footnotes, in the order of their numbers. */
export const footnotes = (citations: readonly string[], sources: Library['sources']): string =>
  citations
    .map((id, index) => {
      const source = sources.get(id);
      if (!source) throw new Error(`No source has the id "${id}"`);
      const { title, publisher, url, checked } = source;
      return `[^${index + 1}]: ${title}, ${publisher}, <${url}> (${copyText(source)}; checked ${dateText(checked)})`;
    })
    .join('\n');

/**
 * One answer as a Markdown file of its own: question, verdict, reasoning, footnotes.
 *
 * @param origin address of the site, without a slash at its end
 */
export function answerMarkdown(answer: AnswerEntry, { figures, sources }: Ledgers, origin: string): string {
  const standing = answer.confidence === 'documented' ? 'Documented position' : 'Our judgement';
  return [
    `# ${fillFigures(answer.question, figures)}`,
    `**${fillFigures(answer.verdict, figures)}**`,
    bodyMarkdown(answer, { figures }, origin),
    `${standing}. Reviewed ${dateText(answer.reviewed)}. ${origin}/${answer.id}/`,
    footnotes(answer.citations, sources),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Markdown as a person would read it aloud: marks, link targets and footnotes taken away. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[\^\d+\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*\|?[-| ]+\|?\s*$/gm, '')
    .replace(/\*\*|[`_]/g, '')
    .replace(/^[#>]+ */gm, '')
    .replace(/\s+/g, ' ')
    .trim();
