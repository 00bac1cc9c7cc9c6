import Fuse from 'fuse.js';
import { type Field, fields, isCount } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { columnLabel } from './column-label.ts';
import { type Column, type ColumnMeaning, columns, type EndColumn, endColumns, isEndColumn } from './columns.ts';
import { isBlankWord, isUnread, type Reader, readValue } from './read-value.ts';
import { normaliseWord, type Vocabulary } from './vocabulary.ts';

/** How a header was matched: by name, by a listed synonym, by a spelling close to one, or by what stands below it. */
export type MatchedBy = 'correction' | 'name' | 'synonym' | 'spelling' | 'content' | 'nothing';

/** What a header was taken for, and by what. */
export interface HeaderMatch {
  header: string;
  /** `extra` columns are kept and written out again, but say nothing to the advisor. */
  column: ColumnMeaning;
  by: MatchedBy;
}

/** Of two headers for one column the one matched by the stronger means has it. */
const strength: readonly MatchedBy[] = ['correction', 'name', 'synonym', 'spelling', 'content', 'nothing'];

interface KnownHeader {
  word: string;
  column: Column | EndColumn;
  by: 'name' | 'synonym';
}

function knownHeaders(vocabulary: Vocabulary, book: RuleBook): KnownHeader[] {
  const names = [...columns, ...endColumns].flatMap((column): KnownHeader[] =>
    [column, columnLabel(column, vocabulary, book)].map((name) => ({ word: normaliseWord(name), column, by: 'name' })),
  );
  const synonyms = [...columns, ...endColumns].flatMap((column): KnownHeader[] =>
    (vocabulary.headers[column] ?? []).map((word) => ({ word: normaliseWord(word), column, by: 'synonym' })),
  );
  return [...names, ...synonyms];
}

/** Far enough for a slip of the keyboard, not for another word. */
const SIMILAR = 0.25;
/** Letters that may be wrong, however long a header is. */
const MOST_SLIPS = 2.5;

/** `Volume (per day)` without what stands in brackets behind it. */
function beforeBrackets(header: string): string {
  const bracket = header.search(/[([]/);
  return bracket === -1 ? header : header.slice(0, bracket);
}

/** `samples` are some of the cells below the header; none where only the header itself is looked at. */
type Find = (header: string, samples?: readonly string[]) => Omit<HeaderMatch, 'header'>;

const nothing: ReturnType<Find> = { column: 'extra', by: 'nothing' };

/** Whether a column can read most of what stands below a header, or nothing stands there. */
function reads(column: Column | EndColumn, samples: readonly string[], reader: Reader): boolean {
  if (isEndColumn(column)) return true;
  const words = samples.filter((text) => !isBlankWord(text));
  return words.filter((word) => !isUnread(readValue(column, word, reader))).length * 2 >= words.length;
}

/** Finds what a header certainly means: what somebody said before, a name, or a listed synonym. */
function certainFinderOf(known: readonly KnownHeader[], reader: Reader): Find {
  const { corrections } = reader;
  const byWord = Map.groupBy(known, ({ word }) => word);
  /** A name comes before a synonym, unless the cells below say otherwise: "Platform" is a word for several things. */
  const exactly = (word: string, samples: readonly string[]): KnownHeader | undefined => {
    const candidates = byWord.get(word) ?? [];
    return candidates.find(({ column }) => reads(column, samples, reader)) ?? candidates[0];
  };
  return (header, samples = []) => {
    const word = normaliseWord(header);
    // Every object answers to "constructor", which is a header like any other.
    const corrected = Object.hasOwn(corrections.headers, word) && corrections.headers[word];
    if (corrected) return { column: corrected, by: 'correction' };
    const exact = exactly(word, samples) ?? exactly(normaliseWord(beforeBrackets(header)), samples);
    return exact ? { column: exact.column, by: exact.by } : nothing;
  };
}

function finderOf(known: readonly KnownHeader[], reader: Reader): Find {
  const findCertain = certainFinderOf(known, reader);
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
    return sameLength ? { column: closest.item.column, by: 'spelling' } : nothing;
  };
}

/** How many cells of a row name a column for certain, by which a row of headers is known. */
export function namedColumns(
  vocabulary: Vocabulary,
  book: RuleBook,
  reader: Reader,
): (row: readonly string[]) => number {
  const findColumn = certainFinderOf(knownHeaders(vocabulary, book), reader);
  return (row) => row.filter((header) => findColumn(header).by !== 'nothing').length;
}

/**
 * The one field that all the words below a header speak of in so many words, whatever stands above them. What a word
 * means only under the header of a field says nothing here: 1, yes, high and new are answers to any question.
 */
function columnByContent(samples: readonly string[], taken: ReadonlySet<string>, reader: Reader): Field | undefined {
  const words = [...new Set(samples.filter((text) => !isBlankWord(text)))];
  const { language } = reader;
  if (words.length < 2 || !language) return undefined;
  const fitting = fields.filter(
    (field) => !isCount(field) && !taken.has(field) && words.every((word) => language.about(field, word)?.isCertain),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A list that names one end only names the other system, if anything; both together say which way data go. */
function settleEnds(matches: readonly HeaderMatch[]): HeaderMatch[] {
  const ends = matches.filter(({ column }) => isEndColumn(column));
  if (ends.length !== 1) return [...matches];
  const hasSystem = matches.some(({ column }) => column === 'system');
  return matches.map((match) =>
    isEndColumn(match.column) ? { ...match, column: hasSystem ? 'extra' : 'system' } : match,
  );
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
  const findColumn = finderOf(knownHeaders(vocabulary, book), reader);
  const found = headers.map((header, index): HeaderMatch => ({ header, ...findColumn(header, samples[index] ?? []) }));
  const taken = new Set<string>();
  const matches = [...found];
  for (const by of strength) {
    found.forEach((match, index) => {
      if (match.by !== by || match.column === 'extra') return;
      if (taken.has(match.column)) matches[index] = { ...match, column: 'extra' };
      taken.add(match.column);
    });
  }
  return settleEnds(matches).map((match, index) => {
    if (match.column !== 'extra' || match.by !== 'nothing' || match.header.trim() === '') return match;
    const column = columnByContent(samples[index] ?? [], taken, reader);
    if (!column) return match;
    taken.add(column);
    return { ...match, column, by: 'content' };
  });
}
