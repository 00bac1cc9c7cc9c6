import { allowedFor } from '#core/advisor/parse-profile.ts';
import { type CountField, choices, type Field, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { questionOf } from '#core/advisor/wording.ts';
import type { Period } from '#core/language/tables.ts';
import { tokensOf } from '#core/language/tokens.ts';
import { type HintsIn, hintsFinder } from './column-hints.ts';
import { type Column, isOwnColumn } from './columns.ts';
import { readCount } from './read-count.ts';
import { hoursAllowed, readHours } from './read-hours.ts';
import { isBlankText } from './table.ts';
import type { CellUnderstander } from './understood-cell.ts';
import { allowedForError } from './unread-cell.ts';
import { type Corrections, normaliseWord, type Vocabulary, wordKey } from './vocabulary.ts';

/** How sure a reading is: the field's own word, a listed synonym, or a guess from a part of the text. */
export type Certainty = 'exact' | 'synonym' | 'guess';

/** What a cell says, in the words of the profile; a text that says nothing to us keeps its own words. */
export type Reading = { text: string; certainty: Certainty } | { text: string; allowed: string };

/** Whether a cell could not be read; what is allowed instead then stands beside its own words. */
export const isUnread = (reading: Reading): reading is { text: string; allowed: string } => 'allowed' in reading;

/** Whether a cell was read, but may mean something else. */
export const isGuess = (reading: Reading): boolean => !isUnread(reading) && reading.certainty === 'guess';

/** What people write where they know nothing; a dash is what they draw. Other signs say something, if not to us. */
const blanks = new Set(['tbd', 'tbc', 'n a', 'na', 'unknown', 'not sure', 'not known', 'null', 'not applicable']);
const dashes = new Set(['-', '–', '—', '--', '---']);

/** Whether a text says that nothing is known: nothing that can be seen, a dash, or a word such as "tbd". */
export const isBlankWord = (text: string): boolean =>
  isBlankText(text) || dashes.has(text.trim()) || blanks.has(normaliseWord(text));

/** The longest text that is understood as a sentence is: more is a description, which says more than one thing. */
const LONGEST_UNDERSTOOD = 200;

/** The longest text in which words of a field are looked for. */
const MAX_WORDS = 500;

interface FieldWords {
  /** Normalised word to value. */
  exact: ReadonlyMap<string, string>;
  synonyms: ReadonlyMap<string, string>;
}

/** Everything that cells are read with. */
export interface Reader {
  corrections: Corrections;
  words: ReadonlyMap<Field, FieldWords>;
  hintsIn: HintsIn;
  /** What texts are understood by that are neither a word of a field nor a listed one; the page's own table has none. */
  language?: CellUnderstander | undefined;
}

function wordsOf(field: Field, vocabulary: Vocabulary, book: RuleBook): FieldWords {
  const values: readonly string[] = isChoice(field) ? choices[field] : guarantees;
  const labels = (questionOf(field, book)?.options ?? []).map(({ value, label }): [string, string] => [
    normaliseWord(label),
    String(value),
  ]);
  const synonyms = Object.entries(vocabulary.values[field] ?? {}).flatMap(([value, words]) =>
    words.map((word): [string, string] => [normaliseWord(word), value]),
  );
  return {
    exact: new Map([...labels, ...values.map((value): [string, string] => [normaliseWord(value), value])]),
    synonyms: new Map(synonyms),
  };
}

/** Prepares the vocabulary once for any number of cells. */
export function readerOf(
  vocabulary: Vocabulary,
  book: RuleBook,
  corrections: Corrections,
  language?: CellUnderstander,
): Reader {
  const worded = book.questions.map(({ field }) => field).filter((field) => !isCount(field));
  return {
    corrections,
    language,
    hintsIn: hintsFinder(vocabulary),
    words: new Map(worded.map((field) => [field, wordsOf(field, vocabulary, book)])),
  };
}

/** What somebody said that a word of a field means. */
function correctedWord(field: Field, word: string, { corrections: { values } }: Reader): string | undefined {
  const words = values[field] ?? {};
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** `Bank (SWIFT)` without what stands in brackets. */
function withoutBrackets(text: string): string {
  const [start, end] = [text.indexOf('('), text.lastIndexOf(')')];
  return start === -1 || end < start ? text : text.slice(0, start) + text.slice(end + 1);
}

function readWord(field: Field, text: string, reader: Reader): { value: string; certainty: Certainty } | undefined {
  const words = reader.words.get(field);
  const word = normaliseWord(text);
  if (!words) return undefined;
  const corrected = correctedWord(field, wordKey(text), reader);
  if (corrected !== undefined) return { value: corrected, certainty: 'synonym' };
  if (word === '') return undefined;
  const exact = words.exact.get(word);
  if (exact !== undefined) return { value: exact, certainty: 'exact' };
  const synonym = words.synonyms.get(word) ?? words.synonyms.get(normaliseWord(withoutBrackets(text)));
  if (synonym !== undefined) return { value: synonym, certainty: 'synonym' };
  const understood = word.length <= LONGEST_UNDERSTOOD ? reader.language?.about(field, text) : undefined;
  return understood && { value: understood.value, certainty: understood.isCertain ? 'synonym' : 'guess' };
}

const weakest = (all: readonly Certainty[]): Certainty =>
  all.includes('guess') ? 'guess' : all.includes('synonym') ? 'synonym' : 'exact';

/** A list of guarantees; the words for none of them are an answer of their own, an empty list. */
function readGuarantees(text: string, reader: Reader): Reading {
  if (/^(none|no|nothing|-)$/i.test(text.trim())) return { text: 'none', certainty: 'exact' };
  const parts = text.split(/[;,|/+&\n]|\band\b/i).filter((part) => part.trim() !== '');
  const read = parts.map((part) => readWord('guarantees', part, reader));
  const known = read.filter((one) => one !== undefined);
  if (known.length < parts.length || known.length === 0) return { text, allowed: allowedFor('guarantees') };
  const values = [...new Set(known.map(({ value }) => value))].filter((value) => value !== '');
  return { text: values.join('; '), certainty: weakest(known.map(({ certainty }) => certainty)) };
}

/** The longest text a cell may hold; Excel's own limit is 32,767, and nobody names an interface with a page. */
export const MAX_TEXT = 2_000;

function readOwn(column: Column, text: string): Reading {
  if (text === '') return { text, certainty: 'exact' };
  if (text.length > MAX_TEXT) return { text, allowed: `at most ${MAX_TEXT} characters` };
  if (column === 'window' && !readHours(text)) return { text, allowed: hoursAllowed };
  return { text, certainty: 'exact' };
}

/** Periods that a column of amounts is about anyway. */
const ownPeriods: Readonly<Partial<Record<CountField, ReadonlySet<Period>>>> = {
  volume_per_day: new Set(['day']),
  peak_batch_records: new Set(['hour', 'run']),
};

/** Whether a header names a time that its column is not about: "Yearly volume", "Peak (per second)". */
function namesOtherPeriod(field: CountField, header: string, { lexicon }: CellUnderstander): boolean {
  return tokensOf(header).some(({ norm }) => {
    const period = lexicon.periods.get(norm) ?? lexicon.adverbs.get(norm);
    return period !== undefined && !ownPeriods[field]?.has(period);
  });
}

/** Words that stand around a number and leave it a bare one. */
const besideNumbers: ReadonlySet<string> = new Set(
  'about approx approximately circa ca around max min up to over'.split(' '),
);

/** Whether a text is a number and nothing else; what it counts is then said by what stands above it. */
const isNumberAlone = (text: string, { lexicon }: CellUnderstander): boolean =>
  tokensOf(text).every(
    ({ kind, norm }) => kind !== 'word' || lexicon.scales.has(norm) || norm === 'k' || besideNumbers.has(norm),
  );

/** Whether a text counts files or runs, of which nobody knows how many records they hold. */
const countsRuns = (text: string, { lexicon }: CellUnderstander): boolean =>
  tokensOf(text).some(({ norm }) => lexicon.periods.get(norm) === 'run');

/** `1,5 Mio. pro Monat`: the point of an abbreviation ends no sentence. */
const withoutPoints = (text: string): string => text.replaceAll(/(?<=\p{L})\.(?=\s)/gu, '');

/** An amount with its time, in the cell or in the header, converted to what the column is about. */
function readTimedAmount(
  field: CountField,
  text: string,
  header: string,
  language: CellUnderstander,
): Reading | undefined {
  const said = withoutPoints(text);
  if (field === 'volume_per_day' && countsRuns(said, language)) return undefined;
  const sentences = [said, `${said} records`, ...(isNumberAlone(said, language) ? [`${header}: ${said} records`] : [])];
  const understood = sentences.map((sentence) => language.about(field, sentence)).find((one) => one !== undefined);
  return understood && { text: understood.value, certainty: 'guess' };
}

function readAmount(field: CountField, text: string, header: string, { language }: Reader): Reading {
  const isOther = language !== undefined && namesOtherPeriod(field, header, language);
  const count = isOther ? undefined : readCount(text, field);
  if (count)
    return { text: String(count.value), certainty: count.isExact ? 'exact' : count.isGuess ? 'guess' : 'synonym' };
  const timed = language && readTimedAmount(field, text, header, language);
  return timed ?? { text, allowed: allowedFor(field) };
}

function readField(field: Field, text: string, header: string, reader: Reader): Reading {
  if (text.length > MAX_WORDS) return { text, allowed: `${allowedFor(field)}; at most ${MAX_WORDS} characters` };
  // A correction is looked for first, so that "tbd" can be given a meaning; a blank cell is no word.
  const corrected = text === '' ? undefined : correctedWord(field, wordKey(text), reader);
  if (corrected !== undefined) return { text: corrected, certainty: 'synonym' };
  if (isBlankWord(text)) return { text: '', certainty: 'exact' };
  if (isCount(field)) return readAmount(field, text, header, reader);
  if (field === 'guarantees') return readGuarantees(text, reader);
  const read = readWord(field, text, reader);
  return read ? { text: read.value, certainty: read.certainty } : { text, allowed: allowedFor(field) };
}

/**
 * Reads one cell into the words of the profile.
 *
 * @param header what stands above the cell, which may name the time that an amount is for
 * @returns the field's own word, or the text as it stood with what is allowed; blanks and "tbd" become an empty text
 */
export function readValue(column: Column, raw: string, reader: Reader, header = ''): Reading {
  const text = isBlankText(raw) ? '' : raw.trim();
  const error = allowedForError(text);
  if (error !== undefined) return { text, allowed: error };
  return isOwnColumn(column) ? readOwn(column, text) : readField(column, text, header, reader);
}
