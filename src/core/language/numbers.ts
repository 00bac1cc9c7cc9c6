import type { Lexicon } from './lexicon.ts';
import type { Range } from './phrases.ts';
import type { Scene } from './scene.ts';
import type { Token } from './tokens.ts';

/** A number that a text names, with the words it is made of. */
export interface Amount extends Range {
  value: number;
}

/**
 * Digits as people group and divide them. Three digits behind one sign are a group (`1.200`, `1,200`), any other number
 * of them a fraction (`1,5`); where both signs stand, the last one divides.
 *
 * @returns `undefined` where it cannot be told: `0,500` may be a half or five hundred
 */
export function parseDigits(digits: string): number | undefined {
  const text = digits.replaceAll(/['’\u00a0\u202f ]/g, '');
  const parts = text.split(/[.,]/);
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return Number(first);
  const last = rest.at(-1) ?? '';
  const signs = new Set(text.replaceAll(/\d/g, ''));
  const areGroups = rest.every((part) => part.length === 3) && first.length <= 3;
  if (signs.size === 1 && areGroups) return first === '0' ? undefined : Number(parts.join(''));
  if (signs.size === 1 && rest.length > 1) return undefined;
  return Number(`${parts.slice(0, -1).join('')}.${last}`);
}

/** Whether the words around say that a text is Spanish, in which "mil" is a thousand. */
const isSpanish = ({ tokens }: Scene, { spanishSigns }: Lexicon): boolean =>
  tokens.some(({ norm }) => spanishSigns.has(norm));

class NumberReader {
  readonly #scene: Scene;
  readonly #lexicon: Lexicon;
  readonly #spanish: boolean;

  constructor(scene: Scene, lexicon: Lexicon) {
    this.#scene = scene;
    this.#lexicon = lexicon;
    this.#spanish = isSpanish(scene, lexicon);
  }

  #token(at: number): Token | undefined {
    return this.#scene.tokens[at];
  }

  #scaleAt(at: number): number | undefined {
    const norm = this.#token(at)?.norm ?? '';
    return this.#lexicon.scales.get(norm) ?? (this.#spanish ? this.#lexicon.spanishScales.get(norm) : undefined);
  }

  /** Whether a word says how much, but nobody can tell whether thousands or millions. */
  isDoubtfulScale(at: number): boolean {
    return !this.#spanish && this.#lexicon.spanishScales.has(this.#token(at)?.norm ?? '');
  }

  /** `1 200 000`: groups of three, each a single space behind the one before. */
  #groups(at: number): { digits: string; to: number } {
    let digits = this.#token(at)?.norm ?? '';
    let to = at + 1;
    if (!/^\d{1,3}$/.test(digits)) return { digits, to };
    for (;;) {
      const [before, next] = [this.#token(to - 1), this.#token(to)];
      if (next?.kind !== 'number' || !/^\d{3}$/.test(next.norm)) break;
      // `100-200` is a range and no number of six digits.
      if (!/^\s$/.test(this.#scene.text.slice(before?.end ?? 0, next.start))) break;
      digits += next.norm;
      to += 1;
    }
    return { digits, to };
  }

  /** Multiplies by the scales that follow: `two hundred thousand`. */
  #scaled(value: number, from: number, to: number): Amount | undefined {
    let [result, end] = [value, to];
    for (let scale = this.#scaleAt(end); scale !== undefined; scale = this.#scaleAt(end)) {
      result *= scale;
      end += 1;
    }
    if (this.isDoubtfulScale(end)) return undefined;
    return { from, to: end, value: result };
  }

  /** `five`, `two dozen`, `three hundred`. */
  #digitAt(at: number, digit: number): Amount | undefined {
    const dozens = this.#lexicon.digits.get(this.#token(at + 1)?.norm ?? '');
    return dozens === 12 && digit < 10 ? this.#scaled(digit * dozens, at, at + 2) : this.#scaled(digit, at, at + 1);
  }

  #wordAt(at: number): Amount | undefined {
    const norm = this.#token(at)?.norm ?? '';
    const digit = this.#lexicon.digits.get(norm);
    if (digit !== undefined) return this.#digitAt(at, digit);
    // `a million`, `half a million`; `m` and `k` alone are no number.
    if (norm === 'half' && this.#scaleAt(at + 2) !== undefined) return this.#scaled(0.5, at, at + 2);
    const isArticle = norm === 'a' || norm === 'an';
    return isArticle && this.#scaleAt(at + 1) !== undefined ? this.#scaled(1, at, at + 1) : undefined;
  }

  /** The number that begins at a token. */
  at(at: number): Amount | undefined {
    const token = this.#token(at);
    if (token?.kind === 'word') return this.#wordAt(at);
    if (token?.kind !== 'number') return undefined;
    const { digits, to } = this.#groups(at);
    const value = parseDigits(digits);
    return value === undefined ? undefined : this.#scaled(value, at, to);
  }
}

const joins: ReadonlySet<string> = new Set(['to', 'bis', 'a', 'tot', '-', '–', 'and', 'or']);

/** `10,000 to 20,000` and `10-50k`: the upper end counts, and its scale goes for both. */
function isRange(one: Amount, next: Amount, scene: Scene): boolean {
  const between = scene.tokens.slice(one.to, next.from);
  if (between.length > 1 || next.value < one.value) return false;
  const [join] = between;
  if (join) return joins.has(join.norm) && !(join.norm === 'a' && next.value < 20);
  const [left, right] = [scene.tokens[one.to - 1], scene.tokens[next.from]];
  return scene.text.slice(left?.end ?? 0, right?.start ?? 0).trim() === '-';
}

/** All numbers of a text, from left to right; of a range the upper end. */
export function amountsIn(scene: Scene, lexicon: Lexicon): Amount[] {
  const reader = new NumberReader(scene, lexicon);
  const found: Amount[] = [];
  for (let at = 0; at < scene.tokens.length; at += 1) {
    const amount = reader.at(at);
    if (!amount) continue;
    const before = found.at(-1);
    if (before && isRange(before, amount, scene)) found[found.length - 1] = { ...amount, from: before.from };
    else found.push(amount);
    at = amount.to - 1;
  }
  return found;
}
