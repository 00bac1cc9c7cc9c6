import { describe, expect, test } from 'vitest';
import { accountsOf } from '#content/pictures/accounts.ts';
import { childrenOf, nodesIn, parseMdx, rangeOf, type SyntaxNode } from '#content/reading/mdx.ts';
import { book, library } from '#tests/support/rule-book.ts';

type Row = readonly string[];

/** What the author wrote in a cell, marks included: bold marks a total, italics a subtotal. */
function written(cell: SyntaxNode, body: string): string {
  const content = childrenOf(cell).map(rangeOf);
  return body.slice(content[0]?.start ?? 0, content.at(-1)?.end ?? 0);
}

/** The tables of a body, each with its rows, the headings first. */
const tablesWithHeads = (body: string): Row[][] =>
  [...nodesIn(parseMdx(body))]
    .filter(({ type }) => type === 'table')
    .map((table) => childrenOf(table).map((row) => childrenOf(row).map((cell) => written(cell, body))));

/** The tables of a body, each with its rows below the headings. */
const tables = (body: string): Row[][] => tablesWithHeads(body).map((rows) => rows.slice(1));

/** `13.5 h`, `**2,400 GB**`, `−64,000` and `9` as numbers; empty where a cell holds none. */
const amount = (cell: string): number | undefined => {
  const [digits] = cell.replaceAll(/[*,]/g, '').match(/^−?\d+(?:\.\d+)?/) ?? [];
  return digits === undefined ? undefined : Number(digits.replace('−', '-'));
};

const isTotal = ([name = '']: Row): boolean => /^\*\*(?:Total|Sum|Left)\*\*$/.test(name);
const isSubtotal = ([name = '']: Row): boolean => /^\*[^*]/.test(name);

const summed = library.answers.flatMap(({ id, body }) =>
  tables(body).flatMap((rows) => (rows.some(isTotal) ? [{ id, rows }] : [])),
);

describe('a table with a total', () => {
  test('exists, or this suite looks for the wrong thing', () => {
    expect(summed.length).toBeGreaterThanOrEqual(3);
  });

  test.each(summed)('adds up in $id', ({ rows }) => {
    const parts = rows.filter((row) => !isTotal(row) && !isSubtotal(row));
    const total = rows.find(isTotal) ?? [];
    const subtotalAt = rows.findIndex(isSubtotal);
    total.forEach((cell, column) => {
      const said = amount(cell);
      if (column === 0 || said === undefined) return;
      const sum = (some: readonly Row[]) => some.reduce((so, row) => so + (amount(row[column] ?? '') ?? 0), 0);
      expect(sum(parts) + 0, `column ${column}`).toBe(said);
      if (subtotalAt >= 0) expect(sum(rows.slice(0, subtotalAt))).toBe(amount(rows[subtotalAt]?.[column] ?? ''));
    });
  });
});

describe('the balances of a finance cutover', () => {
  /** The table of an answer whose heading row matches, by the first cell of each row. */
  const table = (id: string, heading: RegExp): Map<string, (number | undefined)[]> => {
    const { body } = library.answers.find((answer) => answer.id === id) ?? { body: '' };
    const [, ...rows] = tablesWithHeads(body).find(([head = []]) => heading.test(head.join(' | '))) ?? [];
    return new Map(rows.map(([name = '', ...cells]) => [name, cells.map(amount)]));
  };
  const loads = table('data-migration/preliminary-and-true-up', /Load A/);
  const trueUp = table('data-migration/preliminary-and-true-up', /True-up/);

  test('leave nothing on a clearing account', () => {
    expect(loads.size).toBe(4);
    for (const [account, [before = 0, movement = 0, subledger = 0, left]] of loads) {
      expect(before + movement + subledger, account).toBe(left);
    }
  });

  test('differ by the true-up, line by line', () => {
    expect(trueUp.size).toBe(7);
    for (const [account, [loaded = 0, closed = 0, difference]] of trueUp) {
      expect(closed - loaded, account).toBe(difference);
    }
  });

  test('are the same where assets and stock are explained', () => {
    const assets = table('data-migration/assets-stock-and-wip', /Asset accounts/).get('**Left**');
    const stock = table('data-migration/assets-stock-and-wip', /Not invoiced/).get('**Left**');
    expect(loads.get('9940 Fixed assets, net')?.[2]).toBe(-(assets?.[0] ?? 0));
    expect(loads.get('9930 Stock')?.[2]).toBe(-(stock?.[0] ?? 0));
  });

  test('take up the receivables of the opening balances', () => {
    const openItems = table('data-migration/opening-balances', /Debit \| Credit/).get('Open invoices: 9910');
    expect(loads.get('9910 Receivables')?.[2]).toBe(-(openItems?.[2] ?? 0));
  });
});

describe('the hours of a cutover weekend', () => {
  /** A column of the table whose heading row matches, by the first cell of each row. */
  const column = (id: string, heading: RegExp, index: number): Map<string, number | undefined> => {
    const { body } = library.answers.find((answer) => answer.id === id) ?? { body: '' };
    const [, ...rows] = tablesWithHeads(body).find(([head = []]) => heading.test(head.join(' | '))) ?? [];
    return new Map(rows.map((row) => [row[0] ?? '', amount(row[index] ?? '')]));
  };

  test('are the same in the three answers that share the example', () => {
    const steps = column('go-live-cutover/how-long-technical-steps-take', /Rehearsed \| Planned/, 2);
    const weekend = column('data-migration/cutover-weekend', /60-hour window/, 1);
    const wayBack = column('go-live-cutover/rollback', /So it starts by/, 1);
    expect(weekend.get('Load')).toBe(steps.get('Loads'));
    expect(weekend.get('Reconcile and sign')).toBe(steps.get('Reconciliation and sign-off'));
    for (const step of ['Database move and reconfiguration', 'Interfaces, jobs, users', 'Sleep']) {
      expect(weekend.get(step), step).toBe(steps.get(step));
    }
    const back = [...wayBack.values()].reduce<number>((sum, hours) => sum + (hours ?? 0), 0);
    expect(weekend.get('Way back to the old system, kept free')).toBe(back);
    expect(weekend.get('**Total**')).toBe(60);
  });

  test('are those of the cutover plan, each step of which begins when the one before has ended', () => {
    const { body } = library.answers.find(({ id }) => id === 'go-live-cutover/cutover-plan') ?? { body: '' };
    const [, ...rows] = tablesWithHeads(body).find(([head]) => head?.[0] === 'Starts') ?? [];
    const days = ['Fri', 'Sat', 'Sun'];
    const steps = rows.map(([starts = '', hours = '', task = '']) => {
      const [, day = '', hour, minute] = /(\w{3}) (\d\d):(\d\d)/.exec(starts) ?? [];
      return { starts: days.indexOf(day) * 24 + Number(hour) + Number(minute) / 60, hours: amount(hours) ?? 0, task };
    });
    const hoursOf = (task: RegExp): number =>
      steps.filter((step) => task.test(step.task)).reduce((sum, { hours }) => sum + hours, 0);
    const weekend = column('data-migration/cutover-weekend', /60-hour window/, 1);
    expect(hoursOf(/^Extract and load/)).toBe(weekend.get('Load'));
    expect(hoursOf(/^Reconcile/)).toBe(weekend.get('Reconcile and sign'));
    expect(hoursOf(/^Kept free/)).toBe(weekend.get('Reload of the worst object'));
    expect(hoursOf(/^Sleep/)).toBe(weekend.get('Sleep'));
    expect(hoursOf(/^Move the database/)).toBe(weekend.get('Database move and reconfiguration'));
    expect(hoursOf(/interfaces? drained|inbound interface/)).toBe(weekend.get('Interfaces, jobs, users'));
    expect(hoursOf(/^If no/)).toBe(weekend.get('Way back to the old system, kept free'));
    expect(hoursOf(/./)).toBe(weekend.get('**Total**'));
    steps.slice(1).forEach(({ starts, task }, index) => {
      const before = steps[index];
      expect(starts, task).toBe((before?.starts ?? 0) + (before?.hours ?? 0));
    });
  });
});

test('the answer on service levels proposes the numbers of the operations plans', () => {
  const { body } = library.answers.find(({ id }) => id === 'integration/error-budgets-and-slas') ?? { body: '' };
  const row = (name: string) =>
    tables(body)[0]
      ?.find(([first]) => first === name)
      ?.slice(1) ?? [];
  const levels = book.operations.levels;
  const told = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
  expect(told(row('Time to detect'))).toEqual(levels.map(({ detect }) => detect));
  expect(told(row('Time to recover'))).toEqual(levels.map(({ recover }) => recover));
  expect(told(row('Alert when this share fails'))).toEqual(levels.map(({ rate }) => rate));
});

describe('the money of the strategy answers', () => {
  const table = (id: string, heading: RegExp): Row[] => {
    const { body } = library.answers.find((answer) => answer.id === `implementation-strategy/${id}`) ?? { body: '' };
    return (
      tablesWithHeads(body)
        .find(([head = []]) => heading.test(head.join(' | ')))
        ?.slice(1) ?? []
    );
  };
  const price = (id: string): number =>
    amount(String(library.figures.get(id)?.value).replace('USD ', '')) ?? Number.NaN;
  const cell = (rows: readonly Row[], name: RegExp, column: number): number | undefined =>
    amount(rows.find(([first = '']) => name.test(first))?.[column] ?? '');

  const licences = table('licensing', /USD a month/);

  test.each([
    [/^Base/, 'list-price-full'],
    [/^Attach/, 'list-price-attach'],
    [/^Activity/, 'list-price-activity'],
    [/^Device/, 'list-price-device'],
    [/^Team Members/, 'list-price-team-members'],
  ])('the example of licences takes %s at its list price', (name, id) => {
    expect(cell(licences, name, 2)).toBe((cell(licences, name, 1) ?? Number.NaN) * price(id));
  });

  const fiveYears = table('cost-and-contingency', /Five years/);

  test('five years take up the licences and the run team of their own answers', () => {
    const subscription = Math.round(((cell(licences, /Total/, 2) ?? Number.NaN) * 12) / 1000) * 1000;
    expect(cell(fiveYears, /^Subscription/, 2)).toBe(subscription);
    const team = cell(table('run-team', /Full-time people/), /Total/, 1) ?? Number.NaN;
    expect(cell(fiveYears, /^Run team/, 2)).toBe(team * 90_000);
  });

  test('each line of the five years is its building and four years of running', () => {
    for (const [name = '', build = '', yearly = '', all = ''] of fiveYears) {
      expect((amount(build) ?? 0) + 4 * (amount(yearly) ?? 0), name).toBe(amount(all));
    }
  });

  test('a known risk weighs its amount times its probability', () => {
    const risks = table('cost-and-contingency', /Probability/).filter((row) => !isTotal(row));
    for (const [name = '', whole = '', probability = '', expected = ''] of risks) {
      expect(((amount(whole) ?? Number.NaN) * (amount(probability) ?? Number.NaN)) / 100, name).toBe(amount(expected));
    }
  });
});

describe('the pictures in answers', () => {
  const bodyOf = (id: string): string => library.answers.find((answer) => answer.id === id)?.body ?? '';
  const table = (id: string, heading: RegExp): Row[] =>
    tablesWithHeads(bodyOf(id))
      .find(([head = []]) => heading.test(head.join(' | ')))
      ?.slice(1) ?? [];
  const limitOf = (id: string): number => Number(/<Bars [^>]*limit="(\d+)"/.exec(bodyOf(id))?.[1]);
  const sum = (amounts: readonly (number | undefined)[]): number =>
    amounts.reduce<number>((so, one) => so + (one ?? 0), 0);
  const isBold = ([name = '']: Row): boolean => name.startsWith('**');

  test('the stages of the timeline come to its total, and its line stands at the longest', () => {
    const rows = table('implementation-strategy/timeline', /Stage \| Months/);
    const range = ([, months = '']: Row): [number, number] => {
      const [least = Number.NaN, most = least] = [...months.matchAll(/\d+/g)].map(([digits]) => Number(digits));
      return [least, most];
    };
    const before = rows.filter((row) => !isBold(row) && row[0] !== 'Hypercare').map(range);
    const [total, withReserve] = rows.filter(isBold).map(range);
    const stages = [sum(before.map(([least]) => least)), sum(before.map(([, most]) => most))];
    expect(stages).toEqual(total);
    expect(stages.map((months) => months + 1)).toEqual(withReserve);
    expect(limitOf('implementation-strategy/timeline')).toBe(stages[1]);
  });

  test('the line of the cutover weekend is the length of its window', () => {
    const rows = table('data-migration/cutover-weekend', /60-hour window/);
    expect(limitOf('data-migration/cutover-weekend')).toBe(amount(rows.find(isTotal)?.[1] ?? ''));
  });

  test('every sandbox is rented within the year, and together half as long as all of them all year', () => {
    const rows = table('implementation-strategy/environments', /After month/).filter((row) => !isTotal(row));
    expect(rows).toHaveLength(6);
    for (const [name, start = '', months = ''] of rows) {
      expect((amount(start) ?? Number.NaN) + (amount(months) ?? Number.NaN), name).toBeLessThanOrEqual(12);
    }
    const sandboxes = new Set(rows.map(([name = '']) => name.split(',')[0]));
    expect(sandboxes.size * 12).toBe(2 * sum(rows.map(([, , months = '']) => amount(months))));
  });

  test.each([
    [
      'data-migration/opening-balances',
      'Account',
      'Posting',
      ['Trade receivables', '9910 Clearing', 'All other accounts'],
    ],
    ['finance-module/intercompany', 'Company', 'Account', ['A', 'B']],
  ])('debit is credit on the accounts of %s', (id, by, line, names) => {
    const [head = [], ...rows] = tablesWithHeads(bodyOf(id)).find(([first]) => first?.includes('Debit')) ?? [];
    const accounts = accountsOf({ head, rows: rows.map((cells) => ({ cells, standsOut: false })) }, by, line);
    expect(accounts.map(({ name }) => name)).toEqual(names);
    expect(sum(accounts.map(({ balance }) => balance))).toBe(0);
    const settled = accounts.filter(({ name }) => /^(9910|A$|B$)/.test(name));
    expect(settled.map(({ balance }) => balance)).toEqual(settled.map(() => 0));
  });

  test('the scheduler picks from all queues together a hundred times in a hundred', () => {
    const levels = ['low', 'normal', 'high', 'critical', 'reserved'];
    expect(sum(levels.map((level) => amount(String(library.figures.get(`batch-weight-${level}`)?.value))))).toBe(100);
  });

  test('the payments to a partner come to the whole, and nearly half is left when acceptance begins', () => {
    const shares = table('implementation-strategy/choosing-a-partner', /Paid when/).map(([, share = '']) =>
      amount(share),
    );
    expect(sum(shares)).toBe(100);
    expect(sum(shares.slice(3))).toBe(45);
  });
});
