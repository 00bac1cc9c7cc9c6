import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** That the launcher does as it says is seen by `tests/support/build.ts`, which builds in an empty home. */
test('no script starts Astro but by the launcher that keeps it from reporting', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const direct = Object.entries(scripts).filter(([, script]) => /(?<![/.\w])astro(?!\.ts)\b/.test(script));
  expect(direct).toEqual([]);
  for (const name of ['dev', 'build', 'start', 'check'])
    expect(scripts[name]).toMatch(/node (?:--\S+ )?src\/cli\/astro\.ts /);
});

test('no workflow starts Astro by itself either', () => {
  const folder = '.github/workflows';
  const direct = readdirSync(folder).filter((file) =>
    /\bastro (build|dev|check|sync)/.test(readFileSync(join(folder, file), 'utf8')),
  );
  expect(direct).toEqual([]);
});
