import { Lexicon } from '#apps/search/query/lexicon.ts';
import type { Concept, Language } from '#apps/search/query/parse-query.ts';
import { Phrasebook } from '#apps/search/query/phrasebook.ts';
import { Terminology } from '#apps/search/query/terminology.ts';
import { tokensIn } from '#apps/search/query/tokens.ts';
import { nameKey, wordsOf } from '#apps/search/query/words.ts';
import { FieldIndex } from './field-index.ts';
import type { LightEntry, LightFile } from './light-file.ts';
import { type Name, Names } from './names.ts';
import type { Occurrence, Occurrences } from './occurrences.ts';

/** What says much the same as what was asked for says half as much. */
const KIN = 0.5;

/** A way of asking is no name: it says less of what a page is about. */
const ASKED = 0.8;

/** Keeps of each page the better of two occurrences. */
function keepBetter(kept: Map<string, Occurrence>, found: ReadonlyMap<string, Occurrence>, worth: number): void {
  for (const [path, { score, field }] of found) {
    if (score * worth > (kept.get(path)?.score ?? 0)) kept.set(path, { score: score * worth, field });
  }
}

/** Names, ways of asking and short answers of all pages, small enough to decide the first results of a search. */
export class LightIndex implements Language {
  readonly terminology: Terminology;
  readonly lexicon: Lexicon;
  readonly phrasebook: Phrasebook;
  readonly hubs: LightFile['hubs'];
  readonly entries: ReadonlyMap<string, LightEntry>;
  private readonly names: Names;
  private readonly index: FieldIndex;
  private readonly byName: ReadonlyMap<string, readonly string[]>;

  constructor({ hubs, terms, entries, phrasebook }: LightFile) {
    const termNames = terms.flatMap((term) => term.names);
    const terminology = new Terminology(terms);
    const ownWords: string[][] = termNames.map(wordsOf);
    const otherWords: string[][] = [];
    const read = (text: string, words = ownWords): string[] => {
      const own = wordsOf(text);
      words.push(own);
      return tokensIn(own, terminology);
    };
    const names: Name[] = [];
    const pages = entries.map(({ path, title, aliases, asked, verdict }) => {
      const named = (texts: readonly string[], worth: number, words = ownWords): string[] =>
        texts.flatMap((text) => {
          const tokens = read(text, words);
          names.push({ path, tokens, worth });
          return tokens;
        });
      const tokens = { title: named([title], 1), alias: named(aliases, 1), asked: named(asked, ASKED, otherWords) };
      return [path, { ...tokens, verdict: read(verdict, otherWords) }] as const;
    });
    this.hubs = hubs;
    this.entries = new Map(entries.map((entry) => [entry.path, entry]));
    this.terminology = terminology;
    this.phrasebook = new Phrasebook(phrasebook);
    this.names = new Names(names);
    this.lexicon = new Lexicon(ownWords, termNames, otherWords);
    this.index = new FieldIndex(new Map(pages));
    const named = entries.flatMap(({ path, title, aliases, asked }) =>
      [title, ...aliases, ...asked].map((name) => ({ path, key: nameKey(name) })),
    );
    this.byName = new Map(
      [...Map.groupBy(named, ({ key }) => key)].map(([key, same]) => [key, same.map(({ path }) => path)]),
    );
  }

  /** Paths of the pages whose title, another name or way of asking is the query, whole. */
  pagesNamed(query: string): ReadonlySet<string> {
    return new Set(this.byName.get(nameKey(query)));
  }

  /** How near the nearest name of each page comes to what is asked for, 0 to 1; pages far from it are left out. */
  closeness(concepts: readonly Concept[]): ReadonlyMap<string, number> {
    return this.names.closeness(concepts);
  }

  /** Pages whose names, ways of asking or short answer speak of a concept. */
  pagesWith({ tokens, kin, isUnfinished }: Pick<Concept, 'tokens' | 'kin' | 'isUnfinished'>): Occurrences {
    const found = new Map<string, Occurrence>();
    for (const token of tokens) keepBetter(found, this.index.pagesWith(token, isUnfinished), 1);
    for (const token of kin) keepBetter(found, this.index.pagesWith(token), KIN);
    return found;
  }
}
