import { expect, test } from 'vitest';
import { dueFigures, isDue, staleSources } from '#content/checking/due.ts';
import { readLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const { library } = inTemporaryProject(smallLibrary, readLibrary);

test('a figure is due the day after its review date', () => {
  expect(isDue({ reviewBy: '2027-11-23' }, '2027-11-23')).toBe(false);
  expect(dueFigures(library, '2027-11-23')).toEqual([]);
  expect(dueFigures(library, '2027-11-24').map(({ id }) => id)).toEqual(['page-size']);
});

test('a source is stale once its check is more than twelve months old', () => {
  expect(staleSources(library, '2027-11-23')).toEqual([]);
  expect(staleSources(library, '2027-11-24').map(({ id }) => id)).toEqual(['ms-odata']);
});
