import { describe, expect, test } from 'vitest';
import { readHours, shareOfHours } from '#apps/inventory/reading/read-hours.ts';

describe('a time or a range of the day', () => {
  test.each<[string, number, number]>([
    ['06:30', 6.5, 7.5],
    ['6', 6, 7],
    ['6h', 6, 7],
    ['6h15', 6.25, 7.25],
    ['6.45', 6.75, 7.75],
    ['0630', 6.5, 7.5],
    ['6 am', 6, 7],
    ['6pm', 18, 19],
    ['12am', 0, 1],
    ['12pm', 12, 13],
    ['12:30 am', 0.5, 1.5],
    ['23:30', 23.5, 0.5],
    ['24:00', 0, 1],
    ['22:00-04:00', 22, 4],
    ['22:00–04:00', 22, 4],
    ['22 — 4', 22, 4],
    ['22:00 until 04:00', 22, 4],
    ['8 to 17 hrs', 8, 17],
    ['08:00 UTC - 17:00 UTC', 8, 17],
    ['0-24', 0, 24],
  ])('%s begins at %d and ends at %d', (text, from, to) => {
    expect(readHours(text)).toEqual({ from, to });
  });

  test.each([
    '',
    'night',
    '25',
    '24:30',
    '6:60',
    '13pm',
    '0am',
    '6-',
    '6-25',
    '6-13pm',
    '6:5',
    '1-2-3',
    '-6',
    '123456',
  ])('%j is none', (text) => {
    expect(readHours(text)).toBeUndefined();
  });
});

describe('how much of each hour a window covers', () => {
  const covered = (from: number, to: number): [number, number][] =>
    shareOfHours({ from, to }).flatMap((share, hour): [number, number][] => (share > 0 ? [[hour, share]] : []));

  test('within a day', () => {
    expect(covered(6.5, 8.25)).toEqual([
      [6, 0.5],
      [7, 1],
      [8, 0.25],
    ]);
  });

  test('over midnight', () => {
    expect(covered(23.5, 1)).toEqual([
      [0, 1],
      [23, 0.5],
    ]);
  });

  test('is the whole day where it ends when it begins', () => {
    expect(shareOfHours({ from: 6.5, to: 6.5 })).toEqual(Array.from({ length: 24 }, () => 1));
    expect(shareOfHours({ from: 0, to: 24 })).toEqual(Array.from({ length: 24 }, () => 1));
  });
});
