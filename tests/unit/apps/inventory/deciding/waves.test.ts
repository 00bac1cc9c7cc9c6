import { describe, expect, test } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { planWaves } from '#apps/inventory/deciding/waves.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { book } from '#tests/support/rule-book.ts';
import { read, vocabulary } from '../reading.ts';

async function planned(body: string) {
  const { rows } = await read(
    `Interface,Other system,What it does,How often,Type of system,Peak volume,Criticality,Purpose,Direction,Message size,Triggered by,Mapping complexity,Answer needed,Guarantees\n${body}`,
  );
  const all = rows.map((row) => {
    const { profile } = readRow(row);
    return { row, profile, outcome: decide(profile, book) };
  });
  return planWaves(all, vocabulary);
}

describe('the order of work', () => {
  test.each([
    ['nothing known', 'Orders,Web shop,,,,,,,,,,,,', 0],
    ['master data', 'Customers to Sales,CRM,update,hourly,external,80,,,,,,,,', 1],
    ['what suppliers send, which is no master data', 'Supplier invoices,CRM,update,hourly,external,80,,,,,,,,', 2],
    ['what customers pay, which is none either', 'Customer payments,CRM,update,hourly,external,80,,,,,,,,', 2],
    ['prices', 'Product prices,CRM,update,hourly,external,80,,,,,,,,', 1],
    ['a load before the go-live', 'Open orders,Old ERP,bulk import,nightly,external,90000,,migration,,,,,,', 4],
    ['a critical one', 'Payments,Bank,create,real time,external,80,high,,,,,,,', 3],
  ])('%s', async (_story, body, wave) => {
    expect((await planned(`${body}\n`))[0]?.wave).toBe(wave);
  });

  test('gives a reason for each interface', async () => {
    for (const { because } of await planned(
      'Orders,Web shop,,,,,,,,,,,,\nStock,Bank,export,nightly,external,9000,,,,,,,,\n',
    )) {
      expect(because.length).toBeGreaterThan(0);
    }
  });

  test('puts transactions behind the master data of their system, and says which', async () => {
    const waves = { ...vocabulary.waves };
    const everydayFirst = {
      ...waves,
      rules: waves.rules.map((rule) => (rule.wave === 2 ? { ...rule, wave: 1 } : rule)),
    };
    const { rows } = await read(
      'Interface,Other system,What it does,How often,Type of system,Peak volume\nOrders,CRM,create,real time,external,80\nCustomers,crm,update,hourly,external,80\nOrders,Bank,create,real time,external,80\n',
    );
    const all = rows.map((row) => ({
      row,
      profile: readRow(row).profile,
      outcome: decide(readRow(row).profile, book),
    }));
    const plan = planWaves(all, { waves: everydayFirst });
    expect(plan.map(({ wave }) => wave)).toEqual([2, 1, 1]);
    expect(plan[0]?.because.at(-1)).toBe('It waits for “Customers”, which carries master data of the same system.');
  });
});
