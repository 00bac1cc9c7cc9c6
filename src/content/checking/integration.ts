import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { today } from '#content/publishing/today.ts';
import { loadContent } from '#content/reading/content.ts';
import { listFiles } from '#content/reading/read-files.ts';
import { dueFigures, staleSources } from './due.ts';

/**
 * Fails a build on any fault in `content/`, since Astro itself only logs a dangling reference, and lists what is due for
 * review, which fails nothing: a clone must still build in two years. In the development server a changed file restarts
 * it, because pages read the library once.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ config, command, addWatchFile, logger }) => {
        const root = fileURLToPath(config.root);
        for (const file of listFiles(root, 'content', '')) {
          if (/\.(yaml|mdx|csv)$/.test(file)) addWatchFile(new URL(file, config.root));
        }
        if (command !== 'build') return;
        const { library } = loadContent(root);
        for (const { id, reviewBy } of dueFigures(library, today)) logger.warn(`figure ${id} was due on ${reviewBy}`);
        for (const { id, checked } of staleSources(library, today)) logger.warn(`source ${id}: checked on ${checked}`);
      },
    },
  };
}
