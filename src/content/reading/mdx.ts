import { type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement, markdownToMdast, mdxToMdast } from 'satteri';

/**
 * The syntax tree of what authors write, as the parser by which Astro makes the pages reads it. Everything that is known
 * of a body derives from its tree: no other module looks for Markdown or MDX in a text.
 */

/** A node of a syntax tree, in the form of mdast (github.com/syntax-tree/mdast). */
export type SyntaxNode = MdastNode;

/** A component in a tree, alone on its lines or within a sentence. */
export type ComponentNode = (MdxJsxFlowElement | MdxJsxTextElement) & { name: string };

/** Says where a text is no MDX. */
export class MdxSyntaxError extends Error {
  override name = 'MdxSyntaxError';
  /** Line of the text, from 1; `undefined` where the parser names none. */
  readonly line: number | undefined;

  /** @param said the parser's message: `3:5: what is wrong (rule)` */
  constructor(said: string) {
    const [, line, reason = said] = /^(\d+):\d+: (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(said) ?? [];
    // Positions within the sentence count lines of the body, of which an editor knows nothing.
    super(reason.replaceAll(/ \(\d+:\d+\)/g, ''));
    this.line = line === undefined ? undefined : Number(line);
  }
}

/** Trees by their text: a build asks for each body several times. */
const trees = new Map<string, SyntaxNode>();

function parse(text: string): SyntaxNode {
  try {
    return mdxToMdast(text, { features: { frontmatter: false } });
  } catch (error) {
    throw new MdxSyntaxError((error as Error).message);
  }
}

/**
 * The tree of an MDX text without front matter; a text is parsed once in a process.
 *
 * @throws {MdxSyntaxError} when the text is no MDX: a component that is not closed, a stray `<` or `{`
 */
export function parseMdx(text: string): SyntaxNode {
  const tree = trees.get(text) ?? parse(text);
  trees.set(text, tree);
  return tree;
}

/** The tree of Markdown without components, as `/<hub>/<question>.md` holds it. */
export const parseMarkdown = (text: string): SyntaxNode => markdownToMdast(text, { features: { frontmatter: false } });

/** What a node holds, in the order of the text; nothing for a leaf. */
export const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => ('children' in node ? node.children : []);

/** A node and all below it, each before its children, in the order of the text. */
export function nodesIn(node: SyntaxNode): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const add = (one: SyntaxNode): void => {
    nodes.push(one);
    childrenOf(one).forEach(add);
  };
  add(node);
  return nodes;
}

/** Line of the text on which a node begins, from 1. */
export const lineOf = ({ position }: SyntaxNode): number => position?.start.line ?? 1;

/** Where a node begins and ends in its text, in UTF-16 units as `String.slice` counts them. */
export const rangeOf = ({ position }: SyntaxNode): { start: number; end: number } => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

/** Whether a node is a component, whose name begins with a capital; other elements are plain HTML. */
export const isComponent = (node: SyntaxNode): node is ComponentNode =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[A-Z]/.test(node.name ?? '');

/**
 * The value of a component's attribute.
 *
 * @returns empty for one that stands alone (`bare`); `undefined` where it is missing or is code
 */
export function attributeOf(node: ComponentNode, name: string): string | undefined {
  const attribute = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  const value = attribute?.value;
  return value === null ? '' : typeof value === 'string' ? value : undefined;
}

/** Nodes that run on within a sentence; the words of all others stand apart from their neighbours'. */
const inline: ReadonlySet<SyntaxNode['type']> = new Set<SyntaxNode['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'footnoteReference',
  'mdxJsxTextElement',
]);

/** What a component says in an attribute: the title of a callout, the caption of a picture; empty for all others. */
export const titleOf = (node: ComponentNode): string =>
  (node.name === 'Callout' ? attributeOf(node, 'title') : attributeOf(node, 'caption')) ?? '';

/** What a node says besides what its children say. */
function ownWords(node: SyntaxNode, code: boolean): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode' || node.type === 'code') return code ? node.value : '';
  if (node.type === 'image') return node.alt ?? '';
  if (!isComponent(node)) return '';
  return node.name === 'Callout' ? `${titleOf(node)}: ` : titleOf(node);
}

function spaced(node: SyntaxNode, code: boolean): string {
  const words =
    ownWords(node, code) +
    childrenOf(node)
      .map((child) => spaced(child, code))
      .join('');
  return inline.has(node.type) ? words : ` ${words} `;
}

/**
 * The words of a node as they are read, with single spaces: without marks, addresses, footnotes and components, but for
 * the title of a callout, which a colon follows, and the caption of a picture. What a component looks up, such as a figure, is not among them.
 *
 * @param code whether code counts as words
 */
export const textOf = (node: SyntaxNode, { code = true } = {}): string =>
  spaced(node, code).replace(/\s+/g, ' ').trim();
