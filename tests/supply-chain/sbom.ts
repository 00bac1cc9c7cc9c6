import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * `npm run sbom`: writes a bill of materials in CycloneDX, by default to `reports/sbom.json`. It comes from
 * `package-lock.json`, so what somebody installed beside it is not in it.
 *
 * @example npm run sbom -- --omit=dev   # only what the site is built from
 */
const FILE = 'reports/sbom.json';

const npm = process.env.npm_execpath;
if (!npm) throw new Error('Run this as "npm run sbom": npm makes the list.');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [npm, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx', ...process.argv.slice(2)],
  { encoding: 'utf8', maxBuffer: 1e8 },
);
if (status !== 0) throw new Error(`npm sbom failed: ${stderr || stdout}`);
const { components, specVersion } = JSON.parse(stdout) as { components: unknown[]; specVersion: string };
mkdirSync('reports', { recursive: true });
writeFileSync(FILE, stdout);
console.log(`${FILE}: CycloneDX ${specVersion}, ${components.length} packages`);
