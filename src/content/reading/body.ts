import type { Figure } from '#content/schemas/figure.ts';
import { attributeOf, type ComponentNode, isComponent, lineOf, nodesIn, parseMdx } from './mdx.ts';

/** Components that draw a picture of the table or list they hold. */
export const pictures = ['Bars', 'Curve', 'Flow', 'Layers', 'TAccounts'] as const;

/** Whether a component draws a picture. */
export const isPicture = ({ name }: ComponentNode): boolean => (pictures as readonly string[]).includes(name);

/** Components that an author may write; `docs/editorial.md` explains them. */
export const components = [
  'Cite',
  'Fact',
  'Term',
  'Assumption',
  'Judgement',
  'Callout',
  'Timeline',
  'Moment',
  'NumberTable',
  ...pictures,
] as const;

/** One component in an MDX body. */
export interface Tag {
  name: string;
  /** What it refers to; `undefined` where it names nothing. */
  id: string | undefined;
  /** The behaviour of the ledger for which a source is cited; `undefined` where none is named. */
  behaviour: string | undefined;
  /** Whether a figure stands without its citation. */
  bare: boolean;
  /** Line of the body, from 1. */
  line: number;
}

/**
 * Every component that opens in a body, in order; what stands in code is none.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const tagsIn = (body: string): Tag[] =>
  [...nodesIn(parseMdx(body))].filter(isComponent).map((node) => ({
    name: node.name,
    id: attributeOf(node, 'id'),
    behaviour: attributeOf(node, 'behaviour'),
    bare: attributeOf(node, 'bare') !== undefined,
    line: lineOf(node),
  }));

/**
 * Ids of the sources that a body cites, in order of first use; a figure cites its own source.
 *
 * @param figures the ledger; a figure that it does not hold cites nothing
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export function citedSources(body: string, figures: ReadonlyMap<string, Pick<Figure, 'source'>>): string[] {
  const cited = tagsIn(body).flatMap(({ name, id, bare }) => {
    if (!id) return [];
    if (name === 'Cite') return [id];
    if (name === 'Fact' && !bare) return figures.get(id)?.source ?? [];
    return [];
  });
  return [...new Set(cited)];
}

/**
 * Addresses within the site that a body links to, pictures and collected addresses included, with the line of the body
 * on which each link begins.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const linksIn = (body: string): { href: string; line: number }[] =>
  [...nodesIn(parseMdx(body))].flatMap((node) =>
    'url' in node && node.url.startsWith('/') ? [{ href: node.url, line: lineOf(node) }] : [],
  );

/** An import or export that MDX takes for text, because it follows a line of text. */
const codeLine = /^(?:import\s.*\bfrom\s*['"]|export\s+(?:const|default|function)\b)/;

/**
 * Lines of a body, from 1, on which code is imported or exported.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const codeIn = (body: string): number[] =>
  [...nodesIn(parseMdx(body))].flatMap((node) => {
    if (node.type === 'mdxjsEsm') return [lineOf(node)];
    if (node.type !== 'text') return [];
    return node.value.split('\n').flatMap((text, index) => (codeLine.test(text) ? [lineOf(node) + index] : []));
  });

/**
 * Lines of a body, from 1, on which colons align the columns of a table.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const alignedTablesIn = (body: string): number[] =>
  [...nodesIn(parseMdx(body))].flatMap((node) =>
    node.type === 'table' && node.align?.some((alignment) => alignment !== null) ? [lineOf(node) + 1] : [],
  );

/**
 * Whether a body holds a table, a timeline or a picture, and not prose alone.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const hasForm = (body: string): boolean =>
  [...nodesIn(parseMdx(body))].some(
    (node) => node.type === 'table' || (isComponent(node) && (node.name === 'Timeline' || isPicture(node))),
  );
