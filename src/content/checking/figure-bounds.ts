import { type Block, blocksOf } from '#content/editorial/blocks.ts';
import { figuresNamed, saysBound } from '#content/publishing/figures-text.ts';
import type { Figure } from '#content/schemas/figure.ts';

type Figures = ReadonlyMap<string, Pick<Figure, 'value' | 'bound'>>;

/** Stands for the use of the figure that is looked at. */
const HERE = '\uE000';

/** Stands in a body for one use of a figure, by its index among them, while the body is taken apart. */
const markOf = (index: number): string => `\uE001${index}\uE002`;
const marks = /\uE001(\d+)\uE002/g;

const factPattern = /<Fact\b[^>]*?\bid="([^"]*)"([^>]*)\/>/g;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/);

/** Each block with the words that are read with it: the head of its table, for a row. */
function withHeads(blocks: readonly Block[]): { block: Block; head: string }[] {
  let head = '';
  return blocks.map((block, index) => {
    if (block.kind !== 'row') head = '';
    else if (blocks[index - 1]?.kind !== 'row') head = block.text.replace(marks, ' ');
    return { block, head };
  });
}

/** The sentence of a block in which `HERE` stands, as a reader sees it; a row of a table is one, with its head. */
function sentenceAround(text: string, { kind }: Block, head: string): string {
  if (kind === 'row') return `${head} ${text}`;
  return sentencesOf(text).find((sentence) => sentence.includes(HERE)) ?? text;
}

/** Words that say a bound right before a figure, or right behind it. */
const saidBeside = new RegExp(
  `\\b(at most|up to|at least|less than|fewer than|more than|under|over|about|around)\\s+${HERE}|` +
    `${HERE}\\s*(at most|at best|or (less|fewer|more|later))\\b`,
  'i',
);

/** What is wrong with a figure's bound where a sentence uses it; nothing where the bound is said once. */
function faultAt(sentence: string, id: string, written: boolean, figures: Figures): string | undefined {
  const figure = figures.get(id);
  if (!figure?.bound || figure.bound === 'exact' || saysBound(String(figure.value), figure.bound)) return;
  if (written && saidBeside.test(sentence)) return `<Fact id="${id}" bound /> says twice what bounds it`;
  if (written || saysBound(sentence.replace(HERE, ' '), figure.bound)) return;
  return `drops the bound "${figure.bound}" of ${id}: say it in that sentence, or let <Fact id="${id}" bound /> write it`;
}

/**
 * Where the body of an article gives a figure without its bound, or the bound twice.
 *
 * @returns each fault with its line of the body, from 1
 */
export function boundFaults(body: string, figures: Figures): { message: string; line: number }[] {
  const uses = [...body.matchAll(factPattern)];
  let index = -1;
  const marked = body.replace(factPattern, () => {
    index += 1;
    return markOf(index);
  });
  return withHeads(blocksOf(marked)).flatMap(({ block, head }) =>
    [...block.text.matchAll(marks)].flatMap(([mark, number]) => {
      const use = uses[Number(number)];
      const [, id = '', attributes = ''] = use ?? [];
      const shown = block.text.replace(mark, HERE).replace(marks, ' ');
      const message = faultAt(sentenceAround(shown, block, head), id, /\bbound\b/.test(attributes), figures);
      return message ? [{ message, line: body.slice(0, use?.index).split('\n').length }] : [];
    }),
  );
}

/** The figures in `{braces}` whose bound the text around them drops. */
export const boundsDropped = (text: string, figures: Figures): string[] =>
  figuresNamed(text).filter((id) => {
    const figure = figures.get(id);
    if (!figure || saysBound(String(figure.value), figure.bound)) return false;
    const sentence = sentencesOf(text).find((one) => one.includes(`{${id}}`)) ?? text;
    return !saysBound(sentence.replace(/\{[a-z0-9-]+\}/g, ' '), figure.bound);
  });
