import {
  childrenOf,
  isComponent,
  lineOf,
  nodesIn,
  parseMdx,
  type SyntaxNode,
  textOf,
  titleOf,
} from '#content/reading/mdx.ts';

/** What a reader takes in at once. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'quotation' | 'item' | 'row' | 'moment' | 'caption';
  /** Its words as a reader sees them, without code. */
  text: string;
  /** Line of the body on which it begins, from 1. */
  line: number;
  /** Whether it names a source, a figure of the ledger, or says that the judgement is ours. */
  isGrounded: boolean;
}

const grounds: ReadonlySet<string> = new Set(['Fact', 'Cite', 'Judgement']);

/** The words of prose: code is no English. */
const proseOf = (node: SyntaxNode): string => textOf(node, { code: false });

function blockOf(kind: Block['kind'], nodes: readonly SyntaxNode[], line: number): Block {
  const within = nodes.flatMap((node) => [...nodesIn(node)]);
  return {
    kind,
    text: nodes.map(proseOf).join(' '),
    line,
    isGrounded: within.some((node) => isComponent(node) && grounds.has(node.name)),
  };
}

const kinds: Partial<Record<SyntaxNode['type'], Block['kind']>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  blockquote: 'quotation',
  tableRow: 'row',
};

const isText = ({ type }: SyntaxNode): boolean => type === 'text';
const isList = ({ type }: SyntaxNode): boolean => type === 'list';

function blocksIn(node: SyntaxNode): Block[] {
  const kind = isComponent(node) && node.name === 'Moment' ? 'moment' : kinds[node.type];
  const line = lineOf(node);
  if (kind) return [blockOf(kind, [node], line)];
  const children = childrenOf(node);
  if (node.type === 'listItem') {
    const own = children.filter((child) => !isList(child));
    return [blockOf('item', own, line), ...children.filter(isList).flatMap(blocksIn)];
  }
  // What stands on the line of its component is no paragraph to the parser, and is one to a reader.
  const inner = children.some(isText) ? [blockOf('paragraph', children, line)] : children.flatMap(blocksIn);
  if (!isComponent(node) || titleOf(node) === '') return inner;
  const titleKind = node.name === 'Callout' ? 'paragraph' : 'caption';
  return [blockOf(titleKind, [{ ...node, children: [] }], line), ...inner];
}

/**
 * Takes the body of an article apart into headings, paragraphs, quotations, list items, table rows, moments of a
 * timeline and captions of pictures, in order. The title of a callout is a paragraph of its own; code is nothing that is read.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const blocksOf = (body: string): Block[] => blocksIn(parseMdx(body));

/**
 * The words of a body as a reader sees them, without code and what components look up.
 *
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export const wordsShown = (body: string): string => proseOf(parseMdx(body));
