import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/content/integration.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://fno-advisor.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [contentCheck(), mdx(), preact(), sitemap()],
  build: { inlineStylesheets: 'auto' },
  compressHTML: true,
});
