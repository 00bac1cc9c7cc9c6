import type { Vocabulary } from './vocabulary.ts';
import { isSameName, normalise, partsOf, wordsOf } from './words.ts';

/** One thing a query asks for. */
export interface Concept {
  /** As the query, or the vocabulary, spells it. */
  asked: string;
  /** What stands for it on a page, any of them, normalised: the asked words, other spellings and synonyms. */
  names: readonly string[];
  /** Names of the vocabulary that are other words than were asked, as it spells them. */
  synonyms: readonly string[];
  /** The word that was searched for instead, where the asked one stands nowhere. */
  corrected?: string;
}

/** Words that hold a sentence together, and those that every page of this site is about. */
const stopWords = new Set(
  (
    'a about after all already am an and any anyone are as at be been before being but by can could did do does doing ' +
    'each every for from get gets getting give go going got had has have having he her here his how i if in into is it ' +
    'its just lot make many may me might more most much must my need needs no not of off on one only or our out ' +
    'over own really s shall she should so some still such t take than that the their them then there these they thing ' +
    'this those to too up us use used using very want wants was way we well were what whats when where whether which ' +
    'while who whom whose why will with without would you your versus vs ' +
    'd365 d365fo d365f&o dynamics f&o fno microsoft'
  ).split(' '),
);

/** A word as it is typed, and taken apart where it is written together. */
function conceptOf(word: string): Concept {
  const parts = partsOf(word);
  return { asked: word, names: parts.length > 1 ? [word, parts.join(' ')] : [word], synonyms: [] };
}

/** Names that are more than another spelling of the asked term, or of one another. */
const otherNames = (term: string, group: readonly string[]): string[] =>
  group.filter((name, place) => ![term, ...group.slice(0, place)].some((earlier) => isSameName(earlier, name)));

const SHORTEST_NAME = 3;

/** The names to search for. One of two letters begins too many words, so longer ones stand in for it where there are any. */
function searchable(group: readonly string[]): string[] {
  const names = group.map(normalise);
  const longer = names.filter((name) => name.length >= SHORTEST_NAME);
  return longer.length > 0 ? longer : names;
}

const isTelling = (word: string): boolean => !stopWords.has(word) && word.length > 1;

const removed = (rest: string, name: string): string =>
  ` ${rest} `.replaceAll(` ${name} `, '  ').replaceAll(/\s+/g, ' ').trim();

const standsIn = (rest: string, name: string): boolean => ` ${rest} `.includes(` ${name} `);

/**
 * Takes a query apart into the things it asks for: terms of the vocabulary first, the longest before the shorter, then
 * single words without those that tell nothing, unless there are no others.
 */
export function conceptsOf(query: string, { synonyms }: Pick<Vocabulary, 'synonyms'>): Concept[] {
  let rest = normalise(query);
  const typed = new Set(query.split(/\s+/));
  // `USE` is a term, `use` is none: what is also a small word counts only as it is written.
  const isMeant = (term: string): boolean => !stopWords.has(normalise(term)) || typed.has(term);
  const terms = synonyms
    .flatMap((group) => group.map((term) => ({ term, group })))
    .sort((a, b) => b.term.length - a.term.length);
  const known: Concept[] = [];
  for (const { term, group } of terms) {
    if (!standsIn(rest, normalise(term)) || !isMeant(term)) continue;
    known.push({ asked: term, names: searchable(group), synonyms: otherNames(term, group) });
    rest = removed(rest, normalise(term));
  }
  const words = [...new Set(wordsOf(rest))];
  const telling = words.filter(isTelling);
  const single = telling.length > 0 || known.length > 0 ? telling : words;
  return [...known, ...single.map(conceptOf)];
}
