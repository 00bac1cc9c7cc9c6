import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownMutations } from '#tests/mutation/known-mutations.ts';
import { mutationRooms } from '#tests/mutation/rooms.ts';

test('every known mistake can still be made: its line stands once in its file', () => {
  const unfit = knownMutations.filter(({ file, find }) => readFileSync(file, 'utf8').split(find).length !== 2);
  expect(unfit.map(({ what, file }) => `${what}: ${file}`)).toEqual([]);
});

test('every glob of a room means files to Stryker too, which splits it at commas', () => {
  const globs = Object.values(mutationRooms).flatMap(({ mutate }) => mutate.flatMap((glob) => glob.split(',')));
  expect(globs.filter((glob) => globSync(glob.replace(/^!/, '')).length === 0)).toEqual([]);
});
