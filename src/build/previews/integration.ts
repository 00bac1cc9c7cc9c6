import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { KeptPictures } from './kept-pictures.ts';

/** Tells pages where pictures are kept between builds, and after a build removes those that it did not use. */
export function previews(): AstroIntegration {
  let folder = '';
  let started = new Date();
  return {
    name: 'previews',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        folder = fileURLToPath(new URL('pictures/', config.cacheDir));
        updateConfig({ vite: { define: { 'import.meta.env.KEPT_PICTURES': JSON.stringify(folder) } } });
      },
      'astro:build:start': () => {
        started = new Date();
      },
      'astro:build:done': () => new KeptPictures(folder).forgetUnusedSince(started),
    },
  };
}
