import { resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/** Modules that hold what was read of `content/`. */
const readers: readonly string[] = ['site.ts', 'site-rules.ts', 'site-inventory.ts'].map(
  (name) => `src/content/publishing/${name}`,
);

/** The light index's data, which `src/build/search-index` makes of the content. */
const madeOfContent: readonly string[] = [
  '\0virtual:search-names',
  '\0virtual:search-further',
  '\0virtual:search-facts',
];

/**
 * Lets the development server show edited content without a restart: a change below `content/` counts as a change of the
 * modules that hold what was read of it, so that they, and all pages, which import them, are evaluated anew.
 *
 * @param root folder of the project
 */
export function contentReload(root: string): Plugin {
  const absolute = (path: string): string => normalizePath(resolve(root, path));
  const content = `${absolute('content')}/`;
  return {
    name: 'content-reload',
    apply: 'serve',
    hotUpdate({ file, modules }) {
      if (!file.startsWith(content)) return undefined;
      const { moduleGraph } = this.environment;
      const holding = [
        ...readers.flatMap((reader) => [...(moduleGraph.getModulesByFile(absolute(reader)) ?? [])]),
        ...madeOfContent.flatMap((id) => moduleGraph.getModuleById(id) ?? []),
      ];
      return [...new Set([...modules, ...holding])];
    },
  };
}
