import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, staticWebAppConfig } from './headers.ts';
import { withPolicy } from './page-policy.ts';

/** Pagefind is WebAssembly, and only the search page loads it. */
const pagesWithWebAssembly = new Set(['search/index.html']);

function writePolicies(dist: string): void {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const file of pages) {
    const path = join(dist, file);
    const html = withPolicy(readFileSync(path, 'utf8'), pagesWithWebAssembly.has(file.replaceAll('\\', '/')));
    writeFileSync(path, html);
  }
}

/**
 * Gives each built page its content security policy and writes the hosts' configuration beside the pages.
 *
 * Astro's own policy lists the hashes of every script and style of the site on every page, 0.7 kB of an answer's 3 kB,
 * and lets pages without any script run all of them.
 */
export function hosting(): AstroIntegration {
  return {
    name: 'hosting',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writePolicies(fileURLToPath(dir));
        writeFileSync(new URL('staticwebapp.config.json', dir), `${JSON.stringify(staticWebAppConfig(), null, 2)}\n`);
        writeFileSync(new URL('_headers', dir), headersFile());
      },
    },
  };
}
