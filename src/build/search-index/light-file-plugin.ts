import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { FactsFile } from '#apps/search/facts/facts-file.ts';
import { furtherFileOf, type LightFile, namesFileOf } from '#apps/search/index/light-file.ts';
import { LightIndex } from '#apps/search/index/light-index.ts';
import type { PackedPhrasebook } from '#apps/search/query/phrasebook.ts';
import { dateText } from '#content/publishing/dates.ts';
import { boundedText, fillFigures } from '#content/publishing/figures-text.ts';
import type { Library } from '#content/reading/entries.ts';
import type { KeptContent } from '#content/reading/kept-content.ts';
import { keep, readKept } from '#content/reading/kept-file.ts';
import { audienceNames } from '#content/schemas/answer.ts';

/** Made once for a library: the scripts of the pages and the index of their texts both ask for it. */
const madeBefore = new WeakMap<Library, LightFile>();

/**
 * Takes the light file of a build's content from the build before, or else makes and keeps it: no body of an answer has a
 * part in it.
 *
 * @param folder where builds keep things
 */
export function recallLightFile({ library, key }: KeptContent, folder: string): void {
  const file = join(folder, 'light-file.v8');
  const kept = readKept<LightFile>(file, key);
  if (kept) madeBefore.set(library, kept);
  else keep(file, key, lightFileOf(library));
}

/** Everything that decides first results, in the order in which pages are indexed. */
export function lightFileOf(library: Library): LightFile {
  const file = madeBefore.get(library) ?? makeLightFile(library);
  madeBefore.set(library, file);
  return file;
}

const packPhrasebook = ({ phrases, words, products }: Library['searchLanguage']): PackedPhrasebook => ({
  phrases,
  ...words,
  ...products,
});

/** Ordinary words that would be taken for a slip in one of the site's own; the others need no mention. */
function mistakable(file: LightFile): string[] {
  const { lexicon } = new LightIndex(file);
  return file.phrasebook.ordinary.filter((word) => !lexicon.knows(word) && lexicon.corrected(word) !== undefined);
}

function makeLightFile({
  hubs,
  answers,
  patterns,
  tools,
  decisions,
  terms,
  figures,
  searchLanguage,
}: Library): LightFile {
  const askedFor = (path: string): readonly string[] => searchLanguage.asked.get(path) ?? [];
  const file = {
    hubs: Object.fromEntries(hubs.map(({ id, short }) => [id, short])),
    terms: [...terms.values()].map(({ id, term, expansion, oldNames, aliases }) => ({
      id,
      names: [...new Set([term, ...(expansion ? [expansion] : []), ...oldNames, ...aliases])],
    })),
    entries: [
      ...answers.map(({ id, question, aliases, verdict, audiences }) => ({
        path: id,
        title: fillFigures(question, figures),
        aliases,
        asked: askedFor(id),
        verdict: fillFigures(verdict, figures),
        audiences: audiences.map((audience) => audienceNames[audience]),
      })),
      ...patterns.map(({ id, name, short, verdict }) => ({
        path: `patterns/${id}`,
        title: name,
        aliases: [short],
        asked: askedFor(`patterns/${id}`),
        verdict: fillFigures(verdict, figures),
        audiences: [],
      })),
      ...searchLanguage.pages.map((page) => ({ ...page, asked: askedFor(page.path), audiences: [] })),
      ...tools.map(({ id, title, question, aliases, verdict }) => ({
        path: `tools/${id}`,
        title,
        aliases: [question, ...aliases],
        asked: askedFor(`tools/${id}`),
        verdict,
        audiences: [],
      })),
      ...decisions.map(({ id, title, question, aliases, verdict }) => ({
        path: `tools/decisions/${id}`,
        title: question,
        aliases: [title, ...aliases],
        asked: askedFor(`tools/decisions/${id}`),
        verdict,
        audiences: [],
      })),
    ],
    phrasebook: packPhrasebook(searchLanguage),
  };
  return { ...file, phrasebook: { ...file.phrasebook, ordinary: mistakable(file) } };
}

/** What figures and terms answer at once. */
export function factsFileOf({ figures, sources, terms }: Library): FactsFile {
  return {
    figures: [...figures.values()].map((figure) => ({
      text: [boundedText(figure), figure.scope].join(' '),
      words: [figure.id.replaceAll('-', ' '), figure.kind, figure.condition ?? ''].join(' ').trim(),
      source: figure.source,
      checked: dateText(figure.checked),
    })),
    sources: Object.fromEntries([...figures.values()].map(({ source }) => [source, sources.get(source)?.title ?? ''])),
    definitions: Object.fromEntries([...terms.values()].map(({ id, definition }) => [id, definition])),
  };
}

const made: Readonly<Record<string, (library: Library) => unknown>> = {
  'virtual:search-names': (library) => namesFileOf(lightFileOf(library)),
  'virtual:search-further': (library) => furtherFileOf(lightFileOf(library)),
  'virtual:search-facts': factsFileOf,
};

/** The data of search as modules: their names then hold their hashes, and they may be kept for ever. */
export function lightFilePlugin(read: () => Library): Plugin {
  return {
    name: 'light-file',
    resolveId: (id) => (id in made ? `\0${id}` : undefined),
    load: (id) => {
      const make = id.startsWith('\0') ? made[id.slice(1)] : undefined;
      return make ? `export default ${JSON.stringify(make(read()))}` : undefined;
    },
  };
}
