import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ShellEntry } from '#apps/offline/replacements.ts';
import { baseFrom } from '#build/hosting/deployment.ts';
import { bundleWorker } from './bundle.ts';
import { addressOf, type BuiltFile, isNamedByContent, shellOf } from './shell.ts';

function builtFiles(dist: string): BuiltFile[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(dist.length).replaceAll('\\', '/'), bytes: statSync(file).size }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

const sha256 = (file: string, form: 'hex' | 'base64'): string =>
  createHash('sha256').update(readFileSync(file)).digest(form);

function entryOf(dist: string, base: string, { path }: BuiltFile): ShellEntry {
  const file = join(dist, path);
  return {
    url: base + addressOf(path),
    revision: isNamedByContent(path) ? null : sha256(file, 'hex').slice(0, 16),
    ...(path.endsWith('.js') && { integrity: `sha256-${sha256(file, 'base64')}` }),
  };
}

/** The site works offline unless it is built with `OFFLINE=off`, which also clears away what visitors have kept. */
const isOn = (): boolean => process.env.OFFLINE !== 'off';

/**
 * Makes the service worker of a build, `sw.js`. Stands last among the integrations: it lists files that the others write.
 *
 * @param build names the build; asked before the pages are built
 */
export function offline(build: () => string): AstroIntegration {
  let base = '';
  let id = '';
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        base = baseFrom(config.base);
        const define = { 'import.meta.env.OFFLINE': JSON.stringify(command === 'build' && isOn()) };
        updateConfig({ vite: { define } });
      },
      'astro:build:start': () => {
        id = build();
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const shell = shellOf(builtFiles(dist));
        const SHELL = shell.map((file) => entryOf(dist, base, file));
        const worker = await bundleWorker(isOn() ? 'worker' : 'retired-worker', { SHELL, BUILD: id, BASE: base });
        // Pages look here for the build that is deployed; see `site-state.ts`.
        writeFileSync(join(dist, 'sw.js'), `${worker}\n// ${id}\n`);
        const size = Math.round(shell.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
        logger.info(isOn() ? `${shell.length} files, ${size} kB, are kept for offline use` : 'the worker is retired');
      },
    },
  };
}
