import { expect, test } from 'vitest';
import { compareLists, type DecidedList } from '#apps/inventory/deciding/compare.ts';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { book } from '#tests/support/rule-book.ts';
import { read } from '../reading.ts';

const header = 'Ref,Interface,Other system,What it does,How often,Type of system,Peak volume\n';

async function listOf(body: string): Promise<DecidedList> {
  const { rows } = await read(header + body);
  return { inventory: { rows }, shared: {}, outcomeOf: (row) => decide(readRow(row).profile, book) };
}

const compared = async (before: string, after: string) => compareLists(await listOf(before), await listOf(after));

test('interfaces are matched by number, whatever they are called now', async () => {
  const { changed, added, gone, same } = await compared(
    'I-1,Orders,Web shop,create,real time,external,80\nI-2,Stock,Bank,export,nightly,external,\n',
    'i 1,Web orders,Web shop,create,real time,external,80\nI-2,Stock,Bank,export,nightly,external,\n',
  );
  expect([same, added, gone]).toEqual([1, [], []]);
  expect(changed).toMatchObject([{ title: 'Web orders', renamedFrom: 'Orders, Web shop', answers: [] }]);
});

test('without numbers by name and system, without regard to case and signs', async () => {
  const { same, changed } = await compared(
    ',Orders,Web shop,create,real time,external,80\n',
    ',ORDERS,web-shop,create,real time,external,80\n',
  );
  expect([same, changed]).toEqual([1, []]);
});

test('an interface that came and one that went are said with their patterns', async () => {
  const { added, gone } = await compared(
    'I-1,Orders,Web shop,create,real time,external,80\n',
    'I-2,Stock,Bank,export,nightly,external,90000\n',
  );
  expect(added).toMatchObject([{ number: 'I-2', verdict: { pattern: 'dmf' } }]);
  expect(gone).toMatchObject([{ number: 'I-1', verdict: { pattern: 'odata' } }]);
});

test('a changed answer that moves the verdict comes first, with what it was', async () => {
  const { changed } = await compared(
    'I-1,A,Bank,create,real time,external,80\nI-2,B,Bank,create,real time,external,80\n',
    'I-1,A,Bank,create,real time,external,90\nI-2,B,Bank,export,nightly,external,90000\n',
  );
  expect(changed.map(({ number, movedFrom }) => [number, movedFrom?.pattern])).toEqual([
    ['I-2', 'odata'],
    ['I-1', undefined],
  ]);
  expect(changed[1]?.answers).toEqual([{ field: 'peak_batch_records', before: 80, after: 90 }]);
});

test('of several that could be meant none is guessed', async () => {
  const twice = ',Orders,Web shop,create,real time,external,80\n,Orders,Web shop,export,nightly,external,\n';
  const { unclear, added, gone } = await compared(twice, ',Orders,Web shop,create,real time,external,80\n');
  expect(unclear).toHaveLength(3);
  expect([added, gone]).toEqual([[], []]);
});

test('nothing is lost: every row of either list is the same, changed, added, gone or unclear', async () => {
  const one = 'I-1,A,X,create,real time,external,80\n,B,X,,,,\n,B,X,,,,\nI-4,D,Y,,,,\n';
  const two = 'I-1,A,X,create,nightly,external,80\n,B,X,,,,\nI-5,E,Y,,,,\n,D,Y,,,,\n';
  const { same, changed, added, gone, unclear } = await compared(one, two);
  expect(2 * (same + changed.length) + added.length + gone.length + unclear.length).toBe(8);
});
