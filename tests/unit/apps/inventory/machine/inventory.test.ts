import { expect, test } from 'vitest';
import {
  type InventoryRow,
  isSameSystem,
  profileOf,
  readRow,
  rowTitle,
  systemsOf,
} from '#apps/inventory/machine/inventory.ts';
import { MAX_TEXT } from '#apps/inventory/reading/read-value.ts';

const row = (cells: InventoryRow['cells']): InventoryRow => ({ key: 1, cells, extras: [] });
const faultsOf = (cells: InventoryRow['cells']) => readRow(row(cells)).faults;

test.each<[string, InventoryRow['cells']]>([
  ['a name as long as it may be', { name: 'x'.repeat(MAX_TEXT) }],
  ['hours that are understood', { window: '08:00-18:00' }],
  ['a blank window', { window: '' }],
  ['a field of the profile', { latency: 'nightly' }],
  ['no guarantee at all', { guarantees: 'None' }],
])('%s is no fault', (_what, cells) => {
  expect(faultsOf(cells)).toEqual([]);
});

test('a name that is too long is a fault, and shown by its beginning', () => {
  const [fault, ...others] = faultsOf({ name: 'x'.repeat(MAX_TEXT + 1) });
  expect(others).toEqual([]);
  expect(fault).toEqual({ column: 'name', found: `${'x'.repeat(80)}…`, allowed: `at most ${MAX_TEXT} characters` });
});

test('hours that say nothing are a fault of their own column only', () => {
  expect(faultsOf({ window: 'whenever' })).toEqual([
    { column: 'window', found: 'whenever', allowed: expect.stringContaining('06:30') },
  ]);
  expect(faultsOf({ name: 'whenever', system: 'whenever' })).toEqual([]);
});

test('an error of the spreadsheet in one of our own columns is a fault', () => {
  const [fault] = faultsOf({ system: '#REF!' });
  expect(fault).toMatchObject({ column: 'system', found: '#REF!' });
  expect(fault?.allowed).not.toBe('');
});

test('a fault of a field is told by its column', () => {
  expect(faultsOf({ latency: 'sometimes' })).toEqual([expect.objectContaining({ column: 'latency' })]);
});

test('"none" among guarantees means that none is asked for, in any case; a blank says nothing', () => {
  expect(readRow(row({ guarantees: 'NONE' })).profile.guarantees).toEqual([]);
  expect(readRow(row({ guarantees: 'ordered' })).profile.guarantees).toEqual(['ordered']);
  expect(readRow(row({})).profile.guarantees).toBeUndefined();
});

test('what is said once for all fills blanks and nothing else', () => {
  const shared = { latency: 'hourly', ownership: 'none' } as const;
  expect(profileOf(row({ latency: 'nightly' }), shared)).toMatchObject({ latency: 'nightly', ownership: 'none' });
});

test.each<[string, InventoryRow['cells'], string]>([
  ['its name', { name: 'Orders', id: 'INT-7' }, 'Orders'],
  ['its own number where it has no name', { id: 'INT-7' }, 'INT-7'],
  ['its number in the table where it has neither', {}, 'Row 5'],
  ['a name of 200 characters in full', { name: 'x'.repeat(200) }, 'x'.repeat(200)],
  ['the beginning of a longer one', { name: 'x'.repeat(201) }, `${'x'.repeat(200)}…`],
])('a row is called by %s', (_what, cells, title) => {
  expect(rowTitle(row(cells), 4)).toBe(title);
});

test('systems are told apart without regard to case and spaces, and spelt as they came first', () => {
  const rows = ['SAP  S/4', ' sap s/4', '', '#N/A', 'Oracle'].map((system) => row({ system }));
  expect(systemsOf([...rows, row({})])).toEqual(['SAP  S/4', 'Oracle']);
  expect(systemsOf(rows)).toBe(systemsOf(rows));
});

test.each([
  ['SAP S/4', ' sap  s/4 ', true],
  ['SAP S/4', 'SAPS/4', false],
  [undefined, undefined, false],
  ['SAP', undefined, false],
])('%s and %s are the same system: %s', (a, b, expected) => {
  expect(isSameSystem(a, b)).toBe(expected);
});
