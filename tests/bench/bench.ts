/**
 * `npm run bench`: prints what the site costs a visitor, beside a floor measured in the same run, and keeps the figures
 * as JSON in `reports/bench.json`. Nothing is asserted: times differ between machines, ratios to the floor hardly.
 *
 * @example npm run bench -- pages interactions   # some of: pages interactions advisor inventory search growth
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const sections: Readonly<Record<string, () => Promise<unknown>>> = {
  pages: async () => (await import('./pages.ts')).benchPages(),
  interactions: async () => (await import('./interactions.ts')).benchInteractions(),
  advisor: () => import('./advisor.ts'),
  inventory: () => import('./inventory.ts'),
  search: async () => (await import('./search.ts')).benchSearch(),
  growth: async () => (await import('./growth.ts')).benchGrowth(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0 || !existsSync('dist/index.html')) {
  console.error(
    unknown.length > 0
      ? `There is no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}.`
      : 'There is no built site: run "npm run build" first.',
  );
  process.exit(1);
}

const figures: Record<string, unknown> = {};
for (const [name, run] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n# ${name}`);
  figures[name] = await run();
}
mkdirSync('reports', { recursive: true });
writeFileSync('reports/bench.json', `${JSON.stringify(figures, null, 2)}\n`);
