import { accountsOf } from '#content/pictures/accounts.ts';
import { barsOf } from '#content/pictures/bars.ts';
import { curveOf } from '#content/pictures/curve.ts';
import { stepsOf } from '#content/pictures/steps.ts';
import { PictureFault, type Row, type TableText } from '#content/pictures/table-text.ts';
import { isPicture } from '#content/reading/body.ts';
import {
  attributeOf,
  type ComponentNode,
  childrenOf,
  isComponent,
  lineOf,
  nodesIn,
  parseMdx,
  type SyntaxNode,
  textOf,
} from '#content/reading/mdx.ts';
import type { Figure } from '#content/schemas/figure.ts';

const isWord = (node: SyntaxNode): boolean => !isComponent(node) && textOf(node) !== '';

type Figures = ReadonlyMap<string, Pick<Figure, 'value'>>;

/** The words of a cell, in which a figure of the ledger may come first. */
function cellText(cell: SyntaxNode, figures: Figures): string {
  const [first] = childrenOf(cell);
  const id = first && isComponent(first) && first.name === 'Fact' ? attributeOf(first, 'id') : undefined;
  return `${figures.get(id ?? '')?.value ?? ''} ${textOf(cell)}`.trim();
}

function rowOf(row: SyntaxNode, figures: Figures): Row {
  const cells = childrenOf(row);
  const first = cells[0] ? childrenOf(cells[0]).filter(isWord) : [];
  const standsOut = first.length === 1 && (first[0]?.type === 'strong' || first[0]?.type === 'emphasis');
  return { cells: cells.map((cell) => cellText(cell, figures)), standsOut };
}

/** The first table in a component. */
function tableIn(node: ComponentNode, figures: Figures): TableText | undefined {
  const table = [...nodesIn(node)].find(({ type }) => type === 'table');
  if (!table) return undefined;
  const [head, ...rows] = childrenOf(table).map((row) => rowOf(row, figures));
  return { head: head?.cells ?? [], rows };
}

function tryToDraw(node: ComponentNode, figures: Figures): void {
  const said = (name: string): string | undefined => attributeOf(node, name);
  const wanted = (name: string): string => {
    const value = said(name);
    if (value) return value;
    throw new PictureFault(`needs ${name}="…"`);
  };
  wanted('caption');
  const table = tableIn(node, figures);
  if (!table) {
    const isList = node.name === 'Flow' || node.name === 'Layers';
    if (isList && [...nodesIn(node)].some(({ type }) => type === 'list')) return;
    throw new PictureFault(`holds no ${isList ? 'list and no ' : ''}table; leave a blank line before and after it`);
  }
  switch (node.name) {
    case 'Bars':
      barsOf(table, { length: wanted('length'), start: said('start'), name: said('name'), note: said('note') });
      return;
    case 'Curve':
      curveOf(table, wanted('row'));
      return;
    case 'TAccounts':
      accountsOf(table, wanted('by'), wanted('line'));
      return;
    default:
      stepsOf(table, { name: said('name'), note: said('note') });
  }
}

/**
 * Why a picture in the body of an article could not be drawn.
 *
 * @returns each fault with its line of the body, from 1
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export function pictureFaults(body: string, figures: Figures): { message: string; line: number }[] {
  return [...nodesIn(parseMdx(body))].flatMap((node) => {
    if (!isComponent(node) || !isPicture(node)) return [];
    try {
      tryToDraw(node, figures);
      return [];
    } catch (fault) {
      if (!(fault instanceof PictureFault)) throw fault;
      return [{ message: `<${node.name}> ${fault.message}`, line: lineOf(node) }];
    }
  });
}
