import type { RuleBook } from '#core/advisor/rule-book.ts';
import { columnLabel } from './column-label.ts';
import { type Column, columns, type EndColumn, endColumns } from './columns.ts';
import type { HeaderGrammar } from './header-grammar.ts';
import { normaliseWord, type Vocabulary, workingColumns } from './vocabulary.ts';

/** A word that heads a column of ours, by its name or a listed synonym. */
export interface KnownHeader {
  word: string;
  column: Column | EndColumn;
  by: 'name' | 'synonym';
  /** Of two headers for one column the one that is listed first has it. */
  rank: number;
}

/** Ends of which neither is said to be the source come after those that are. */
const undirected = (column: Column | EndColumn, { beside }: Vocabulary): readonly string[] => {
  if (column === 'source') return beside.firstEnd;
  return column === 'target' ? beside.secondEnd : [];
};

/** All words that head a column of ours. */
export const knownHeaders = (vocabulary: Vocabulary, book: RuleBook): KnownHeader[] =>
  [...columns, ...endColumns].flatMap((column): KnownHeader[] => {
    const names = [column, columnLabel(column, vocabulary, book)];
    const synonyms = [...(vocabulary.headers[column] ?? []), ...undirected(column, vocabulary)];
    return [
      ...names.map((name): KnownHeader => ({ word: normaliseWord(name), column, by: 'name', rank: 0 })),
      ...synonyms.map((word, rank): KnownHeader => ({ word: normaliseWord(word), column, by: 'synonym', rank })),
    ];
  });

/** Words that change nothing in a header: "Name of the interface", "Système de destination". */
const fillers = new Set(
  'the of for our de du des d l la le les der die das dem den des het del el los las al'.split(' '),
);

/** A header without the words that change nothing, unless it is made of them. */
const bare = (word: string): string =>
  word
    .split(' ')
    .filter((one) => !fillers.has(one))
    .join(' ') || word;

/** A header's words in any order: `Application source` is `Source application`. */
const orderless = (word: string): string => bare(word).split(' ').toSorted().join(' ');

/** `Volume (per day)` without what stands in brackets behind it. */
function beforeBrackets(header: string): string {
  const bracket = header.search(/[([]/);
  return bracket === -1 ? header : header.slice(0, bracket);
}

const inBrackets = (header: string): string => /[([]([^()[\]]*)[)\]]/.exec(header)?.[1] ?? '';

const parted = (header: string): string[] => header.split(/[/|,\n]/).filter((part) => part.trim() !== '');

/** `SourceSystem`, as programs write it, with a space where a word begins. */
const spaced = (header: string): string => header.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** Other ways to look at a header, the nearest first. */
function waysToSay(header: string, wrappers: ReadonlySet<string>, short: ReadonlyMap<string, string>): string[] {
  const before = beforeBrackets(header);
  const inner = wrappers.has(normaliseWord(before)) ? [inBrackets(header)] : [];
  const ways = [header, before, spaced(header), ...inner].map((way) => normaliseWord(way.replaceAll('#', ' no ')));
  const inFull = ways.map((way) =>
    way
      .split(' ')
      .map((word) => short.get(word) ?? word)
      .join(' '),
  );
  return [...new Set([...ways, ...inFull])].filter((word) => word !== '');
}

/** What a header may be known as: all that one word of it heads, the likeliest first. */
export interface HeaderWords {
  /** The columns that a header names; none where it names none, or its parts name different ones. */
  find(header: string): readonly KnownHeader[];
  /** The column that a longer header is likely to be, by one word of it. */
  likely(header: string): Column | undefined;
  /** Whether a header says something that is none of our columns, beside the others of its list. */
  isKept(header: string, all: readonly string[]): boolean;
}

/** Rank of what is only known with its words in another order, put together, or by a part of it. */
const LATE = 1_000;

/** Prepares to look headers up. */
export function headerWords(
  vocabulary: Vocabulary,
  known: readonly KnownHeader[],
  grammar: HeaderGrammar,
): HeaderWords {
  const byWord = Map.groupBy(known, ({ word }) => word);
  const byWords = Map.groupBy(known, ({ word }) => orderless(word));
  const { wrappers, kept, short } = vocabulary.beside;
  const wrapped = new Set(wrappers.map(normaliseWord));
  const inFull = new Map(Object.entries(short));
  const waysOf = (header: string): string[] => waysToSay(header, wrapped, inFull);
  const working = new Set(workingColumns.flatMap((column) => vocabulary.working[column].headers).map(normaliseWord));
  const keptHeaders = kept.map(({ headers, with: others }) => ({
    headers: new Set(headers.map(normaliseWord)),
    others: others && new Set(others.map(normaliseWord)),
  }));

  /** `System (source)` is an end, although "System" alone is known too. */
  function bracketedEnd(header: string): readonly KnownHeader[] {
    const column = beforeBrackets(header) === header ? undefined : grammar.composed(bare(normaliseWord(header)));
    return column === 'source' || column === 'target' ? [{ word: header, column, by: 'synonym', rank: 2 * LATE }] : [];
  }

  /** The first way to look at a header by which it is known. */
  function whole(header: string): readonly KnownHeader[] {
    const end = bracketedEnd(header);
    if (end.length > 0) return end;
    const ways = waysOf(header);
    const exact = ways.map((way) => byWord.get(way)).find((found) => found !== undefined);
    if (exact) return exact;
    const anyOrder = ways.map((way) => byWords.get(orderless(way))).find((found) => found !== undefined);
    if (anyOrder) return anyOrder.map((one) => ({ ...one, rank: one.rank + LATE }));
    const composed = ways.map((way) => ({ way, column: grammar.composed(bare(way)) })).find(({ column }) => column);
    return composed?.column ? [{ word: composed.way, column: composed.column, by: 'synonym', rank: 2 * LATE }] : [];
  }

  function byParts(header: string): readonly KnownHeader[] {
    const parts = parted(header);
    if (parts.length < 2 || parts.some((part) => working.has(normaliseWord(part)))) return [];
    const found = parts.map(whole).filter((one) => one.length > 0);
    const meanings = new Set(found.map(([first]) => first?.column));
    return meanings.size === 1 ? (found[0] ?? []).map((one) => ({ ...one, rank: one.rank + LATE })) : [];
  }

  return {
    find(header) {
      const found = whole(header);
      return found.length > 0 ? found : byParts(header);
    },
    likely: (header) =>
      waysOf(header)
        .map(grammar.headed)
        .find((field) => field !== undefined),
    isKept(header, all) {
      const words = new Set(all.map(normaliseWord));
      const ways = waysOf(header);
      return keptHeaders.some(
        ({ headers, others }) =>
          ways.some((way) => headers.has(way)) && (!others || [...others].some((other) => words.has(other))),
      );
    },
  };
}
