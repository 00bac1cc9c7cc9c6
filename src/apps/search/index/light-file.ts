import { emptyPhrasebook, type PackedPhrasebook } from '#apps/search/query/phrasebook.ts';
import type { Term } from '#apps/search/query/terminology.ts';

/** A page as the light index knows it. */
export interface LightEntry {
  /** Address below the place the site is deployed to, without slashes at its ends. */
  path: string;
  title: string;
  /** Other names that editors gave the page. */
  aliases: readonly string[];
  /** How people ask for it who do not know its words; nobody reads them. */
  asked: readonly string[];
  /** The short answer. */
  verdict: string;
  /** Names of the audiences it is for; none for a page that is for everyone. */
  audiences: readonly string[];
}

/** Everything that decides the results of a search before the texts do. */
export interface LightFile {
  /** Names of the hubs by their id, which begins the path of each of their answers. */
  hubs: Readonly<Record<string, string>>;
  terms: readonly Term[];
  entries: readonly LightEntry[];
  phrasebook: PackedPhrasebook;
}

/**
 * What the first results are found by, as it is sent. Every byte of it is waited for, so pages and terms are texts of a
 * line each, and what can be worked out is left out.
 */
export interface NamesFile {
  hubs: LightFile['hubs'];
  /** A term a line: its id where that does not follow from its first name, then its names. */
  terms: string;
  /** A page a line, folders as lines of their own before their pages: the rest of its path, its title, its other names. */
  pages: string;
  phrasebook: Omit<PackedPhrasebook, 'phrases'>;
}

/** What is known of the same pages besides, in the same order; it follows the names, and refines what they found. */
export interface FurtherFile {
  verdicts: readonly string[];
  /** The ways in which people ask for each page, joined. */
  asked: string;
  audienceNames: readonly string[];
  /** Numbers of the audiences of each page, joined. */
  audiences: string;
  phrases: PackedPhrasebook['phrases'];
}

const BETWEEN = '\t';
const LINE = '\n';
const FOLDER = '/';

/** What no name may hold, since it parts them. */
const parting = /[\t\n]/;

const idFor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

function joined(parts: readonly string[]): string {
  const bad = parts.find((part) => parting.test(part));
  if (bad !== undefined) throw new Error(`A name may hold no tab and no line end: ${JSON.stringify(bad)}`);
  return parts.join(BETWEEN);
}

const packTerm = ({ id, names }: Term): string => joined([id === idFor(names[0] ?? '') ? '' : id, ...names]);

function unpackTerm(line: string): Term {
  const [id, ...names] = line.split(BETWEEN);
  return { id: id || idFor(names[0] ?? ''), names };
}

const lastFolder = (path: string): number => path.lastIndexOf(FOLDER) + 1;

function packPages(entries: readonly LightEntry[]): string {
  let folder = '';
  const lines: string[] = [];
  for (const { path, title, aliases } of entries) {
    const start = lastFolder(path);
    if (path.slice(0, start) !== folder) {
      folder = path.slice(0, start);
      lines.push(folder);
    }
    lines.push(joined([path.slice(start), title, ...aliases]));
  }
  return lines.join(LINE);
}

function unpackPages(text: string): LightEntry[] {
  let folder = '';
  const entries: LightEntry[] = [];
  for (const line of text.split(LINE)) {
    const [name = '', title, ...aliases] = line.split(BETWEEN);
    if (title === undefined) folder = name;
    else entries.push({ path: folder + name, title, aliases, asked: [], verdict: '', audiences: [] });
  }
  return entries;
}

/** What is sent first of a light file. */
export const namesFileOf = ({ hubs, terms, entries, phrasebook: { phrases: _, ...words } }: LightFile): NamesFile => ({
  hubs,
  terms: terms.map(packTerm).join(LINE),
  pages: packPages(entries),
  phrasebook: words,
});

/** What is sent after it. */
export function furtherFileOf({ entries, phrasebook: { phrases } }: LightFile): FurtherFile {
  const audienceNames = [...new Set(entries.flatMap(({ audiences }) => audiences))];
  return {
    verdicts: entries.map(({ verdict }) => verdict),
    asked: entries.map(({ asked }) => joined(asked)).join(LINE),
    audienceNames,
    audiences: entries
      .map(({ audiences }) => audiences.map((name) => audienceNames.indexOf(name)).join(','))
      .join(LINE),
    phrases,
  };
}

/** A light file of names alone, as far as a first result needs it. */
export const unpackNames = ({ hubs, terms, pages, phrasebook }: NamesFile): LightFile => ({
  hubs,
  terms: terms.split(LINE).filter(Boolean).map(unpackTerm),
  entries: unpackPages(pages),
  phrasebook: { ...emptyPhrasebook, ...phrasebook },
});

const listed = (text: string | undefined, sign: string): string[] => (text ? text.split(sign) : []);

/** The light file with all that is known of its pages. */
export function withFurther(
  names: LightFile,
  { verdicts, audienceNames, phrases, ...further }: FurtherFile,
): LightFile {
  const asked = further.asked.split(LINE);
  const audiences = further.audiences.split(LINE);
  return {
    ...names,
    entries: names.entries.map((entry, index) => ({
      ...entry,
      verdict: verdicts[index] ?? '',
      asked: listed(asked[index], BETWEEN),
      audiences: listed(audiences[index], ',').map((number) => audienceNames[Number(number)] ?? ''),
    })),
    phrasebook: { ...names.phrasebook, phrases },
  };
}
