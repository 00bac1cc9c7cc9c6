import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { baseFrom, type Deployment, type Redirect } from './deployment.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { withBuild, withPolicy } from './page-policy.ts';
import { staticWebAppConfig } from './static-web-app.ts';

/** Pagefind is WebAssembly, and only the search page loads it. */
const pagesWithWebAssembly = new Set(['search/index.html']);

function writeHeads(dist: string, build: string): void {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const file of pages) {
    const path = join(dist, file);
    const html = withBuild(readFileSync(path, 'utf8'), build);
    writeFileSync(path, withPolicy(html, pagesWithWebAssembly.has(file.replaceAll('\\', '/'))));
  }
}

function writeHostFiles(dist: string, deployment: Deployment): void {
  const write = (file: string, text: string): void => writeFileSync(join(dist, file), text);
  write('staticwebapp.config.json', `${JSON.stringify(staticWebAppConfig(deployment), null, 2)}\n`);
  write('_headers', headersFile(deployment));
  if (deployment.redirects.length > 0) write('_redirects', redirectsFile(deployment));
}

/**
 * Gives each built page its content security policy and the name of its build, and writes the hosts' configuration beside
 * the pages.
 *
 * Astro's own policy lists the hashes of every script and style of the site on every page, 0.7 kB of an answer's 3 kB,
 * and lets pages without any script run all of them.
 *
 * @param movedPages asked once the pages are built
 * @param build names the build; asked before they are built
 */
export function hosting(movedPages: () => readonly Redirect[], build: () => string): AstroIntegration {
  let base = '';
  let id = '';
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = baseFrom(config.base);
      },
      'astro:build:start': () => {
        id = build();
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        writeHeads(dist, id);
        writeHostFiles(dist, { base, redirects: movedPages() });
      },
    },
  };
}
