import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeProject, readProject, writeProject } from '#apps/inventory/keeping/project-file.ts';
import { emptyInventory, type Inventory } from '#apps/inventory/machine/inventory.ts';
import { read } from '../reading.ts';

async function inventory(): Promise<Inventory> {
  const { rows, extraHeaders, layout, leftOut } = await read(
    'Ref,Interface,Frequency,Owner,Status\nI-1,Orders,daily,Ann,open\nI-2,Old,daily,Bob,cancelled\n',
  );
  const shared = { countSystems: false, answers: { ownership: 'none' as const } };
  return { ...emptyInventory, title: 'Plan', rows, extraHeaders, layout, leftOut, shared };
}

const changed = async (change: (file: Record<string, unknown>) => void): Promise<string> => {
  const file = JSON.parse(writeProject(await inventory(), '1.1.ab'));
  change(file);
  return JSON.stringify(file);
};

test('a project file gives the same inventory again', async () => {
  const given = await inventory();
  const text = writeProject(given, '1.1.ab');
  expect(looksLikeProject(text)).toBe(true);
  expect(readProject(text)).toEqual({ inventory: given });
});

describe('a file with a fault is refused, with where, what and what is allowed', () => {
  test.each<[string, (file: Record<string, unknown>) => void, RegExp]>([
    [
      'another format',
      (file) => Object.assign(file, { format: 'x' }),
      /^This is no project file of the inventory: format is the string "x"; allowed: "fno-interface-inventory"\.$/,
    ],
    [
      'a later version',
      (file) => Object.assign(file, { version: 7 }),
      /later version of this page \(version 7; this one reads up to 1\)/,
    ],
    ['no version', (file) => delete file.version, /^version is missing; allowed: 1 to 1\.$/],
    ['no rows', (file) => Object.assign(file, { rows: {} }), /^rows is an object; allowed: a list of rows\.$/],
    [
      'a cell that is no text',
      (file) => Object.assign(file, { rows: [{ key: 1, cells: { id: 7 }, extras: [] }] }),
      /^rows\[0\]\.cells is an object; allowed: an object of texts\.$/,
    ],
    [
      'a key twice',
      (file) => Object.assign(file, { rows: [1, 1].map((key) => ({ key, cells: {}, extras: [] })) }),
      /^rows has the same key more than once/,
    ],
    [
      'a column that nobody knows',
      (file) => Object.assign(file, { rows: [{ key: 1, cells: { colour: 'red' }, extras: [] }] }),
      /^1 cells stand in columns/,
    ],
  ])('%s', async (_what, change, sentence) => {
    const read = readProject(await changed(change));
    expect('faults' in read && read.faults[0]).toMatch(sentence);
  });

  test('of many faults the first are named', async () => {
    const read = readProject(
      await changed((file) => Object.assign(file, { rows: Array.from({ length: 20 }, () => 1) })),
    );
    expect('faults' in read && read.faults).toHaveLength(9);
    expect('faults' in read && read.faults.at(-1)).toMatch(/^There are \d+ more like these\.$/);
  });

  test('text that is no JSON', () => {
    expect(readProject('{')).toMatchObject({ faults: [expect.stringMatching(/^The file is no JSON: /)] });
  });

  test('any value at all is opened or refused, and never thrown over', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readProject(text)).toHaveProperty('faults');
      }),
    );
  });
});
