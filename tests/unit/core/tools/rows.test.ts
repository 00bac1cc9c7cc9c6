import { expect, test } from 'vitest';
import { moveRow, removeRow } from '#core/tools/rows.ts';
import { newRow } from '#core/tools/tool.ts';
import { steps } from '#tests/support/tools.ts';

const rows = [{ name: 'a' }, { name: 'b', after: '1' }, { name: 'c', after: '1, 2' }, { name: 'd', after: '3' }];

test('rows that named a row that is taken out do so no longer, and the others follow', () => {
  expect(removeRow(steps, rows, 0)).toEqual([
    { name: 'b', after: '' },
    { name: 'c', after: '1' },
    { name: 'd', after: '2' },
  ]);
});

test('a row that moves keeps those that it comes after and those that come after it', () => {
  expect(moveRow(steps, rows, 2, -1)).toEqual([
    { name: 'a' },
    { name: 'c', after: '1, 3' },
    { name: 'b', after: '1' },
    { name: 'd', after: '2' },
  ]);
  expect(moveRow(steps, rows, 0, -1)).toEqual(rows);
});

test('text that is no number of a row stays for somebody to put right', () => {
  expect(removeRow(steps, [{ name: 'a' }, { name: 'b', after: 'Load, 9' }], 0)).toEqual([
    { name: 'b', after: 'Load, 9' },
  ]);
});

test('a new row has what the columns say', () => {
  expect(newRow(steps)).toEqual({});
});
