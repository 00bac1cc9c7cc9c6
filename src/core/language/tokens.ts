/** Where something stands in a text: from `start` up to and not including `end`. */
export interface Span {
  start: number;
  end: number;
}

/** What a token is: a word, a number, an arrow, the end of a part of a sentence or of a sentence, or another sign. */
export type TokenKind = 'word' | 'number' | 'arrow' | 'pause' | 'stop' | 'sign';

/** One word or sign of a text. */
export interface Token extends Span {
  kind: TokenKind;
  /** As it is compared: without case, accents and the `'s` of possession. */
  norm: string;
}

/** Longer texts are read up to here; nobody describes an interface with ten pages. */
export const MAX_TEXT = 4_000;

/** Signs that people draw for an arrow. `<=` and `<>` compare. */
const arrows: Readonly<Record<string, string>> = {
  '<->': '<->',
  '<-->': '<->',
  '<=>': '<->',
  '↔': '<->',
  '⇔': '<->',
  '⇄': '<->',
  '->': '->',
  '-->': '->',
  '=>': '->',
  '>>': '->',
  '→': '->',
  '⇒': '->',
  '⟶': '->',
  '➔': '->',
  '<-': '<-',
  '<--': '<-',
  '<<': '<-',
  '←': '<-',
  '⇐': '<-',
};
/** Longest first, so that `<->` is not read as `<-` and a remainder. */
const arrowSigns = Object.keys(arrows).toSorted((a, b) => b.length - a.length);

const isLetter = (sign: string): boolean => /^[\p{L}\p{M}]$/u.test(sign);
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1;
const isApostrophe = (sign: string): boolean => sign === "'" || sign === '’' || sign === 'ʼ';

const stops = new Set(['.', '!', '?', ';', '\n', '…']);
const pauses = new Set([',', ':', '(', ')', '[', ']', '—', '–', '|', '"', '“', '”', '„', '«', '»']);

/** A word without case and accents, its apostrophe a straight one, as tables set in type do not have it. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll(/[’ʼ]/g, "'").toLowerCase();

class Reader {
  readonly tokens: Token[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #sign(offset = 0): string {
    return this.#text.charAt(this.#at + offset);
  }

  #add(kind: TokenKind, end: number, norm: string): void {
    this.tokens.push({ kind, norm, start: this.#at, end });
    this.#at = end;
  }

  /** Where the run of signs of one kind that begins at `from` ends. */
  #runEnd(from: number, belongs: (sign: string) => boolean): number {
    let end = from;
    while (end < this.#text.length && belongs(this.#text.charAt(end))) end += 1;
    return end;
  }

  /** Digits with what groups or divides them: `1,200.50`. A sign that no digit follows belongs to the sentence. */
  #readNumber(): void {
    let end = this.#runEnd(this.#at, isDigit);
    while (/[.,'’\u00a0\u202f]/.test(this.#text.charAt(end)) && isDigit(this.#text.charAt(end + 1))) {
      end = this.#runEnd(end + 1, isDigit);
    }
    // `3PL` and `365fo` are names; `50k` and `5min` are a number and what it counts.
    this.#add('number', end, this.#text.slice(this.#at, end));
  }

  #readWord(): void {
    const end = this.#runEnd(this.#at, (sign) => isLetter(sign) || isDigit(sign));
    if (!(isApostrophe(this.#text.charAt(end)) && isLetter(this.#text.charAt(end + 1)))) {
      this.#add('word', end, plain(this.#text.slice(this.#at, end)));
      return;
    }
    const last = this.#runEnd(end + 1, isLetter);
    const before = plain(this.#text.slice(this.#at, end));
    const after = plain(this.#text.slice(end + 1, last));
    if (after === 's') this.#add('word', last, before);
    // `l'ERP` and `n'est` are two words, `don't` is one.
    else if (before.length <= 2) this.#add('word', end, before);
    else this.#add('word', last, `${before}'${after}`);
  }

  #readOther(): void {
    const arrow = arrowSigns.find((sign) => this.#text.startsWith(sign, this.#at));
    if (arrow) {
      this.#add('arrow', this.#at + arrow.length, arrows[arrow] as string);
      return;
    }
    const sign = this.#sign();
    // The point of `e.g.` ends no sentence, the one before a space or the end does.
    const kind = stops.has(sign) ? 'stop' : pauses.has(sign) ? 'pause' : 'sign';
    this.#add(kind, this.#at + 1, sign);
  }

  /** Signs that only part words: spaces, hyphens, slashes. */
  #isGap(sign: string): boolean {
    if (sign === '-') return !this.#beginsArrow();
    return (/\s/.test(sign) && sign !== '\n') || sign === '/' || sign === '_' || isApostrophe(sign);
  }

  read(): Token[] {
    while (this.#at < this.#text.length) {
      const sign = this.#sign();
      if (isDigit(sign)) this.#readNumber();
      else if (isLetter(sign)) this.#readWord();
      else if (this.#isGap(sign)) this.#at += 1;
      else this.#readOther();
    }
    return this.tokens;
  }

  #beginsArrow(): boolean {
    return arrowSigns.some((arrow) => this.#text.startsWith(arrow, this.#at));
  }
}

/**
 * Splits a text into words and signs. Hyphens, slashes and underscores only part words: "real-time" and "real time" are
 * the same to everything behind.
 *
 * @example tokensOf('F&O -> 3PL') // f, &, o, ->, 3, pl
 */
export const tokensOf = (text: string): Token[] => new Reader(text.slice(0, MAX_TEXT)).read();
