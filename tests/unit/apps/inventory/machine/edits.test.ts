import { expect, test } from 'vitest';
import { addRow, append, removeRow, setCell } from '#apps/inventory/machine/edits.ts';
import { emptyInventory, type Inventory, type InventoryRow } from '#apps/inventory/machine/inventory.ts';

const row = (key: number, name: string, ...extras: string[]): InventoryRow => ({ key, cells: { name }, extras });

const inventoryOf = (extraHeaders: readonly string[], ...rows: InventoryRow[]): Inventory => ({
  ...emptyInventory,
  extraHeaders,
  rows,
});

/** Each row as what stands below each header. */
const cellsByHeader = ({ extraHeaders, rows }: Inventory) =>
  rows.map(({ cells, extras }) => [cells.name, ...extraHeaders.map((header, index) => `${header}: ${extras[index]}`)]);

test('columns of a second spreadsheet come below their own headers, whatever their order', () => {
  const before = inventoryOf(['Owner', 'Wave'], row(1, 'Orders', 'Ada', '1'), row(2, 'Prices', '', '2'));
  const after = append(before, {
    rows: [row(3, 'Stock', 'late', '3', 'Grace')],
    numbers: [3],
    extraHeaders: ['Remark', 'Wave', 'Owner'],
    faults: [],
    guessed: [],
    layout: [],
    leftOut: [],
  });
  expect(cellsByHeader(after)).toEqual([
    ['Orders', 'Owner: Ada', 'Wave: 1', 'Remark: '],
    ['Prices', 'Owner: ', 'Wave: 2', 'Remark: '],
    ['Stock', 'Owner: Grace', 'Wave: 3', 'Remark: late'],
  ]);
});

test('two columns of one header stay two', () => {
  const before = inventoryOf(['Note', 'Note'], row(1, 'Orders', 'a', 'b'));
  const after = append(before, {
    rows: [row(2, 'Stock', 'c', 'd', 'e')],
    numbers: [2],
    extraHeaders: ['Note', 'Note', 'Note'],
    faults: [],
    guessed: [],
    layout: [],
    leftOut: [],
  });
  expect(cellsByHeader(after)).toEqual([
    ['Orders', 'Note: a', 'Note: b', 'Note: '],
    ['Stock', 'Note: c', 'Note: d', 'Note: e'],
  ]);
});

test('a new row has a blank for every column, and a key that no row has', () => {
  const { rows } = addRow(inventoryOf(['Owner', 'Wave'], row(7, 'Orders', 'Ada', '1')));
  expect(rows[1]).toEqual({ key: 8, cells: {}, extras: ['', ''] });
});

test('a cell is set and cleared in its own row', () => {
  const before = inventoryOf([], row(1, 'Orders'), row(2, 'Prices'));
  const set = setCell(before, 2, 'latency', 'nightly');
  expect(set.rows.map(({ cells }) => cells)).toEqual([{ name: 'Orders' }, { name: 'Prices', latency: 'nightly' }]);
  expect(setCell(set, 2, 'latency', '')).toEqual(before);
  expect(removeRow(before, 1).rows.map(({ key }) => key)).toEqual([2]);
});
