import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The build step of `npm test`: builds the site as `npm run build` does, for a user whose folders are all empty, and
 * fails when anything stands in them afterwards.
 */

/** Where programs take a user's folders from, on all systems; temporary files count, since these are left behind. */
const folders: readonly string[] = [
  'HOME',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'TMPDIR',
  'TEMP',
  'TMP',
];

/** What would keep Astro from writing without our doing; in CI it keeps nothing either. */
const hints: ReadonlySet<string> = new Set([
  'ASTRO_TELEMETRY_DISABLED',
  'TELEMETRY_DISABLED',
  'NODE_COMPILE_CACHE',
  'CI',
]);

const home = mkdtempSync(join(tmpdir(), 'fno-home-'));
try {
  const inherited = Object.entries(process.env).filter(([name]) => !hints.has(name));
  const env = { ...Object.fromEntries(inherited), ...Object.fromEntries(folders.map((name) => [name, home])) };
  const { status } = spawnSync(process.execPath, ['src/cli/astro.ts', 'build'], { stdio: 'inherit', env });
  const written = readdirSync(home, { recursive: true, encoding: 'utf8' });
  for (const path of written.slice(0, 20)) console.error(`The build wrote ${path} into the user's folders.`);
  process.exitCode = written.length > 0 ? 1 : (status ?? 1);
} finally {
  rmSync(home, { recursive: true, force: true });
}
