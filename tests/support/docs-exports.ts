/**
 * `npm run docs:exports`: prints per room the share of exports with a docstring, and names those without one where a room
 * falls short of what it is held to. The status is 1 then.
 */
import { documentedExports } from './documented-exports.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

for (const { room, exports, share, least, undocumented } of documentedExports()) {
  console.log(`${room}: ${percent(share)} of ${exports} exports (at least ${percent(least)})`);
  if (share >= least && !process.argv.includes('--all')) continue;
  for (const name of undocumented) console.log(`  without a docstring: ${name}`);
  if (share < least) process.exitCode = 1;
}
