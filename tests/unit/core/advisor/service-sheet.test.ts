import { expect, test } from 'vitest';
import { serviceSheets } from '#core/advisor/service-sheet.ts';
import { book as ruleBook } from '#tests/support/rule-book.ts';

const orders = { name: 'Web orders', owner: 'Sales', unsure: [] };

const cells = (rows: string[][], row: number): Record<string, string> =>
  Object.fromEntries((rows[0] ?? []).map((head, index) => [head, rows[row]?.[index] ?? '']));

test('an interface gets the numbers of its class, as the answer prints them, and room for what is agreed', () => {
  const [levels] = serviceSheets(
    [{ ...orders, profile: { operation: 'create', latency: 'near-realtime', direction: 'inbound', sla: 'critical' } }],
    ruleBook,
  );
  expect(cells(levels?.rows ?? [], 1)).toMatchObject({
    Interface: 'Web orders',
    Owner: 'Sales',
    Pattern: 'OData',
    Class: 'Critical',
    'Time to detect': '5 minutes',
    'Time to recover': '1 hour',
    'Alert when this share fails': '1% of messages within 5 minutes',
    'Agreed: time to recover': '',
  });
  expect(cells(levels?.rows ?? [], 1)['Alerts to build']).toContain('1% of messages within 5 minutes failing');
});

test('where nobody said how bad a failure is, the class is called assumed', () => {
  const [levels] = serviceSheets([{ ...orders, profile: {} }], ruleBook);
  expect(cells(levels?.rows ?? [], 1)).toMatchObject({
    Pattern: 'No pattern',
    Class: 'Important (assumed: nobody has said how bad a failure is)',
    'Time to recover': '4 business hours',
    'Alerts to build': '',
  });
});

test('breaches have a row for each number that is promised, and twelve months', () => {
  const [, breaches, classes] = serviceSheets([{ ...orders, profile: {} }], ruleBook);
  expect(breaches?.rows).toHaveLength(4);
  expect(breaches?.rows[0]).toHaveLength(14);
  expect(classes?.rows.slice(1, 4).map(([title]) => title)).toEqual(['Critical', 'Important', 'Routine']);
});
