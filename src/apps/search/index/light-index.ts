import MiniSearch, { type SearchResult } from 'minisearch';
import { Lexicon } from '#apps/search/query/lexicon.ts';
import type { Concept, Language } from '#apps/search/query/parse-query.ts';
import { Phrasebook } from '#apps/search/query/phrasebook.ts';
import { Terminology } from '#apps/search/query/terminology.ts';
import { tokensOf } from '#apps/search/query/tokens.ts';
import { nameKey } from '#apps/search/query/words.ts';
import { type LightEntry, type LightFile, unpackTerm } from './light-file.ts';
import { Names } from './names.ts';
import type { Field, Occurrences } from './occurrences.ts';

const fields = ['title', 'aliases', 'words'] as const;
const fieldNames: Record<(typeof fields)[number], Field> = { title: 'title', aliases: 'alias', words: 'verdict' };

/** What editors named a page by says more than what its short answer mentions; the length of either matters little. */
const weights = { boost: { title: 3, aliases: 3, words: 1 }, bm25: { k: 1.2, b: 0.4, d: 0.3 } };

/** What a word says that means much the same as the one asked for. */
const KIN = 0.5;

function strongestField({ match }: SearchResult): Field {
  const found = Object.values(match).flat();
  const strongest = fields.find((field) => found.includes(field)) ?? 'words';
  return fieldNames[strongest];
}

/** Titles, other names and short answers of all pages, small enough to decide the first results of a search. */
export class LightIndex implements Language {
  readonly terminology: Terminology;
  readonly lexicon: Lexicon;
  readonly phrasebook: Phrasebook;
  readonly hubs: LightFile['hubs'];
  readonly entries: ReadonlyMap<string, LightEntry>;
  private readonly names: Names;
  private readonly index: MiniSearch<LightEntry>;
  private readonly byName: ReadonlyMap<string, readonly string[]>;

  constructor({ hubs, terms, entries, phrasebook }: LightFile) {
    const names = terms.flatMap((term) => term.names);
    const terminology = new Terminology(terms.map(unpackTerm));
    this.hubs = hubs;
    this.entries = new Map(entries.map((entry) => [entry.path, entry]));
    this.terminology = terminology;
    this.phrasebook = new Phrasebook(phrasebook);
    this.names = new Names(entries, terminology);
    this.lexicon = new Lexicon(
      [...entries.flatMap(({ title, aliases, words }) => [title, ...aliases, words]), ...names],
      names,
    );
    const named = entries.flatMap(({ path, title, aliases }) => [title, ...aliases].map((name) => ({ path, name })));
    this.byName = new Map(
      [...Map.groupBy(named, ({ name }) => nameKey(name))].map(([key, pages]) => [key, pages.map(({ path }) => path)]),
    );
    this.index = new MiniSearch<LightEntry>({
      idField: 'path',
      fields: [...fields],
      extractField: (entry, field) => {
        const value = entry[field as keyof LightEntry];
        return typeof value === 'string' ? value : value.join(' . ');
      },
      tokenize: (text) => tokensOf(text, terminology),
      processTerm: (token) => token,
    });
    this.index.addAll(entries);
  }

  /** Paths of the pages whose title or another name is the query, whole. */
  pagesNamed(query: string): ReadonlySet<string> {
    return new Set(this.byName.get(nameKey(query)));
  }

  /** How near the nearest name of each page comes to what is asked for, 0 to 1; pages far from it are left out. */
  closeness(concepts: readonly Concept[]): ReadonlyMap<string, number> {
    return this.names.closeness(concepts);
  }

  /** Pages whose title, other names or short answer speak of a concept. */
  pagesWith({ tokens, kin, isUnfinished }: Pick<Concept, 'tokens' | 'kin' | 'isUnfinished'>): Occurrences {
    const found = this.index.search(
      { combineWith: 'OR', queries: [...tokens, ...kin] },
      {
        ...weights,
        prefix: isUnfinished,
        tokenize: (token) => [token],
        boostTerm: (token) => (kin.includes(token) ? KIN : 1),
      },
    );
    return new Map(
      found.map((result) => [result.id as string, { score: result.score, field: strongestField(result) }]),
    );
  }
}
