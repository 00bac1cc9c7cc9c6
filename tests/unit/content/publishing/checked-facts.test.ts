import { expect, test } from 'vitest';
import { checkedFacts, factsOfHub } from '#content/publishing/checked-facts.ts';
import type { Library } from '#content/reading/entries.ts';
import { library } from '#tests/support/rule-book.ts';

const entries = (...days: readonly [id: string, checked: string][]) =>
  new Map(days.map(([id, checked]) => [id, { id, checked }]));
const ledger = (figures: ReturnType<typeof entries>, behaviours = entries()) =>
  ({ figures, behaviours }) as unknown as Pick<Library, 'figures' | 'behaviours'>;

test.each([
  [
    'several days',
    ledger(entries(['a', '2026-11-28'], ['b', '2026-11-23']), entries(['c', '2026-11-25'])),
    '2 figures and 1 statement on behaviour, checked between 23 November 2026 and 28 November 2026',
  ],
  ['one day', ledger(entries(['a', '2026-11-28'])), '1 figure, checked on 28 November 2026'],
  [
    'behaviours alone',
    ledger(entries(), entries(['c', '2026-11-25'], ['d', '2026-11-25'])),
    '2 statements on behaviour, checked on 25 November 2026',
  ],
  ['nothing', ledger(entries()), undefined],
])('what was checked on %s is counted with its days', (_when, of, text) => {
  expect(checkedFacts(of)).toBe(text);
});

test('only the facts that are asked for are counted', () => {
  const two = ledger(entries(['a', '2026-11-28'], ['b', '2026-11-23']));
  expect(checkedFacts(two, new Set(['b', 'other']))).toBe('1 figure, checked on 23 November 2026');
});

test('a hub counts what its answers name, and every hub names some', () => {
  for (const { id } of library.hubs) expect(factsOfHub(id, library).size, id).toBeGreaterThan(0);
});
