import { plain, type Token, tokensOf } from './tokens.ts';

/** One place of a phrase: words or kinds of things of which one must stand there, or a gap of a few words. */
type Element =
  | {
      type: 'choice';
      words: readonly string[];
      beginnings: readonly string[];
      kinds: readonly string[];
      isOptional: boolean;
    }
  | { type: 'gap' };

/** A phrase of the tables, ready to be looked for. */
export interface Phrase<Meaning> {
  /** As it stands in its table. */
  source: string;
  meaning: Meaning;
  elements: readonly Element[];
}

/** From a token up to and not including another. */
export interface Range {
  from: number;
  to: number;
}

/** Where a phrase stands in a text. */
export interface Match<Meaning> extends Range {
  phrase: Phrase<Meaning>;
  /** The words that the phrase names, without what stands in its gaps. */
  parts: readonly Range[];
}

/** For each token the kinds of things that begin there, each with where they may end. */
export type KindsAt = readonly ReadonlyMap<string, readonly number[]>[];

/** How many words a gap may hold. */
const GAP = 6;

const GAP_SIGN = '...';

/** Articles and possessives, which may stand between any two words of a phrase and say nothing. */
const articles: ReadonlySet<string> = new Set(
  (
    'a an the its his her their our my your this that these those ' +
    'der die das den dem des ein eine einen einem einer le la les l un une het een el los las una su sus'
  ).split(' '),
);

function choiceOf(alternatives: readonly string[], isOptional: boolean, kinds: ReadonlySet<string>): Element {
  const words = alternatives.filter((one) => !kinds.has(one)).map(plain);
  return {
    type: 'choice',
    words: words.filter((word) => !word.endsWith('*')),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    kinds: alternatives.filter((one) => kinds.has(one)),
    isOptional,
  };
}

function elementsOf(piece: string, kinds: ReadonlySet<string>): Element[] {
  if (piece === GAP_SIGN) return [{ type: 'gap' }];
  const isOptional = piece.startsWith('[') && piece.endsWith(']');
  const inner = isOptional ? piece.slice(1, -1) : piece;
  const alternatives = inner.split('|');
  if (alternatives.every((word) => articles.has(plain(word)))) return [];
  if (kinds.has(inner) || alternatives.length > 1 || inner.endsWith('*')) {
    return [choiceOf(alternatives, isOptional, kinds)];
  }
  return tokensOf(inner).map(({ norm }) => choiceOf([norm], isOptional, kinds));
}

/** `post the (journal|packing slip)` once for each of the words in brackets. */
function spellings(source: string): string[] {
  const [open, close] = [source.indexOf('('), source.indexOf(')')];
  if (open === -1 || close < open) return [source];
  const [before, inside, behind] = [source.slice(0, open), source.slice(open + 1, close), source.slice(close + 1)];
  return inside.split('|').flatMap((one) => spellings(`${before}${one}${behind}`));
}

/**
 * Reads a phrase as the tables write it: words, `a|b` for one of several, `(one word|another one)` for one of several
 * rows of words, `creat*` for a beginning, `[also]` for what may be missing, `...` for up to six words of any kind, and
 * a name in capitals for a kind of thing: `FNO`, `SYSTEM`. Articles may stand between any two of them.
 *
 * @returns a phrase for each of its spellings
 */
export const phrasesOf = <Meaning>(source: string, meaning: Meaning, kinds: ReadonlySet<string>): Phrase<Meaning>[] =>
  spellings(source).map((spelling) => ({
    source,
    meaning,
    elements: spelling
      .trim()
      .split(/\s+/)
      .flatMap((piece) => elementsOf(piece, kinds)),
  }));

/** What is wrong with a phrase, in words for the person who wrote it; nothing where it can be used. */
export function faultOfPhrase({ elements }: Phrase<unknown>): string | undefined {
  const [first, last] = [elements[0], elements.at(-1)];
  if (!first || !last) return 'holds no word';
  if (first.type === 'gap' || last.type === 'gap') return 'must begin and end with a word, not with "..."';
  if (first.isOptional || last.isOptional) return 'must begin and end with what cannot be missing';
  const isBare = (element: Element): boolean =>
    element.type === 'choice' && element.words.length + element.beginnings.length === 0;
  if (elements.length === 1 && isBare(first)) return 'names a kind of thing and says nothing of it';
  return undefined;
}

const fits = (element: Exclude<Element, { type: 'gap' }>, norm: string): boolean =>
  element.words.includes(norm) || element.beginnings.some((beginning) => norm.startsWith(beginning));

/** Many phrases of a table, found in one walk over a text. */
export class PhraseTable<Meaning> {
  readonly #byWord = new Map<string, Phrase<Meaning>[]>();
  readonly #others: Phrase<Meaning>[] = [];

  constructor(phrases: readonly Phrase<Meaning>[]) {
    for (const phrase of phrases) this.#add(phrase);
  }

  #add(phrase: Phrase<Meaning>): void {
    const [first] = phrase.elements;
    if (first?.type !== 'choice' || first.beginnings.length > 0 || first.kinds.length > 0) {
      this.#others.push(phrase);
      return;
    }
    for (const word of first.words) {
      const known = this.#byWord.get(word);
      if (known) known.push(phrase);
      else this.#byWord.set(word, [phrase]);
    }
  }

  /** Every place at which a phrase stands, each phrase at most once from one token on. */
  matches(tokens: readonly Token[], kindsAt: KindsAt): Match<Meaning>[] {
    return tokens.flatMap(({ norm }, from) =>
      [...(this.#byWord.get(norm) ?? []), ...this.#others].flatMap((phrase) => {
        const parts = partsFrom(phrase.elements, 0, from, tokens, kindsAt);
        return parts ? [{ phrase, parts, from, to: parts.at(-1)?.to ?? from }] : [];
      }),
    );
  }
}

/** Where the element may end that begins at a token, the longest first; none where it does not stand there. */
function endsOf(element: Exclude<Element, { type: 'gap' }>, at: number, tokens: readonly Token[], kindsAt: KindsAt) {
  const token = tokens[at];
  if (!token) return [];
  const kinds = kindsAt[at];
  const ends = element.kinds.flatMap((kind) => kinds?.get(kind) ?? []);
  return fits(element, token.norm) ? [...ends, at + 1] : ends;
}

/** A comma may stand in a gap, where things are listed. */
const endsPart = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'stop' || (token.kind === 'pause' && token.norm !== ',');

function partsBehindGap(
  elements: readonly Element[],
  index: number,
  at: number,
  tokens: readonly Token[],
  kindsAt: KindsAt,
): Range[] | undefined {
  for (let skipped = 0; skipped <= GAP; skipped += 1) {
    const parts = partsFrom(elements, index + 1, at + skipped, tokens, kindsAt);
    if (parts) return parts;
    if (endsPart(tokens[at + skipped])) return undefined;
  }
  return undefined;
}

function partsFrom(
  elements: readonly Element[],
  index: number,
  at: number,
  tokens: readonly Token[],
  kindsAt: KindsAt,
): Range[] | undefined {
  const element = elements[index];
  if (!element) return [];
  if (element.type === 'gap') return partsBehindGap(elements, index, at, tokens, kindsAt);
  for (const to of endsOf(element, at, tokens, kindsAt)) {
    const rest = partsFrom(elements, index + 1, to, tokens, kindsAt);
    if (rest) return [{ from: at, to }, ...rest];
  }
  const without = element.isOptional ? partsFrom(elements, index + 1, at, tokens, kindsAt) : undefined;
  if (without || index === 0 || !articles.has(tokens[at]?.norm ?? '')) return without;
  return partsFrom(elements, index, at + 1, tokens, kindsAt);
}
