import { type Block, blocksOf } from './blocks.ts';

const units = [
  '%',
  '(?:per ?cent|percentage points?)',
  '(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)',
  '(?:records?|rows?|lines?|requests?|calls?|messages?|events?|files?|entities|tables?|fields?|characters?)',
  '(?:users?|licen[cs]es|roles?|companies|legal entities|dimensions?|servers?|threads?|environments?|sandboxes|instances)',
  '(?:bytes|kB|KB|MB|GB|TB|GiB|MiB|DTU|vCores?)',
].join('|');
const spelledOut =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety';
const quantity = new RegExp(String.raw`(?:\b\d[\d,.]*|\b(?:${spelledOut}))(?:\s|-)?(?:${units})(?![\w-])`, 'i');
const money = /(?:[$€£]|\b(?:USD|EUR|GBP)\s?)\d[\d,.]*/;
const version = /\b10\.0\.\d+\b/;
const date =
  /\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/;

const figure = (text: string): string | undefined =>
  [quantity, money, version, date].map((pattern) => pattern.exec(text)?.[0]).find(Boolean);

/** Words by which a sentence says that its figures are made up for the sake of the example. */
const invented = /\b(?:say|suppose|imagine|example|for instance|if you|worked)\b/i;

const hasGround = (block: Block | undefined): boolean =>
  block !== undefined && (block.isGrounded || invented.test(block.text));

/** The block before, or after, all those of one kind around an index; before them, also the first of their kind. */
function neighbours(blocks: readonly Block[], index: number, step: -1 | 1): (Block | undefined)[] {
  let edge = index;
  while (blocks[edge + step]?.kind === blocks[index]?.kind) edge += step;
  return step < 0 ? [blocks[edge + step], blocks[edge]] : [blocks[edge + step]];
}

/** A figure without a ground. */
export interface UnsourcedFigure {
  /** The figure as it stands: `9 days`. */
  figure: string;
  /** Line of the body, from 1. */
  line: number;
}

/**
 * Figures of a body that neither name a source, nor are labelled as our judgement, nor declared as an example.
 *
 * A quotation, a list, a table or a timeline may be grounded as a whole, by the paragraph before or after it, a table
 * also by its head. Headings are titles, and the caption of a picture repeats what its table or list is held to.
 *
 * @returns at most one a block, the first
 * @throws {MdxSyntaxError} when the body is no MDX
 */
export function unsourcedFigures(body: string): UnsourcedFigure[] {
  const blocks = blocksOf(body).filter(({ kind }) => kind !== 'caption');
  return blocks.flatMap((block, index) => {
    const found = figure(block.text);
    if (!found || block.kind === 'heading' || hasGround(block)) return [];
    const around = [...neighbours(blocks, index, -1), ...neighbours(blocks, index, 1)];
    if (block.kind !== 'paragraph' && around.some(hasGround)) return [];
    return [{ figure: found, line: block.line }];
  });
}
