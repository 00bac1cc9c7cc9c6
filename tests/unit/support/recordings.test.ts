import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changesBetween, describeChange, readRecordings, writeRecordings } from '#tests/support/recordings.ts';

test('what is new, changed and gone is named, with its lines', () => {
  const before = new Map([
    ['gone.txt', 'one\ntwo\n'],
    ['kept.txt', 'same\n'],
    ['moved.txt', 'one\ntwo\ntwo\n'],
  ]);
  const after = new Map([
    ['fresh.txt', 'one'],
    ['kept.txt', 'same\n'],
    ['moved.txt', 'one\ntwo\nthree\nfour\n'],
  ]);
  expect(changesBetween(before, after).map(describeChange)).toEqual([
    '  new      fresh.txt  +1 -0',
    '  gone     gone.txt  +0 -2',
    '  changed  moved.txt  +2 -1',
  ]);
});

test('two states that are alike differ in nothing', () => {
  const recordings = new Map([['a.txt', 'one\n']]);
  expect(changesBetween(recordings, new Map(recordings))).toEqual([]);
});

test('a folder holds what was written last, and nothing else', () => {
  const parent = mkdtempSync(join(tmpdir(), 'fno-records-'));
  try {
    const folder = join(parent, 'records');
    expect(readRecordings(folder)).toEqual(new Map());
    writeRecordings(new Map([['old.md', 'old']]), folder);
    writeRecordings(new Map([['a.md', 'text\n']]), folder);
    expect(readRecordings(folder)).toEqual(new Map([['a.md', 'text\n']]));
  } finally {
    rmSync(parent, { recursive: true });
  }
});
