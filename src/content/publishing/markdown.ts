import type { AnswerEntry, Library } from '#content/reading/entries.ts';
import {
  attributeOf,
  type ComponentNode,
  childrenOf,
  isComponent,
  parseMarkdown,
  parseMdx,
  rangeOf,
  type SyntaxNode,
  textOf,
} from '#content/reading/mdx.ts';
import { copyText } from './copy-text.ts';
import { dateText } from './dates.ts';
import { boundedText, figureText, fillFigures } from './figures-text.ts';

/** What turning an article into Markdown needs to know of the library. */
type Ledgers = Pick<Library, 'figures' | 'sources'>;

const quoted = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** What the nodes of one body need to be written as plain Markdown. */
interface Writing {
  body: string;
  citations: readonly string[];
  figures: Library['figures'];
  origin: string;
}

/** The text from one offset to another, each node within it as plain Markdown writes it. */
function written(nodes: readonly SyntaxNode[], start: number, end: number, writing: Writing): string {
  /** What the author wrote between two nodes; a component that is gone leaves no more than one empty line. */
  const between = (from: number, to: number): string => writing.body.slice(from, to).replace(/\n{3,}/g, '\n\n');
  let text = '';
  let offset = start;
  for (const node of nodes) {
    const range = rangeOf(node);
    text += between(offset, range.start) + markdownOf(node, writing);
    offset = range.end;
  }
  return text + between(offset, end);
}

/** What stands between the tags of a component. */
function contentOf(node: SyntaxNode, writing: Writing): string {
  const nodes = childrenOf(node);
  const [first = node, last = node] = [nodes[0], nodes.at(-1)];
  return nodes.length === 0 ? '' : written(nodes, rangeOf(first).start, rangeOf(last).end, writing);
}

const footnoteMark = (source: string, { citations }: Writing): string => `[^${citations.indexOf(source) + 1}]`;

function factMarkdown(node: ComponentNode, writing: Writing): string {
  const id = attributeOf(node, 'id') ?? '';
  const figure = writing.figures.get(id);
  if (!figure) throw new Error(`No figure has the id "${id}"`);
  const text = attributeOf(node, 'bound') === undefined ? figureText(figure) : boundedText(figure);
  return text + (attributeOf(node, 'bare') === undefined ? footnoteMark(figure.source, writing) : '');
}

/** Each component as plain Markdown says the same; any other leaves what stands between its tags. */
function componentMarkdown(node: ComponentNode, writing: Writing): string {
  switch (node.name) {
    case 'Fact':
      return factMarkdown(node, writing);
    case 'Cite':
      return footnoteMark(attributeOf(node, 'id') ?? '', writing);
    case 'Judgement':
      return '(our judgement)';
    case 'Callout':
      return quoted(`**${attributeOf(node, 'title')}**\n\n${contentOf(node, writing).trim()}`);
    case 'Moment':
      return `- **${attributeOf(node, 'when')}**: ${contentOf(node, writing).trim()}`;
    case 'Timeline':
      return childrenOf(node)
        .map((moment) => markdownOf(moment, writing))
        .join('\n');
    case 'Bars':
    case 'Curve':
    case 'Flow':
    case 'Layers':
    case 'TAccounts':
      return `${contentOf(node, writing).trim()}\n\n*${attributeOf(node, 'caption')}*`;
    default:
      return contentOf(node, writing);
  }
}

function markdownOf(node: SyntaxNode, writing: Writing): string {
  if (isComponent(node)) return componentMarkdown(node, writing);
  // Comments and code in braces: nothing of them is seen on the page.
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return '';
  const { start, end } = rangeOf(node);
  const children = childrenOf(node);
  const text = children.length === 0 ? writing.body.slice(start, end) : written(children, start, end, writing);
  if (!('url' in node) || !node.url.startsWith('/')) return text;
  const index = text.lastIndexOf(node.url);
  return index < 0 ? text : text.slice(0, index) + writing.origin + text.slice(index);
}

/**
 * The body of an answer or a pattern as plain Markdown, for readers that know no components.
 *
 * @param citations ids of the page's sources; the index of a source gives the number of its footnote, from 1
 * @param origin put in front of links within the site, so that the text can be read anywhere
 * @throws {Error} for a figure that is not in the ledger, or a body that is no MDX; the content check names file and
 *   line of either long before
 */
export function bodyMarkdown(
  { body, citations }: { body: string; citations: readonly string[] },
  { figures }: Pick<Library, 'figures'>,
  origin: string,
): string {
  return markdownOf(parseMdx(body), { body, citations, figures, origin }).trim();
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

/** Markdown as a person would read it aloud: marks, link targets and marks of footnotes taken away. */
export const plainText = (markdown: string): string => textOf(parseMarkdown(markdown));
