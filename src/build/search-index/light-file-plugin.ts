import type { Plugin } from 'vite';
import { entryOf, type LightFile, packTerm } from '#apps/search/index/light-file.ts';
import { fillFigures } from '#content/publishing/figures-text.ts';
import type { Library } from '#content/reading/entries.ts';
import { audienceNames } from '#content/schemas/answer.ts';

/** Made once for a library: the scripts of the pages and the index of their texts both ask for it. */
const made = new WeakMap<Library, LightFile>();

/** Everything that decides first results, in the order in which pages are indexed. */
export function lightFileOf(library: Library): LightFile {
  const file = made.get(library) ?? makeLightFile(library);
  made.set(library, file);
  return file;
}

function makeLightFile({ hubs, answers, patterns, terms, figures }: Library): LightFile {
  return {
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
    ],
  };
}

const name = 'virtual:light-file';
const resolved = `\0${name}`;

/** The light index's data as a module: its name then holds its hash, and it may be kept for ever. */
export function lightFilePlugin(read: () => Library): Plugin {
  return {
    name: 'light-file',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? `export default ${JSON.stringify(lightFileOf(read()))}` : undefined),
  };
}
