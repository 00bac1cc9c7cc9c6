import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownMutations } from '#tests/mutation/known-mutations.ts';

test('every known mistake can still be made: its line stands once in its file', () => {
  const unfit = knownMutations.filter(({ file, find }) => readFileSync(file, 'utf8').split(find).length !== 2);
  expect(unfit.map(({ what, file }) => `${what}: ${file}`)).toEqual([]);
});
