import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/content/integration.ts';
import { hosting } from './src/hosting/integration.ts';
import { pagefind } from './src/search/pagefind-integration.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://fno-advisor.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [contentCheck(), mdx(), preact(), sitemap(), pagefind(), hosting()],
  markdown: { syntaxHighlight: false },
  security: {
    // Astro adds script-src and style-src with the hashes of each page. The search page adds what Pagefind needs.
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ],
    },
  },
});
