import { describe, expect, test } from 'vitest';
import type { Row } from '#core/tools/tool.ts';
import { startEntries } from '#core/tools/tool.ts';
import { toolNamed, worked, workedExample } from '#tests/support/tools.ts';

const ID = 'segregation-of-duties';

const pair: Row = {
  name: 'Invoices',
  other: 'Payments',
  how: 'Open',
  control: 'List',
  owner: 'Purchasing lead',
  evidence: 'March',
  until: '30 June',
};

describe('a pair is closed only with its proof', () => {
  test.each<[string, Row, string]>([
    ['open', {}, 'Open'],
    ['separated, with evidence', { how: 'Separated', control: '', owner: '', until: '' }, 'Closed'],
    ['separated, without evidence', { how: 'Separated', evidence: '' }, 'Open'],
    ['mitigated, with control, owner and evidence', { how: 'Mitigated', until: '' }, 'Closed'],
    ['mitigated, without a control', { how: 'Mitigated', control: '' }, 'Open'],
    ['mitigated, without an owner', { how: 'Mitigated', owner: '' }, 'Open'],
    ['mitigated, without evidence', { how: 'Mitigated', evidence: '' }, 'Open'],
    ['accepted until a day, by somebody', { how: 'Accepted', control: '', evidence: '' }, 'Closed'],
    ['accepted without an end', { how: 'Accepted', until: '' }, 'Open'],
    ['accepted by nobody', { how: 'Accepted', owner: '' }, 'Open'],
  ])('%s', (_story, change, state) => {
    expect(worked(ID, {}, { pairs: [{ ...pair, ...change }] }).tables.pairs?.[0]?.worked.state).toBe(state);
  });
});

test('eight people and 30 rules give at most 240 lines, as the answer says', () => {
  const pairs = Array.from({ length: 30 }, () => pair);
  // 240 lines, a quarter of them, 5 minutes each, four times a year: 240 × 0.25 × 5 × 4 ÷ 60 = 20 hours.
  expect(worked(ID, { people: '8' }, { pairs }).results).toMatchObject({ lines: 240, hours: 20, open: 30 });
});

test('the example has one pair open of five', () => {
  expect(workedExample(ID).results).toMatchObject({ standing: 'Pairs are open', open: 1, pairs_all: 5, lines: 40 });
});

test('the start names the duties as the answer does', () => {
  const names = startEntries(toolNamed(ID)).tables.pairs?.flatMap((row) => [row.system_name, row.other_name]);
  expect(new Set(names?.filter(Boolean))).toEqual(
    new Set([
      'PaymVendorPaymentsMaintain',
      'VendInvoiceVendorInvoicesMaintain',
      'PurchOrderMaintain',
      'PurchPackingSlipMaintain',
      'CustCustomersMaintain',
      'PaymCustomerPaymentsMaintain',
      'LedgerJournalsAndTransactionsMaintain',
    ]),
  );
});
