import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** All that a build is made from, beside the installed packages. */
const sources: readonly string[] = [
  'content',
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Links the installed packages, without what builds have kept beside them: a copy's first build is one. */
function linkPackages(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.'))) {
    symlinkSync(resolve('node_modules', name), join(folder, name), 'junction');
  }
}

/** A copy of the project in a temporary folder, in which it may be edited and built; whoever asks removes it. */
export function projectCopy(): string {
  const root = mkdtempSync(join(tmpdir(), 'fno-project-'));
  for (const name of sources) cpSync(name, join(root, name), { recursive: true });
  linkPackages(join(root, 'node_modules'));
  return root;
}

/** What builds make, and keep for the next one. */
const madeByBuilds = ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache'];

/** Takes away what a build has made and kept, so that the next one is a first one. */
export function forgetBuild(root: string): void {
  for (const made of madeByBuilds) rmSync(join(root, made), { recursive: true, force: true });
}

/** Moves what builds have made and kept from one folder to another on the same disk. */
export function moveBuild(from: string, to: string): void {
  for (const made of madeByBuilds.filter((one) => existsSync(join(from, one)))) {
    mkdirSync(dirname(join(to, made)), { recursive: true });
    renameSync(join(from, made), join(to, made));
  }
}
