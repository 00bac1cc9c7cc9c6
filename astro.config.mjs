import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/content/integration.ts';
import { listedPages } from './src/content/listed.ts';
import { hosting } from './src/hosting/integration.ts';
import { pagefind } from './src/search/pagefind-integration.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://fno-advisor.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [
    contentCheck(),
    mdx(),
    preact(),
    sitemap({ filter: listedPages(process.cwd()) }),
    pagefind(),
    hosting(),
  ],
  markdown: { syntaxHighlight: false },
  vite: {
    // The inventory's worker loads what reads workbooks only when it gets one.
    worker: { format: 'es' },
    resolve: {
      alias: [
        { find: /^fflate$/, replacement: fileURLToPath(new URL('src/inventory/fflate-in-place.ts', import.meta.url)) },
      ],
    },
  },
});
