import { expect, test } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { type InventoryRow, readRow } from '#apps/inventory/machine/inventory.ts';
import { mentions, type Sorting, sortRows } from '#apps/inventory/machine/sort-rows.ts';
import { certainties } from '#core/advisor/certainty.ts';
import { middlewareVerdicts } from '#core/advisor/rule-book.ts';
import { book } from '#tests/support/rule-book.ts';

const rowsOf = (...cells: InventoryRow['cells'][]): InventoryRow[] =>
  cells.map((one, index) => ({ key: index + 1, cells: one, extras: [] }));

const outcomesOf = (rows: readonly InventoryRow[]) =>
  new Map(rows.map((row) => [row.key, decide(readRow(row).profile, book)]));

const names = (rows: readonly InventoryRow[], sorting: Sorting, outcomes = outcomesOf(rows)): (string | undefined)[] =>
  sortRows(rows, sorting, outcomes).map(({ cells }) => cells.name);

const programme = rowsOf(
  { name: 'Item 10', latency: 'nightly', volume_per_day: '900' },
  { name: 'item 9', latency: 'realtime', volume_per_day: '10000' },
  { name: 'Ärger', latency: 'hourly', volume_per_day: '90' },
  { name: 'Blank' },
);

test.each<[string, Sorting, string[]]>([
  ['words by letter and by number', { by: 'name', direction: 'ascending' }, ['Ärger', 'Blank', 'item 9', 'Item 10']],
  ['words the other way', { by: 'name', direction: 'descending' }, ['Item 10', 'item 9', 'Blank', 'Ärger']],
  [
    'counts by their size, not by their digits',
    { by: 'volume_per_day', direction: 'ascending' },
    ['Ärger', 'Item 10', 'item 9', 'Blank'],
  ],
  [
    'counts the other way, blanks still last',
    { by: 'volume_per_day', direction: 'descending' },
    ['item 9', 'Item 10', 'Ärger', 'Blank'],
  ],
  [
    'choices in the order of their question',
    { by: 'latency', direction: 'ascending' },
    ['item 9', 'Ärger', 'Item 10', 'Blank'],
  ],
  [
    'choices the other way, blanks still last',
    { by: 'latency', direction: 'descending' },
    ['Item 10', 'Ärger', 'item 9', 'Blank'],
  ],
])('%s', (_story, sorting, expected) => {
  expect(names(programme, sorting)).toEqual(expected);
});

test('equals keep their order, whichever way', () => {
  const rows = rowsOf({ name: 'First', sla: 'critical' }, { name: 'Second', sla: 'critical' });
  expect(names(rows, { by: 'sla', direction: 'ascending' })).toEqual(['First', 'Second']);
  expect(names(rows, { by: 'sla', direction: 'descending' })).toEqual(['First', 'Second']);
});

/** Rows as if they had been decided with these results; one without any is not decided yet. */
function decided(
  ...results: [name: string, result: { middleware?: string | undefined; certainty?: string | undefined } | undefined][]
) {
  const rows = rowsOf(...results.map(([name]) => ({ name })));
  const [outcome] = outcomesOf(rowsOf({ operation: 'read', latency: 'realtime' })).values();
  const outcomes = results.flatMap(([, result], index) => (result ? [[index + 1, { ...outcome, ...result }]] : []));
  return { rows, outcomes: new Map(outcomes as never) as ReturnType<typeof outcomesOf> };
}

test('middleware is sorted as the verdicts are listed, from avoid to required', () => {
  const { rows, outcomes } = decided(
    ['Last', { middleware: middlewareVerdicts.at(-1) }],
    ['Waiting', undefined],
    ['First', { middleware: middlewareVerdicts[0] }],
    ['Second', { middleware: middlewareVerdicts[1] }],
  );
  const ascending = names(rows, { by: 'middleware', direction: 'ascending' }, outcomes);
  expect(ascending).toEqual(['First', 'Second', 'Last', 'Waiting']);
  const descending = names(rows, { by: 'middleware', direction: 'descending' }, outcomes);
  expect(descending).toEqual(['Last', 'Second', 'First', 'Waiting']);
});

test('certainty is sorted from the least reliable result', () => {
  const { rows, outcomes } = decided(
    ['Surest', { certainty: certainties[0] }],
    ['Waiting', undefined],
    ['Least sure', { certainty: certainties.at(-1) }],
  );
  const sorted = names(rows, { by: 'certain', direction: 'ascending' }, outcomes);
  expect(sorted).toEqual(['Least sure', 'Surest', 'Waiting']);
});

test('rows whose cells are blank keep their order behind the others', () => {
  const rows = rowsOf({ name: 'A' }, { name: 'B' }, { name: 'C', latency: 'nightly' }, { name: 'D' });
  expect(names(rows, { by: 'latency', direction: 'ascending' })).toEqual(['C', 'A', 'B', 'D']);
  expect(names(rows, { by: 'latency', direction: 'descending' })).toEqual(['C', 'A', 'B', 'D']);
});

test('a choice that its question does not offer stands behind those that it does', () => {
  const rows = rowsOf({ name: 'Odd', latency: 'now and then' }, { name: 'Nightly', latency: 'nightly' });
  expect(names(rows, { by: 'latency', direction: 'ascending' })).toEqual(['Nightly', 'Odd']);
});

test.each([
  ['a part of a cell, whatever the case', 'sap', true],
  ['the same in capitals', 'SAP', true],
  ['a cell of another column', 'kafka', true],
  ['what two cells say together', 'orderssap', false],
  ['what no cell says', 'oracle', false],
])('a row mentions %s: %s, %s', (_what, text, expected) => {
  const row: InventoryRow = { key: 1, cells: { name: 'Orders', system: 'Sap S/4' }, extras: ['Kafka topic 7'] };
  expect([mentions(row, text), mentions(row, text)]).toEqual([expected, expected]);
});

test('what came out is an order, too, and rows that are not decided yet stand last', () => {
  const rows = rowsOf(
    { name: 'Waiting', operation: 'read', latency: 'realtime' },
    { name: 'Archive', operation: 'extract', latency: 'nightly', protocol: 'file', peak_batch_records: '400000' },
    { name: 'Look-up', operation: 'read', latency: 'realtime', counterpart: 'third-party' },
  );
  const outcomes = outcomesOf(rows);
  outcomes.delete(1);
  const ascending = names(rows, { by: 'pattern', direction: 'ascending' }, outcomes);
  const descending = names(rows, { by: 'pattern', direction: 'descending' }, outcomes);
  expect(ascending.at(-1)).toBe('Waiting');
  expect(descending.at(-1)).toBe('Waiting');
  expect(descending.slice(0, 2)).toEqual(ascending.slice(0, 2).toReversed());
});
