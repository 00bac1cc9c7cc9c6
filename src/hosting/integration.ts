import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { headersFile, staticWebAppConfig } from './headers.ts';

/** Writes the hosts' configuration beside the built pages. */
export function hosting(): AstroIntegration {
  return {
    name: 'hosting',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeFileSync(new URL('staticwebapp.config.json', dir), `${JSON.stringify(staticWebAppConfig(), null, 2)}\n`);
        writeFileSync(new URL('_headers', dir), headersFile());
      },
    },
  };
}
