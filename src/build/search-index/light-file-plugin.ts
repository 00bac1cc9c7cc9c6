import type { Plugin } from 'vite';
import { entryOf, type LightFile, packTerm } from '#apps/search/index/light-file.ts';
import { LightIndex } from '#apps/search/index/light-index.ts';
import type { PackedPhrasebook } from '#apps/search/query/phrasebook.ts';
import { fillFigures } from '#content/publishing/figures-text.ts';
import type { Library } from '#content/reading/entries.ts';
import { audienceNames } from '#content/schemas/answer.ts';

/** Made once for a library: the scripts of the pages and the index of their texts both ask for it. */
const madeBefore = new WeakMap<Library, LightFile>();

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

function makeLightFile({ hubs, answers, patterns, tools, terms, figures, searchLanguage }: Library): LightFile {
  const file = {
    hubs: Object.fromEntries(hubs.map(({ id, short }) => [id, short])),
    terms: [...terms.values()].map(({ id, term, expansion, oldNames, aliases }) =>
      packTerm({ id, names: [...new Set([term, ...(expansion ? [expansion] : []), ...oldNames, ...aliases])] }),
    ),
    entries: [
      ...answers.map(({ id, question, aliases, verdict, audiences }) =>
        entryOf({
          path: id,
          title: fillFigures(question, figures),
          aliases,
          verdict: fillFigures(verdict, figures),
          audiences: audiences.map((audience) => audienceNames[audience]),
        }),
      ),
      ...patterns.map(({ id, name, short, verdict }) =>
        entryOf({
          path: `patterns/${id}`,
          title: name,
          aliases: [short],
          verdict: fillFigures(verdict, figures),
          audiences: [],
        }),
      ),
      ...tools.map(({ id, title, question, aliases, verdict }) =>
        entryOf({ path: `tools/${id}`, title, aliases: [question, ...aliases], verdict, audiences: [] }),
      ),
    ],
    phrasebook: packPhrasebook(searchLanguage),
  };
  return { ...file, phrasebook: { ...file.phrasebook, ordinary: mistakable(file) } };
}

/** Short answers in full, by the path of their page; loaded once there are first results to show them with. */
export const verdictsOf = ({ answers, patterns, tools, figures }: Library): Record<string, string> =>
  Object.fromEntries([
    ...answers.map(({ id, verdict }) => [id, fillFigures(verdict, figures)]),
    ...patterns.map(({ id, verdict }) => [`patterns/${id}`, fillFigures(verdict, figures)]),
    ...tools.map(({ id, verdict }) => [`tools/${id}`, verdict]),
  ]);

const made: Readonly<Record<string, (library: Library) => unknown>> = {
  'virtual:light-file': lightFileOf,
  'virtual:verdicts': verdictsOf,
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
