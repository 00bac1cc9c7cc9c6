import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { hosting } from './src/build/hosting/integration.ts';
import { islands } from './src/build/islands/integration.ts';
import { buildId } from './src/build/offline/build-id.ts';
import { offline } from './src/build/offline/integration.ts';
import { previews } from './src/build/previews/integration.ts';
import { search } from './src/build/search-index/integration.ts';
import { contentCheck } from './src/content/checking/integration.ts';
import { listedPages } from './src/content/publishing/listed.ts';
import { movedPages } from './src/content/publishing/moved.ts';

let id;

/** Names this build, by its sources as they are when it is first asked. */
function build() {
  id ??= buildId(process.cwd());
  return id;
}

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://fno-advisor.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  // A reader of one page waits for one file; the next page costs 2 kB more than with a file of styles.
  build: { inlineStylesheets: 'always' },
  // Pages whose `cacheKey` and code are those of the build before are taken from it; see `npm run test:rebuild`.
  experimental: { incrementalBuild: true },
  integrations: [
    contentCheck(),
    islands(),
    sitemap({ filter: listedPages(process.cwd()) }),
    previews(),
    search(),
    hosting(() => movedPages(process.cwd()), build),
    offline(build),
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
