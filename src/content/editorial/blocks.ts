/** What a reader takes in at once. */
export interface Block {
  /** The MDX as written. */
  text: string;
  /** Line of the body on which it begins, from 1. */
  line: number;
  kind: 'heading' | 'paragraph' | 'quotation' | 'item' | 'row' | 'moment';
}

const beginnings: readonly [Block['kind'], RegExp][] = [
  ['heading', /^#+\s/],
  ['quotation', /^>/],
  ['row', /^\s*\|/],
  ['item', /^\s*([-*]|\d+\.)\s/],
  ['moment', /^\s*<Moment\b/],
];
const kindOf = (line: string): Block['kind'] => beginnings.find(([, begins]) => begins.test(line))?.[0] ?? 'paragraph';
const isWrapper = (line: string): boolean =>
  /^\s*(<(NumberTable|Timeline)>|<\/(NumberTable|Timeline|Callout)>)\s*$/.test(line);
const isRuling = (line: string): boolean => /^\s*\|(\s*:?-+:?\s*\|)+\s*$/.test(line);

const continuesQuotation = ({ kind }: Block, line: string): boolean => kind === 'quotation' && kindOf(line) === kind;

/**
 * Takes the body of an article apart into headings, paragraphs, quotations, list items, table rows and moments of a
 * timeline. A line that only opens or closes a component is nothing a reader sees.
 */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let unfinished: Block | undefined;
  body.split('\n').forEach((line, index) => {
    if (line.trim() === '' || isRuling(line) || isWrapper(line)) {
      unfinished = undefined;
      return;
    }
    if (
      unfinished &&
      unfinished.kind !== 'heading' &&
      (kindOf(line) === 'paragraph' || continuesQuotation(unfinished, line))
    ) {
      unfinished.text += `\n${line}`;
      return;
    }
    unfinished = { text: line, line: index + 1, kind: kindOf(line) };
    blocks.push(unfinished);
  });
  return blocks;
}

/** The words of a piece of MDX as a reader sees them: components, marks, addresses and code are gone. */
export const wordsShown = (text: string): string =>
  text
    .replace(/<Callout\b[^>]*?title="([^"]*)"[^>]*>/g, '$1: ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\{[a-z0-9._:-]+\}/g, ' ')
    .replace(/[[\]*_#>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
