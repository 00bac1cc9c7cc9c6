import Fuse from 'fuse.js';
import { type Field, fields, isCount } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type Column, type ColumnMeaning, type EndColumn, isEndColumn } from './columns.ts';
import { headerGrammar } from './header-grammar.ts';
import { type HeaderWords, headerWords, type KnownHeader, knownHeaders } from './header-words.ts';
import { isBlankWord, isUnread, type Reader, readValue } from './read-value.ts';
import { normaliseWord, type Vocabulary } from './vocabulary.ts';

/**
 * How a header was matched: by name, by a listed synonym, by a spelling close to one, or by what stands below it.
 * `beside`: it is no column of ours, but a unit or a tick that adds to one.
 */
export type MatchedBy = 'correction' | 'name' | 'synonym' | 'spelling' | 'content' | 'beside' | 'nothing';

/** What a header was taken for, and by what. */
export interface HeaderMatch {
  header: string;
  /** `extra` columns are kept and written out again, but say nothing to the advisor. */
  column: ColumnMeaning;
  by: MatchedBy;
}

/** Of two headers for one column the one matched by the stronger means has it. */
const strength: readonly MatchedBy[] = ['correction', 'name', 'synonym', 'spelling', 'content', 'nothing'];

/** Far enough for a slip of the keyboard, not for another word. */
const SIMILAR = 0.25;
/** Letters that may be wrong, however long a header is. */
const MOST_SLIPS = 2.5;

/** What a header was taken for, and how early its word is listed. */
interface Found extends Omit<HeaderMatch, 'header'> {
  rank: number;
}

/** `samples` are some of the cells below the header; none where only the header itself is looked at. */
type Find = (header: string, samples?: readonly string[]) => Found;

const nothing: Found = { column: 'extra', by: 'nothing', rank: 0 };

/** Whether a column can read most of what stands below a header, or nothing stands there. */
function reads(column: Column | EndColumn, samples: readonly string[], reader: Reader): boolean {
  if (isEndColumn(column)) return true;
  const words = samples.filter((text) => !isBlankWord(text));
  return words.filter((word) => !isUnread(readValue(column, word, reader))).length * 2 >= words.length;
}

/** Finds what a header certainly means: what somebody said before, a name, or a listed synonym. */
function certainFinderOf(words: HeaderWords, reader: Reader): Find {
  const { corrections } = reader;
  return (header, samples = []) => {
    const word = normaliseWord(header);
    // Every object answers to "constructor", which is a header like any other.
    const corrected = Object.hasOwn(corrections.headers, word) && corrections.headers[word];
    if (corrected) return { column: corrected, by: 'correction', rank: 0 };
    // A name comes before a synonym, unless the cells below say otherwise: "Platform" is a word for several things.
    const candidates = words.find(header);
    const found = candidates.find(({ column }) => reads(column, samples, reader)) ?? candidates[0];
    return found ?? nothing;
  };
}

function finderOf(known: readonly KnownHeader[], words: HeaderWords, reader: Reader): Find {
  const findCertain = certainFinderOf(words, reader);
  const fuse = new Fuse(known, {
    keys: ['word'],
    threshold: SIMILAR,
    distance: 20,
    minMatchCharLength: 3,
    includeScore: true,
  });
  return (header, samples) => {
    const certain = findCertain(header, samples);
    const word = normaliseWord(header);
    if (certain.by !== 'nothing' || word.length < 4 || word.length > 40) return certain;
    const closest = fuse.search(word, { limit: 1 })[0];
    // A share of a long header would be another word: "business owner" is no "business object".
    const isSlip = closest && (closest.score ?? 1) * word.length <= MOST_SLIPS;
    const sameLength = isSlip && Math.abs(closest.item.word.length - word.length) <= 3;
    if (sameLength) return { column: closest.item.column, by: 'spelling', rank: closest.item.rank };
    const likely = words.likely(header);
    const isRead = likely !== undefined && readsMost(likely, samples ?? [], reader);
    return isRead ? { column: likely, by: 'spelling', rank: Number.MAX_SAFE_INTEGER } : nothing;
  };
}

const wordsFor = (vocabulary: Vocabulary, known: readonly KnownHeader[], { language }: Reader): HeaderWords =>
  headerWords(vocabulary, known, headerGrammar(vocabulary, language?.lexicon));

/** How many columns a row names for certain, by which a row of headers is known. */
export function namedColumns(
  vocabulary: Vocabulary,
  book: RuleBook,
  reader: Reader,
): (row: readonly string[]) => number {
  const findColumn = certainFinderOf(wordsFor(vocabulary, knownHeaders(vocabulary, book), reader), reader);
  return (row) => {
    const found = row.map((header) => findColumn(header)).filter(({ by }) => by !== 'nothing');
    // Rows of yes and no name one column several times; what a person said may say so of any number of headers.
    const named = new Set(found.flatMap(({ column }) => (column === 'extra' ? [] : [column])));
    return named.size + found.filter(({ column }) => column === 'extra').length;
  };
}

const differentWords = (samples: readonly string[]): string[] => [
  ...new Set(samples.filter((text) => !isBlankWord(text))),
];

/** Whether a column understands at least two of three different words, of which there is at least one. */
function readsMost(column: Column, samples: readonly string[], reader: Reader): boolean {
  const words = differentWords(samples);
  return (
    words.length > 0 &&
    words.filter((word) => !isUnread(readValue(column, word, reader))).length * 3 >= words.length * 2
  );
}

/** For headers that may head anything, such as "When" or "Type": the fields that each could be. */
function vagueFieldsOf({ beside: { vague } }: Vocabulary): (header: string) => readonly Field[] {
  const byWord = fields.map((field) => ({ field, words: new Set((vague[field] ?? []).map(normaliseWord)) }));
  return (header) => {
    const whole = normaliseWord(header);
    const words = whole.split(' ');
    // "Interaction style" by its last word, "Modo de ejecución" by its first.
    const ways = words.length > 3 ? [whole] : [whole, words[0] ?? '', words.at(-1) ?? ''];
    return byWord.filter(({ words: vague }) => ways.some((way) => vague.has(way))).map(({ field }) => field);
  };
}

/** Of the fields that a vague header could be, the first that understands most of what stands below it. */
function columnOfVague(
  could: readonly Field[],
  samples: readonly string[],
  taken: ReadonlySet<string>,
  reader: Reader,
): Field | undefined {
  return could.find((field) => !taken.has(field) && readsMost(field, samples, reader));
}

/**
 * The one field that all the words below a header speak of in so many words, whatever stands above them. What a word
 * means only under the header of a field says nothing here: 1, yes, high and new are answers to any question.
 */
function columnByContent(samples: readonly string[], taken: ReadonlySet<string>, reader: Reader): Field | undefined {
  const words = differentWords(samples);
  const { language } = reader;
  if (words.length < 2 || !language) return undefined;
  const fitting = fields.filter(
    (field) => !isCount(field) && !taken.has(field) && words.every((word) => language.about(field, word)?.isCertain),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * A list that names one end only names the other system, if anything; both together say which way data go, and what only
 * might be the other system, such as a vendor, is something else.
 */
function settleEnds(matches: readonly HeaderMatch[]): HeaderMatch[] {
  const ends = matches.filter(({ column }) => isEndColumn(column));
  const isSure = ({ column, by }: HeaderMatch): boolean =>
    column === 'system' && (by === 'name' || by === 'correction');
  if (ends.length === 2) {
    return matches.map((match) =>
      match.column === 'system' && !isSure(match) ? { ...match, column: 'extra' } : match,
    );
  }
  if (ends.length === 0) return [...matches];
  const hasSystem = matches.some(({ column }) => column === 'system');
  return matches.map((match) =>
    isEndColumn(match.column) ? { ...match, column: hasSystem ? 'extra' : 'system' } : match,
  );
}

/** Gives each column to the header that names it by the stronger means, and of equals to the word that is listed first. */
function giveColumns(headers: readonly string[], found: readonly Found[]): HeaderMatch[] {
  const taken = new Map<string, number>();
  for (const by of strength) {
    const ranked = [...found.keys()]
      .filter((index) => found[index]?.by === by && found[index]?.column !== 'extra')
      .toSorted((a, b) => (found[a]?.rank ?? 0) - (found[b]?.rank ?? 0));
    for (const index of ranked) {
      const column = found[index]?.column ?? 'extra';
      if (!taken.has(column)) taken.set(column, index);
    }
  }
  return found.map(({ column, by }, index) => ({
    header: headers[index] ?? '',
    column: column !== 'extra' && taken.get(column) !== index ? 'extra' : column,
    by,
  }));
}

/**
 * Finds for each header the column that it means. No column is given twice; a header that loses becomes an extra one.
 *
 * @param samples for each header some of the cells below it
 */
export function matchHeaders(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  book: RuleBook,
  reader: Reader,
): HeaderMatch[] {
  const known = knownHeaders(vocabulary, book);
  const words = wordsFor(vocabulary, known, reader);
  const findColumn = finderOf(known, words, reader);
  const vagueFields = vagueFieldsOf(vocabulary);
  const isKept = headers.map((header) => words.isKept(header, headers));
  const found = headers.map((header, index): Found => {
    const own = findColumn(header, samples[index] ?? []);
    if (own.by === 'correction' || own.by === 'name') return own;
    const isOpen = isKept[index] || (own.by === 'spelling' && vagueFields(header).length > 0);
    return isOpen ? nothing : own;
  });
  const matches = settleEnds(giveColumns(headers, found));
  const taken = new Set<string>(matches.map(({ column }) => column));
  const settled = matches.map((match, index): HeaderMatch => {
    if (match.column !== 'extra' || match.by !== 'nothing' || match.header.trim() === '' || isKept[index]) return match;
    const cells = samples[index] ?? [];
    const could = vagueFields(match.header);
    const column =
      could.length > 0 ? columnOfVague(could, cells, taken, reader) : columnByContent(cells, taken, reader);
    if (!column) return match;
    taken.add(column);
    return { ...match, column, by: 'content' };
  });
  const { units, flags } = reader.hintsIn(settled);
  const beside = new Set([...units.values(), ...flags.map(({ index }) => index)]);
  return settled.map((match, index) => (beside.has(index) ? { ...match, by: 'beside' } : match));
}
