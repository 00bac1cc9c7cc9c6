import type { Lexicon } from './lexicon.ts';
import type { ForeignProduct, Phrasebook, Reading } from './phrasebook.ts';
import { type KnownWords, Speller } from './speller.ts';
import { isThinCorrection } from './spelling.ts';
import { isStopWord } from './stop-words.ts';
import type { Mention, Term, Terminology } from './terminology.ts';
import { compoundToken, termToken } from './tokens.ts';
import { isSameName, normalise, plainWords, stemOf } from './words.ts';

/** One thing a query asks for. */
export interface Concept {
  /** As the query says it, after correction, in its letters where it stands there. */
  asked: string;
  /** What it is called in the light index; any of them will do. */
  tokens: readonly string[];
  /** Tokens of words that mean much the same; a page that says one of them says half as much. */
  kin: readonly string[];
  /** What stands for it in a text, any of them, normalised: the asked words, other spellings and synonyms. */
  names: readonly string[];
  /** Names of the glossary that are other words than were asked, as it writes them. */
  synonyms: readonly string[];
  /** Terms of the glossary that go by the asked name. */
  terms: readonly Term[];
  /** Whether it may be the beginning of a longer word. */
  isUnfinished: boolean;
  /** Whether it is a single word that was corrected on thin evidence, and may well be another subject altogether. */
  isGuess: boolean;
  /** How far it tells what is asked for, from 0 to 1: words of the field and numbers tell little. */
  telling: number;
}

/** A query taken apart into the things it asks for. */
export interface ParsedQuery {
  concepts: readonly Concept[];
  /** The whole query in corrected spelling, where a word was taken for another. */
  corrected?: string;
  /** Phrases for which this site has words of its own; none where it was taken word for word. */
  readings?: readonly Reading[];
  /** The product of somebody else that it is about. */
  foreign?: ForeignProduct;
}

/** What a query is read by. */
export interface Language {
  terminology: Terminology;
  lexicon: Lexicon;
  phrasebook: Phrasebook;
}

/** Characters of a query that are read; the longest question somebody asks has fewer, and a pasted page has no end. */
export const MAX_QUERY = 500;

const SHORTEST_NAME = 3;

/** The names to look up in texts. One of two letters begins too many words, so longer ones stand in for it. */
function searchable(names: readonly string[]): string[] {
  const normal = [...new Set(names.map(normalise))];
  const longer = normal.filter((name) => name.length >= SHORTEST_NAME);
  return longer.length > 0 ? longer : normal;
}

/** Names that are more than another spelling of the asked one, or of one another. */
const otherNames = (asked: string, names: readonly string[]): string[] =>
  names.filter((name, index) => ![asked, ...names.slice(0, index)].some((earlier) => isSameName(earlier, name)));

function termConcept(asked: string, terms: readonly Term[]): Concept {
  const names = terms.flatMap((term) => term.names);
  return {
    asked,
    tokens: terms.map(termToken),
    kin: [],
    names: searchable([asked, ...names]),
    synonyms: otherNames(asked, names),
    terms,
    isUnfinished: false,
    isGuess: false,
    telling: 1,
  };
}

const compoundConcept = (first: string, second: string): Concept => ({
  asked: `${first} ${second}`,
  tokens: [compoundToken([first, second])],
  kin: [],
  names: [`${first}-${second}`, `${first} ${second}`, first + second],
  synonyms: [],
  terms: [],
  isUnfinished: false,
  isGuess: false,
  telling: 1,
});

/** Words of the field and numbers say little of what is asked for, so that they neither find much nor rule out much. */
const LITTLE = 0.25;

const wordConcept = (word: string, isUnfinished: boolean, phrasebook?: Phrasebook): Concept => {
  const others = phrasebook?.synonymsOf(word) ?? [];
  return {
    asked: word,
    tokens: [stemOf(word)],
    kin: others.map(stemOf),
    names: [word, ...others],
    synonyms: [],
    terms: [],
    isUnfinished,
    isGuess: false,
    telling: phrasebook?.isWeak(word) || /^\d/.test(word) ? LITTLE : 1,
  };
};

/** The words of a query and which of them a concept speaks for already. */
class QueryWords {
  readonly all: readonly string[];
  private readonly taken: boolean[];

  constructor(all: readonly string[]) {
    this.all = all;
    this.taken = all.map(() => false);
  }

  areFree(start: number, length: number): boolean {
    return this.taken.slice(start, start + length).every((isTaken) => !isTaken);
  }

  take(start: number, length: number): string {
    this.taken.fill(true, start, start + length);
    return this.all.slice(start, start + length).join(' ');
  }

  get free(): string[] {
    return [...new Set(this.all.filter((_, index) => !this.taken[index]))];
  }
}

/** `USE` is a term, `use` is none: what is also a small word counts only as it is written. */
const isMeant = ({ start, length }: Mention, words: QueryWords, query: string): boolean => {
  const word = words.all[start] ?? '';
  return length > 1 || !isStopWord(word) || query.split(/\s+/).includes(word.toUpperCase());
};

function takeTerms(words: QueryWords, query: string, terminology: Terminology): Concept[] {
  const concepts: Concept[] = [];
  for (const mention of terminology.mentionsIn(words.all.map(stemOf))) {
    const { start, length, terms } = mention;
    if (words.areFree(start, length) && isMeant(mention, words, query)) {
      concepts.push(termConcept(words.take(start, length), terms));
    }
  }
  return concepts;
}

function takeCompounds(words: QueryWords, lexicon: Lexicon): Concept[] {
  const concepts: Concept[] = [];
  for (const [index, word] of words.all.entries()) {
    const next = words.all[index + 1];
    if (next === undefined || !words.areFree(index, 2) || !lexicon.isCompound(word, next)) continue;
    words.take(index, 2);
    concepts.push(compoundConcept(word, next));
  }
  return concepts;
}

function wordConcepts(
  words: readonly string[],
  last: string | undefined,
  { lexicon, phrasebook }: Pick<Language, 'lexicon' | 'phrasebook'>,
): Concept[] {
  return words.map((word) => wordConcept(word, word === last && !lexicon.knows(word), phrasebook));
}

/** In the letters in which the query has it: an acronym is told as it was typed. */
function asTyped(asked: string, query: string): string {
  const start = query.toLowerCase().indexOf(asked);
  return start < 0 ? asked : query.slice(start, start + asked.length);
}

/** Words that were put in place of others without much to go by. */
const guessesIn = (typed: readonly string[], spelt: readonly string[]): ReadonlySet<string> =>
  new Set(spelt.filter((word, index) => isThinCorrection(typed[index] ?? '', word)));

const isTelling = (word: string): boolean => !isStopWord(word) && word.length > 1;

/**
 * Takes a query apart into the things it asks for: terms of the glossary first, the longest before the shorter, then
 * what is written together, then single words without those that tell nothing, unless there are no others.
 */
export function parseQuery(
  query: string,
  { terminology, lexicon, phrasebook }: Language,
  known: KnownWords = new Set(),
): ParsedQuery {
  const typed = plainWords(query);
  const spelt = new Speller(lexicon, known, phrasebook).correct(typed);
  const { words: meant, readings } = phrasebook.read(spelt);
  const words = new QueryWords(meant);
  const foreign = phrasebook.foreignProduct(spelt);
  const together = [...takeTerms(words, query, terminology), ...takeCompounds(words, lexicon)];
  const telling = words.free.filter(isTelling);
  const single = telling.length > 0 || together.length > 0 ? telling : words.free;
  const guesses = guessesIn(typed, spelt);
  const concepts = [...together, ...wordConcepts(single, meant.at(-1), { lexicon, phrasebook })].map((concept) => ({
    ...concept,
    asked: asTyped(concept.asked, query),
    isGuess: guesses.has(concept.asked),
  }));
  const isCorrected = spelt.join(' ') !== typed.join(' ');
  return {
    concepts,
    readings,
    ...(isCorrected ? { corrected: spelt.join(' ') } : {}),
    ...(foreign ? { foreign } : {}),
  };
}

/** Takes a query word for word, as it was typed. */
export const parseLiterally = (query: string): ParsedQuery => ({
  concepts: [...new Set(plainWords(query))].map((word) => wordConcept(word, false)),
});
