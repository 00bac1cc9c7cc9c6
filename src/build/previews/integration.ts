import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { picturesIn } from './kept-pictures.ts';

/** Tells pages where things are kept between builds, and after a build removes pictures that it did not use. */
export function previews(): AstroIntegration {
  let folder = '';
  let started = new Date();
  return {
    name: 'previews',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        folder = fileURLToPath(config.cacheDir);
        updateConfig({ vite: { define: { 'import.meta.env.KEPT': JSON.stringify(folder) } } });
      },
      'astro:build:start': () => {
        started = new Date();
      },
      'astro:build:done': () => picturesIn(folder).forgetUnusedSince(started),
    },
  };
}
