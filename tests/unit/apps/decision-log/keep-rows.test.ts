import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { keepDecision } from '#apps/decision-log/keep.ts';
import { keepRows, type OfferedRow } from '#apps/decision-log/keep-rows.ts';
import { type LogStore, openStore } from '#apps/decision-log/store.ts';
import { keptRowsText } from '#apps/inventory/view/ToLog.tsx';
import { book } from '#tests/support/rule-book.ts';

const now = new Date(2026, 10, 28);

const row = (name: string, more: Partial<OfferedRow> = {}): OfferedRow => ({
  name,
  number: '',
  owner: '',
  status: '',
  note: '',
  profile: { operation: 'bulk-load', latency: 'nightly' },
  ...more,
});

let stores = 0;
const freshStore = (): LogStore => openStore(`kept-rows-${++stores}`);

async function decisionsIn(store: LogStore) {
  const kept = await store.read();
  if (kept === 'denied' || 'reason' in kept) throw new Error('no log');
  return kept.decisions;
}

describe('rows put into the log', () => {
  test('are decisions of today with their owner, and with what the log has no word for in the note', async () => {
    const store = freshStore();
    const rows = [
      row('Orders', { number: 'I-1', owner: 'Ann', status: 'open', note: 'ask Bob' }),
      row('Stock', { status: 'Accepted' }),
    ];
    expect(await keepRows(rows, book, store, now)).toEqual({
      added: [
        { name: 'Orders', number: 'D-001' },
        { name: 'Stock', number: 'D-002' },
      ],
      there: [],
      beside: [],
    });
    const [orders, stock] = await decisionsIn(store);
    expect(orders).toMatchObject({
      name: 'Orders',
      owner: 'Ann',
      status: 'draft',
      date: '2026-11-28',
      note: 'ask Bob\nNumber in the inventory: I-1\nStatus in the inventory: open',
      answers: { profile: { operation: 'bulk-load', latency: 'nightly' }, unsure: [] },
      verdict: { primary: 'dmf', rulesVersion: book.version },
    });
    expect(stock).toMatchObject({ status: 'accepted', note: '' });
  });

  test('that are there with the same answers are left alone, whatever else has become of them', async () => {
    const store = freshStore();
    await keepRows([row('Orders')], book, store, now);
    const [orders] = await decisionsIn(store);
    await store.apply({ type: 'change', id: orders?.id ?? '', change: { status: 'accepted', owner: 'Eve' } });
    expect(await keepRows([row(' orders', { owner: 'Ann' })], book, store, now)).toEqual({
      added: [],
      there: [{ name: 'orders', number: 'D-001' }],
      beside: [],
    });
    expect(await decisionsIn(store)).toMatchObject([{ status: 'accepted', owner: 'Eve' }]);
  });

  test('whose answers differ stand beside the earlier decision, which stays', async () => {
    const store = freshStore();
    await keepDecision(
      { name: 'Orders', answers: { profile: { operation: 'read' }, unsure: [] }, sentence: '' },
      book,
      store,
      now,
    );
    expect(await keepRows([row('Orders')], book, store, now)).toEqual({
      added: [],
      there: [],
      beside: [{ name: 'Orders', number: 'D-002', earlier: 'D-001' }],
    });
    expect((await decisionsIn(store)).map(({ answers }) => answers.profile.operation)).toEqual(['read', 'bulk-load']);
  });

  test('are all put there, however many', async () => {
    const store = freshStore();
    const kept = await keepRows(
      Array.from({ length: 23 }, (_, index) => row(`Row ${index}`)),
      book,
      store,
      now,
    );
    expect('added' in kept && kept.added.map(({ number }) => number).at(-1)).toBe('D-023');
  });

  test('are refused with why, where the browser keeps nothing', async () => {
    const none: LogStore = { ...freshStore(), read: async () => 'denied' };
    expect(await keepRows([row('Orders')], book, none, now)).toEqual({
      refused: 'The browser keeps nothing for this page, or its log cannot be read.',
    });
  });
});

test('what became of them is said by name where they are few, and counted where they are many', () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `Row ${index + 1}`, number: `D-00${index + 1}` }));
  expect(keptRowsText({ added: named(2), there: [], beside: [] })).toEqual([
    'Put into the decision log: Row 1 (D-001), Row 2 (D-002).',
  ]);
  expect(
    keptRowsText({ added: named(4), there: named(1), beside: [{ name: 'A', number: 'D-009', earlier: 'D-002' }] }),
  ).toEqual([
    'Put into the decision log: 4 interfaces (D-001 to D-004).',
    'Put there beside an earlier decision on other answers: A (D-009 beside D-002).',
    'There already with the same answers, and left as it was: Row 1 (D-001).',
  ]);
  expect(keptRowsText({ refused: 'No room.' })).toEqual(['Nothing was put into the decision log. No room.']);
});
