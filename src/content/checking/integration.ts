import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { today } from '#content/publishing/today.ts';
import { shareContent } from '#content/reading/content-of-build.ts';
import { loadKeptContent } from '#content/reading/kept-content.ts';
import { contentReload } from './content-reload.ts';
import { dueFigures, staleSources } from './due.ts';

/**
 * Fails a build on any fault in `content/`, since Astro itself only logs a dangling reference, and lists what is due for
 * review, which fails nothing: a clone must still build in two years. What it has read is what the rest of the build
 * works with. The development server reads content when a page asks for it, and again once a file has changed.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig, logger }) => {
        const root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [contentReload(root)] } });
        if (command !== 'build') return shareContent(root, undefined);
        const content = loadKeptContent(root, fileURLToPath(config.cacheDir));
        shareContent(root, content);
        const { library } = content;
        for (const { id, reviewBy } of dueFigures(library, today)) logger.warn(`figure ${id} was due on ${reviewBy}`);
        for (const { id, checked } of staleSources(library, today)) logger.warn(`source ${id}: checked on ${checked}`);
      },
    },
  };
}
