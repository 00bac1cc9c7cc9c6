import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that a build is made from. */
const ingredients: readonly string[] = ['content', 'src', 'public', 'package-lock.json', 'astro.config.mjs'];
const settings: readonly string[] = ['SITE_URL', 'BASE_PATH', 'OFFLINE'];

function filesOf(root: string, ingredient: string): string[] {
  if (/\.\w+$/.test(ingredient)) return [ingredient];
  return readdirSync(join(root, ingredient), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

/**
 * A name for the build of these sources. The same sources have the same name, so that building again without a change
 * makes no visitor fetch anything.
 */
export function buildId(root: string): string {
  const hash = createHash('sha256');
  for (const setting of settings) hash.update(`${setting}=${process.env[setting] ?? ''}\n`);
  for (const file of ingredients.flatMap((ingredient) => filesOf(root, ingredient))) {
    hash.update(file.replaceAll('\\', '/')).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 8);
}
