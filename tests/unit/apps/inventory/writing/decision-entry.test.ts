import { expect, test } from 'vitest';
import { emptyInventory, type Inventory, readRow } from '#apps/inventory/machine/inventory.ts';
import { decisionEntryOf, takeDecisionEntry } from '#apps/inventory/writing/decision-entry.ts';
import { book } from '#tests/support/rule-book.ts';
import { read, vocabulary } from '../reading.ts';

const day = new Date(Date.UTC(2026, 2, 1));

async function inventory(text: string): Promise<Inventory> {
  const { rows, extraHeaders } = await read(text);
  return { ...emptyInventory, rows, extraHeaders };
}

function entryOf(list: Inventory, index = 0) {
  const row = list.rows[index];
  if (!row) throw new Error('no row');
  return decisionEntryOf(row, index, readRow(row).profile, list, { vocabulary, book }, day);
}

const owned = 'Ref,Interface,Frequency,Business owner,Status,Remark\nI-1,Orders,daily,Ann,open,ask Bob\n';

test('a row becomes an entry of the log, with the rules that decided it', async () => {
  expect(entryOf(await inventory(owned))).toEqual({
    name: 'Orders',
    number: 'I-1',
    owner: 'Ann',
    status: 'open',
    date: '2026-03-01',
    note: 'ask Bob',
    profile: { latency: 'nightly' },
    ruleFingerprint: book.version.split('.').at(-1),
  });
});

test('what was written in the log comes back into the row of its number', async () => {
  const list = await inventory(`${owned}I-2,Stock,daily,,,\n`);
  const taken = takeDecisionEntry({ ...entryOf(list, 1), owner: 'Eve', status: 'agreed' }, list, vocabulary);
  expect(taken.result === 'taken' && taken.inventory.rows[1]?.extras).toEqual(['Eve', 'agreed', '']);
  expect(taken.result === 'taken' && taken.inventory.rows[0]?.extras).toEqual(['Ann', 'open', 'ask Bob']);
});

test('columns that the list lacks are added for what the entry says', async () => {
  const list = await inventory('Interface,Frequency\nOrders,daily\nStock,daily\n');
  const taken = takeDecisionEntry({ ...entryOf(list), owner: 'Eve', note: 'soon' }, list, vocabulary);
  expect(taken.result === 'taken' && taken.inventory.extraHeaders).toEqual(['Owner', 'Note']);
  expect(taken.result === 'taken' && taken.inventory.rows.map(({ extras }) => extras)).toEqual([
    ['Eve', 'soon'],
    ['', ''],
  ]);
});

test('an entry whose interface is not there, or not only there, changes nothing', async () => {
  const list = await inventory('Interface,Frequency\nOrders,daily\nOrders,hourly\n');
  expect(takeDecisionEntry({ ...entryOf(list), name: 'Other' }, list, vocabulary)).toEqual({ result: 'unknown' });
  expect(takeDecisionEntry(entryOf(list), list, vocabulary)).toEqual({ result: 'unknown' });
});
