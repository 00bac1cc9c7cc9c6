import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSeconds } from './cpu-seconds.ts';

/** The best of the peers, to hold build times against: same machine, same run, same texts. */

const scripts = { build: 'node node_modules/astro/bin/astro.mjs build' };
const packages = { '@astrojs/starlight': '^0.42.0', astro: '^7.3.5', sharp: '^0.35.5' };

const config = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: 'Peer' })] });
`;

const collection = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

interface Text {
  path: string;
  title: string;
  body: string;
}

/** The answers as Markdown, which every build writes beside the pages. */
function answersIn(dist: string): Text[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[\w-]+[\\/][\w-]+\.md$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(dist, file), 'utf8');
      const [, title = file] = /^# (.*)$/m.exec(text) ?? [];
      return { path: file, title, body: text.replace(/^# .*$/m, '') };
    });
}

/** A Starlight site to be filled; undefined where it cannot be installed, as without a network. */
export function installStarlight(): string | undefined {
  const npm = process.env.npm_execpath;
  const root = mkdtempSync(join(tmpdir(), 'fno-starlight-'));
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ private: true, type: 'module', scripts, dependencies: packages }),
  );
  const { status } = npm
    ? spawnSync(process.execPath, [npm, 'install', '--no-audit', '--no-fund'], { cwd: root, stdio: 'ignore' })
    : { status: 1 };
  if (status === 0) return root;
  rmSync(root, { recursive: true, force: true });
  return undefined;
}

/** Processor seconds that Starlight takes for that many pages, variants of the answers in `dist`. */
export function starlightSeconds(root: string, dist: string, count: number): number {
  const docs = join(root, 'src/content/docs');
  for (const made of ['src', 'dist', '.astro', 'node_modules/.astro'])
    rmSync(join(root, made), { recursive: true, force: true });
  const texts = answersIn(dist);
  mkdirSync(docs, { recursive: true });
  writeFileSync(join(root, 'astro.config.mjs'), config);
  writeFileSync(join(root, 'src/content.config.ts'), collection);
  for (let number = 0; number < count; number += 1) {
    const { path, title, body } = texts[number % texts.length] ?? { path: '', title: '', body: '' };
    const round = Math.floor(number / texts.length);
    const file = join(docs, round === 0 ? path : path.replace(/\.md$/, `-case-${round}.md`));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`);
  }
  return buildSeconds(root);
}
