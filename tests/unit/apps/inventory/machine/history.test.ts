import { expect, test } from 'vitest';
import { change, redo, startHistory, undo } from '#apps/inventory/machine/history.ts';
import { inventoryOf } from '#tests/support/kept-inventory.ts';

const [one, two, three] = [inventoryOf(1), inventoryOf(2), inventoryOf(3)];
const edited = change(change(startHistory(one), two, 'adding a row'), three, 'adding another');

test('edits are taken back one after the other, and done again in their order', () => {
  const once = undo(edited);
  const twice = undo(once);
  expect([once, twice].map(({ present }) => present.inventory)).toEqual([two, one]);
  expect(redo(twice)).toEqual(once);
  expect(redo(redo(twice))).toEqual(edited);
  expect(redo(redo(twice)).present).toEqual({ inventory: three, done: 'adding another' });
});

test('where there is nothing to take back or to do again, nothing changes', () => {
  expect(undo(startHistory(one))).toEqual(startHistory(one));
  expect(redo(edited)).toBe(edited);
});

test('an edit after one was taken back leaves nothing to do again', () => {
  const other = change(undo(edited), one, 'removing a row');
  expect(other.future).toEqual([]);
  expect(undo(other).present.inventory).toBe(two);
});

test('a hundred steps can be taken back, and not more', () => {
  let history = startHistory(one);
  for (let step = 0; step < 150; step += 1) history = change(history, inventoryOf(1), `step ${step}`);
  expect(history.past).toHaveLength(100);
});
