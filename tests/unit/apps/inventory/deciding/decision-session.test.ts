import { expect, test } from 'vitest';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { decisionSession, type Outcomes } from '#apps/inventory/deciding/decision-session.ts';
import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { InventoryRow, Shared } from '#apps/inventory/machine/inventory.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { book } from '#tests/support/rule-book.ts';

const rows: InventoryRow[] = [
  { key: 1, cells: { name: 'Prices', system: 'Shop', operation: 'read', latency: 'realtime' }, extras: [] },
  {
    key: 2,
    cells: { name: 'Orders', system: 'Shop', operation: 'create', guarantees: 'survives-outage', deployment: 'cloud' },
    extras: [],
  },
];

/** A session that was given the rows, and what one update of it reports. */
function session() {
  const { putRows, update } = decisionSession(loadVocabulary(), book);
  putRows(rows);
  return {
    putRows,
    async report(shared: Shared) {
      const outcomes = new Map<number, Outcome>();
      let programme: Programme | undefined;
      await update(
        { keys: [1, 2], shared },
        {
          onOutcomes: (some: Outcomes) => {
            for (const [key, outcome] of some) outcomes.set(key, outcome);
          },
          onProgramme: (one) => {
            programme = one;
          },
          onBlanks: () => undefined,
        },
      );
      return { outcomes, programme };
    },
  };
}

const said = (answers: Shared['answers']): Shared => ({ countSystems: false, answers });

test('what is said once for all decides every row anew, where it leaves it blank', async () => {
  const { report } = session();
  const before = await report(said({}));
  const after = await report(said({ deployment: 'on-premises' }));
  expect([...after.outcomes.keys()]).toEqual([1, 2]);
  expect(before.outcomes.get(1)?.primary).toBe('odata');
  expect(after.outcomes.get(1)?.excluded).toContain('odata');
  expect(after.outcomes.get(2)).toEqual(before.outcomes.get(2));
  expect(after.programme?.mix).not.toEqual(before.programme?.mix);
});

test('an update that changes nothing decides no row again, a changed row is decided alone', async () => {
  const { putRows, report } = session();
  await report(said({}));
  expect((await report(said({}))).outcomes.size).toBe(0);
  putRows([{ key: 1, cells: { name: 'Prices', operation: 'bulk-load', latency: 'nightly' }, extras: [] }]);
  const { outcomes } = await report(said({}));
  expect([...outcomes.keys()]).toEqual([1]);
  expect(outcomes.get(1)?.primary).toBe('dmf');
});

test('the programme asks who runs the hub when it is said once for all that nobody does', async () => {
  const { report } = session();
  const { programme } = await report(said({ ownership: 'none' }));
  expect(programme?.decisions.find(({ filter }) => filter?.by === 'hub-without-owner')).toMatchObject({
    count: 1,
    examples: ['Orders'],
  });
});
