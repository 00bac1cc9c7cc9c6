import type { AnswerEntry, HubEntry, Library } from '#content/reading/entries.ts';
import { fillFigures } from './figures-text.ts';

const answersOf = ({ answers }: Library, hub: HubEntry): AnswerEntry[] =>
  answers.filter((answer) => answer.hub === hub.id);

const head = (name: string, { answers, hubs, patterns }: Library): string =>
  [
    `# ${name}`,
    `> ${answers.length} answers on Dynamics 365 Finance & Operations in ${hubs.length} hubs, each with a verdict first, ` +
      `its limits named and every figure sourced; ${patterns.length} integration patterns and an advisor that picks one.`,
  ].join('\n\n');

/**
 * `llms.txt` (llmstxt.org): what is here, a line each, with links to the Markdown of every answer.
 *
 * @param origin address of the site, without a slash at its end
 */
export function llmsIndex(name: string, library: Library, origin: string): string {
  const line = ({ id, question, verdict }: AnswerEntry): string =>
    `- [${fillFigures(question, library.figures)}](${origin}/${id}.md): ${fillFigures(verdict, library.figures)}`;
  const hubs = library.hubs.map((hub) =>
    [`## ${hub.title}`, hub.line, answersOf(library, hub).map(line).join('\n')].join('\n\n'),
  );
  const more = [
    '## More',
    [
      `- [All answers in one file](${origin}/llms-full.txt)`,
      `- [Pattern catalogue](${origin}/patterns/)`,
      `- [Advisor’s rules, questions and profile as JSON, and a Model Context Protocol server to run beside you](${origin}/api/)`,
      `- [Glossary](${origin}/glossary/)`,
      `- [Sources](${origin}/sources/)`,
      `- [Changes](${origin}/changes/)`,
    ].join('\n'),
  ].join('\n\n');
  return `${[head(name, library), ...hubs, more].join('\n\n')}\n`;
}

/**
 * Every answer as one Markdown text.
 *
 * @param answers each as Markdown, in reading order
 */
export const llmsFull = (name: string, library: Library, answers: readonly string[]): string =>
  [head(name, library), ...answers].join('\n\n---\n\n');
