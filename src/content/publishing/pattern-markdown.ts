import type { Library, PatternEntry } from '#content/reading/entries.ts';
import { comparisonFields, comparisonNames } from '#content/schemas/pattern.ts';
import { dateText } from './dates.ts';
import { boundedText, fillFigures } from './figures-text.ts';
import { bodyMarkdown, footnotes } from './markdown.ts';

/**
 * One pattern as a Markdown file of its own: verdict, when to use it and when not, how it compares, its limits, the text
 * of its page, and footnotes.
 *
 * @param origin address of the site, without a slash at its end
 * @throws {Error} for a figure or a source that is not in the ledger; the content check names it long before
 */
export function patternMarkdown(
  pattern: PatternEntry,
  { figures, sources }: Pick<Library, 'figures' | 'sources'>,
  origin: string,
): string {
  const fill = (text: string): string => fillFigures(text, figures);
  const list = (texts: readonly string[]): string => texts.map((text) => `- ${fill(text)}`).join('\n');
  const limits = pattern.limits.map((id) => {
    const figure = figures.get(id);
    if (!figure) throw new Error(`No figure has the id "${id}"`);
    const condition = figure.condition ? `; ${figure.condition}` : '';
    return `${boundedText(figure)}: ${figure.scope}${condition}${markOf(figure.source, pattern.citations)}`;
  });
  return [
    `# ${pattern.name}`,
    `**${fill(pattern.verdict)}**`,
    `## Use it when\n\n${list(pattern.useWhen)}`,
    `## Leave it when\n\n${list(pattern.avoidWhen)}`,
    `## How it compares\n\n${list(comparisonFields.map((field) => `${comparisonNames[field]}: ${pattern.comparison[field]}`))}`,
    ...(limits.length > 0 ? [`## Limits\n\n${limits.map((limit) => `- ${limit}`).join('\n')}`] : []),
    bodyMarkdown(pattern, { figures }, origin),
    `Reviewed ${dateText(pattern.reviewed)}. ${origin}/patterns/${pattern.id}/`,
    footnotes(pattern.citations, sources),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The footnote's mark; none where the page itself does not list the source. */
function markOf(source: string, citations: readonly string[]): string {
  const index = citations.indexOf(source);
  return index < 0 ? '' : `[^${index + 1}]`;
}
