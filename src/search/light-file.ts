import { isStopWord } from './stop-words.ts';
import type { Term } from './terminology.ts';
import { plainWords } from './words.ts';

/** A page as the light index knows it. */
export interface Entry {
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

/** Everything that decides the first results of a search. */
export interface LightFile {
  /** Names of the hubs by their id, which begins the path of each of their answers. */
  hubs: Readonly<Record<string, string>>;
  terms: readonly Term[];
  entries: readonly Entry[];
}

/** A page as its editors wrote it. */
export interface Source {
  path: string;
  title: string;
  aliases: readonly string[];
  verdict: string;
  audiences: readonly string[];
}

/** The telling words of the short answer that the title and the aliases do not hold already, each once. */
function furtherWords({ title, aliases, verdict }: Source): string {
  const known = new Set([title, ...aliases].flatMap(plainWords));
  return [...new Set(plainWords(verdict))].filter((word) => !known.has(word) && !isStopWord(word)).join(' ');
}

export const entryOf = (source: Source): Entry => ({
  path: source.path,
  title: source.title,
  aliases: source.aliases,
  words: furtherWords(source),
  audiences: source.audiences,
});
