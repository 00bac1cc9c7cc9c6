import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadLibrary } from './library.ts';
import { listFiles } from './read-files.ts';

/**
 * Fails a build on any fault in `content/`, since Astro itself only logs a dangling reference; in the
 * development server a changed file restarts it, because pages read the library once.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ config, command, addWatchFile }) => {
        const root = fileURLToPath(config.root);
        for (const file of listFiles(root, 'content', '')) {
          if (/\.(yaml|mdx)$/.test(file)) addWatchFile(new URL(file, config.root));
        }
        if (command === 'build') loadLibrary(root);
      },
    },
  };
}
