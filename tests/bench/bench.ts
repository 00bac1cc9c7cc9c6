/**
 * `npm run bench`: prints what the site costs a visitor, beside a floor measured in the same run, and whether the targets
 * hold; keeps the figures as JSON in `reports/bench.json`. A target that fails fails nothing else: times differ between
 * machines, ratios to the floor hardly.
 *
 * @example npm run bench -- pages interactions   # some of: pages interactions advisor generalisation inventory search growth
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { printTable } from './lab.ts';
import type { Target } from './targets.ts';

/** Measures, prints, and tells the figures and which targets they are held against. */
type Section = () => Promise<{ figures?: unknown; targets?: Target[] }>;

const sections: Readonly<Record<string, Section>> = {
  pages: async () => {
    const figures = await (await import('./pages.ts')).benchPages();
    return { figures, targets: (await import('./targets.ts')).pageTargets(figures) };
  },
  interactions: async () => ({ figures: await (await import('./interactions.ts')).benchInteractions() }),
  advisor: async () => {
    await import('./advisor.ts');
    return {};
  },
  generalisation: async () => ({ figures: (await import('./generalisation.ts')).benchGeneralisation() }),
  describe: async () => ({ figures: (await import('./describe.ts')).benchDescribe() }),
  inventory: async () => {
    await import('./inventory.ts');
    return {};
  },
  search: async () => {
    const figures = await (await import('./search.ts')).benchSearch();
    return { figures, targets: (await import('./targets.ts')).searchTargets(figures) };
  },
  growth: async () => {
    const figures = await (await import('./growth.ts')).benchGrowth();
    return { figures, targets: (await import('./targets.ts')).growthTargets(figures) };
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
/** Sections that measure the core alone and need no built site. */
const withoutSite = ['advisor', 'generalisation', 'describe'];
const needsSite = asked.length === 0 || asked.some((name) => !withoutSite.includes(name));
if (unknown.length > 0 || (needsSite && !existsSync('dist/index.html'))) {
  console.error(
    unknown.length > 0
      ? `There is no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}.`
      : 'There is no built site: run "npm run build" first.',
  );
  process.exit(1);
}

const report: Record<string, unknown> = {};
const targets: Target[] = [];
for (const [name, run] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n# ${name}`);
  const { figures, targets: own = [] } = await run();
  report[name] = figures;
  targets.push(...own);
}
if (targets.length > 0) {
  console.log('\n# targets');
  printTable(targets.map(({ holds, ...target }) => ({ ...target, holds: holds ? 'yes' : 'NO' })));
}
mkdirSync('reports', { recursive: true });
writeFileSync('reports/bench.json', `${JSON.stringify({ ...report, targets }, null, 2)}\n`);
