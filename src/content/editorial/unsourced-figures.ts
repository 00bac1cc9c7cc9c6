import { blocksOf, wordsShown } from './blocks.ts';

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

const grounded = /<(?:Fact|Cite|Judgement)\b/;
/** Words by which a sentence says that its figures are made up for the sake of the example. */
const invented = /\b(?:say|suppose|imagine|example|for instance|if you|worked)\b/i;

export interface Unsourced {
  /** The figure as it stands. */
  figure: string;
  /** Line of the body, from 1. */
  line: number;
}

/**
 * Figures of a body that neither name a source, nor are labelled as our judgement, nor declared as an example.
 *
 * A quotation, a list, a table or a timeline may be grounded as a whole, by the paragraph before or after it, a table
 * also by its head. Headings are titles.
 */
export function unsourcedFigures(body: string): Unsourced[] {
  const blocks = blocksOf(body);
  const isGrounded = (text: string): boolean => grounded.test(text) || invented.test(wordsShown(text));
  /** The first block in that direction which is of another kind, and the last before it. */
  const edges = (index: number, step: -1 | 1): string[] => {
    let edge = index;
    while (blocks[edge + step]?.kind === blocks[index]?.kind) edge += step;
    return [blocks[edge + step]?.text ?? '', step < 0 ? (blocks[edge]?.text ?? '') : ''];
  };
  return blocks.flatMap(({ text, line, kind }, index) => {
    const found = figure(wordsShown(text));
    if (!found || kind === 'heading' || isGrounded(text)) return [];
    if (kind !== 'paragraph' && [...edges(index, -1), ...edges(index, 1)].some(isGrounded)) return [];
    return [{ figure: found, line }];
  });
}
