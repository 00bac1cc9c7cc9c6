import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/content/integration.ts';
import { listedPages } from './src/content/listed.ts';
import { hosting } from './src/hosting/integration.ts';
import { search } from './src/search/integration.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://fno-advisor.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [
    contentCheck(),
    mdx(),
    preact(),
    sitemap({ filter: listedPages(process.cwd()) }),
    search(),
    hosting(),
  ],
  markdown: { syntaxHighlight: false },
});
