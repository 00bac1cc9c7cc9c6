import type { Vocabulary } from './vocabulary.ts';

/** One thing a query asks for, with every name it goes by; any of them will do. */
export interface Concept {
  /** As it stands in the query. */
  asked: string;
  /** What to search for: the words asked, and synonyms. */
  names: readonly string[];
}

const stopWords = new Set(
  (
    'a about after all already am an and any anyone are as at be been before being but by can could did do does doing ' +
    'each every for from get gets getting give go going got had has have having he her here his how i if in into is it ' +
    'its just let lot make many may me might more most much must my need needs no not of off on one only or our out ' +
    'over own really s shall she should so some still such t take than that the their them then there these they thing ' +
    'this those to too up us use used using very want wants was way we well were what whats when where whether which ' +
    'while who whom whose why will with without would you your'
  ).split(' '),
);

/** Lower case, one kind of apostrophe and dash, single spaces. */
export const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[^\p{L}\p{N}&+#'./-]+/gu, ' ')
    .replaceAll(/(^|\s)['./-]+|['./-]+(?=\s|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const standsIn = (text: string, name: string): boolean =>
  new RegExp(String.raw`(^|\s)${escape(name)}(?=\s|$)`, 'u').test(text);

/**
 * Takes a query apart into the things it asks for: known terms first, the longest before the shorter, then single words
 * without those that only hold a sentence together.
 */
export function conceptsOf(query: string, { synonyms }: Pick<Vocabulary, 'synonyms'>): Concept[] {
  let rest = normalise(query);
  const names = synonyms
    .flatMap((group) => group.map((name) => ({ name: normalise(name), group })))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  const known: Concept[] = [];
  for (const { name, group } of names) {
    if (!standsIn(rest, name)) continue;
    known.push({ asked: name, names: [name, ...group.map(normalise).filter((other) => other !== name)] });
    rest = rest.replaceAll(new RegExp(String.raw`(^|\s)${escape(name)}(?=\s|$)`, 'gu'), ' ').trim();
  }
  const words = rest.split(' ').filter((word) => word !== '');
  const telling = words.filter((word) => !stopWords.has(word) && word.length > 1);
  return [...known, ...[...new Set(telling)].map((word) => ({ asked: word, names: [word] }))];
}

/** The concepts that a text speaks of; a word counts in any of its endings. */
export function conceptsIn(text: string, concepts: readonly Concept[]): Concept[] {
  const words = normalise(text);
  const stem = (word: string): string => (word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word);
  const speaksOf = (name: string): boolean =>
    name.split(' ').every((word) => new RegExp(String.raw`(^|[\s/-])${escape(stem(word))}`, 'u').test(words));
  return concepts.filter(({ names }) => names.some(speaksOf));
}
