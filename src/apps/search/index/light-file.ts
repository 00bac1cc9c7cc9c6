import type { PackedPhrasebook } from '#apps/search/query/phrasebook.ts';
import { isStopWord } from '#apps/search/query/stop-words.ts';
import type { Term } from '#apps/search/query/terminology.ts';
import { plainWords, stemOf } from '#apps/search/query/words.ts';

/** A page as the light index knows it. */
export interface LightEntry {
  /** Address below the place the site is deployed to, without slashes at its ends. */
  path: string;
  title: string;
  /** Other names that editors gave the page. */
  aliases: readonly string[];
  /** What the short answer says that neither title nor aliases do. */
  words: string;
  /** Names of the audiences it is for; none for a page that is for everyone. */
  audiences: readonly string[];
}

/** A term without an id that its first name tells already: every byte of the file is waited for. */
export interface PackedTerm {
  id?: string;
  names: readonly string[];
}

/** Everything that decides the first results of a search. */
export interface LightFile {
  /** Names of the hubs by their id, which begins the path of each of their answers. */
  hubs: Readonly<Record<string, string>>;
  terms: readonly PackedTerm[];
  entries: readonly LightEntry[];
  phrasebook: PackedPhrasebook;
}

/** A page as its editors wrote it. */
export interface PageSource {
  path: string;
  title: string;
  aliases: readonly string[];
  verdict: string;
  audiences: readonly string[];
}

const idFor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** A term as the file holds it; {@link unpackTerm} restores it. */
export const packTerm = ({ id, names }: Term): PackedTerm => (id === idFor(names[0] ?? '') ? { names } : { id, names });

/** A term of the file with its id, taken from its first name where the file leaves it out. */
export const unpackTerm = ({ id, names }: PackedTerm): Term => ({ id: id ?? idFor(names[0] ?? ''), names });

/** The telling words of the short answer of which title and aliases hold no form already, one form of each. */
function furtherWords({ title, aliases, verdict }: PageSource): string {
  const known = new Set([title, ...aliases].flatMap(plainWords).map(stemOf));
  const words = new Map(plainWords(verdict).map((word) => [stemOf(word), word]));
  return [...words].flatMap(([stem, word]) => (known.has(stem) || isStopWord(word) ? [] : [word])).join(' ');
}

/** What the file holds of a page: of its short answer only the words that nothing else of it says. */
export const entryOf = (source: PageSource): LightEntry => ({
  path: source.path,
  title: source.title,
  aliases: source.aliases,
  words: furtherWords(source),
  audiences: source.audiences,
});
