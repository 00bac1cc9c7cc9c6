import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { hosting } from './src/build/hosting/integration.ts';
import { islands } from './src/build/islands/integration.ts';
import { offline } from './src/build/offline/integration.ts';
import { previews } from './src/build/previews/integration.ts';
import { search } from './src/build/search-index/integration.ts';
import { contentCheck } from './src/content/checking/integration.ts';
import { listedPages } from './src/content/publishing/listed.ts';
import { movedPages } from './src/content/publishing/moved.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://fno-advisor.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  // A reader of one page waits for one file; the next page costs 2 kB more than with a file of styles.
  build: { inlineStylesheets: 'always' },
  integrations: [
    contentCheck(),
    islands(),
    sitemap({ filter: listedPages(process.cwd()) }),
    previews(),
    search(),
    hosting(() => movedPages(process.cwd())),
    offline(),
  ],
  vite: {
    // The inventory's worker loads what reads workbooks only when it gets one.
    worker: { format: 'es' },
    resolve: {
      alias: [
        {
          find: /^fflate$/,
          replacement: fileURLToPath(new URL('src/apps/inventory/reading/fflate-in-place.ts', import.meta.url)),
        },
      ],
    },
  },
});
