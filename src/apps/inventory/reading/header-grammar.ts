import type { Field } from '#core/advisor/profile.ts';
import type { Lexicon } from '#core/language/lexicon.ts';
import type { Column, EndColumn } from './columns.ts';
import { normaliseWord, type Vocabulary } from './vocabulary.ts';

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normaliseWord));

/** Longer headers say more than which column it is. */
const MOST_WORDS = 6;

/** Reads headers that are put together of words that each say a part: `Provider system`, `Avg. daily txns`. */
export interface HeaderGrammar {
  /** The column that all words of a header together name; `undefined` where one of them says something else. */
  composed(word: string): Column | EndColumn | undefined;
  /** The field that one word of a longer header stands for, which is likely and no more. */
  headed(word: string): Field | undefined;
}

/** @param lexicon knows times; without it an amount is one without a time */
export function headerGrammar({ beside }: Pick<Vocabulary, 'beside'>, lexicon: Lexicon | undefined): HeaderGrammar {
  const { parts, heads } = beside;
  const [source, target, system] = [setOf(parts.source), setOf(parts.target), setOf(parts.system)];
  const [amount, measure] = [setOf(parts.amount), setOf(parts.measure)];
  const { not = [], ...ofFields } = heads;
  const others = setOf(not);
  const byHead = Object.entries(ofFields).map(([field, words]) => ({ field: field as Field, words: setOf(words) }));
  const periodOf = (word: string) => lexicon?.periods.get(word) ?? lexicon?.adverbs.get(word);
  const isPeak = (word: string): boolean => lexicon?.peak.has(word) === true;
  const isTime = (word: string): boolean => periodOf(word) !== undefined || lexicon?.per.has(word) === true;

  /** `Source → Target` heads the way from one to the other. */
  function endOf(words: readonly string[]): Column | EndColumn | undefined {
    const ends = words.filter((word) => !system.has(word));
    const [isSource, isTarget] = [ends.some((word) => source.has(word)), ends.some((word) => target.has(word))];
    if (!ends.every((word) => source.has(word) || target.has(word))) return undefined;
    if (isSource && isTarget) return 'direction';
    if (ends.length === 0) return undefined;
    return isSource ? 'source' : 'target';
  }

  function amountOf(words: readonly string[]): Column | undefined {
    if (!words.some((word) => amount.has(word))) return undefined;
    const isKnown = (word: string): boolean => amount.has(word) || measure.has(word) || isTime(word) || isPeak(word);
    if (!words.every(isKnown)) return undefined;
    const period = words.map(periodOf).find((one) => one !== undefined);
    const isShort = period === 'second' || period === 'minute' || period === 'hour' || period === 'run';
    return isShort || (period === undefined && words.some(isPeak)) ? 'peak_batch_records' : 'volume_per_day';
  }

  return {
    composed(word) {
      const words = word.split(' ').slice(0, MOST_WORDS + 1);
      return words.length > MOST_WORDS ? undefined : (endOf(words) ?? amountOf(words));
    },
    headed(word) {
      const words = word.split(' ');
      if (words.length > MOST_WORDS || words.some((one) => others.has(one))) return undefined;
      const found = byHead.filter(({ words: own }) => words.some((one) => own.has(one)));
      return found.length === 1 ? found[0]?.field : undefined;
    },
  };
}
