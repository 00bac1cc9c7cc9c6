import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefOf, leftOutText } from '#core/tools/brief.ts';
import { workOut } from '#core/tools/evaluate.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { type Row, startEntries } from '#core/tools/tool.ts';
import { toolNamed, worked, workedExample } from '#tests/support/tools.ts';

const ID = 'go-no-go';

const met: Row = {
  name: 'Trial balance',
  rule: 'At most',
  threshold: '0',
  value: '0',
  signed: 'Not known',
  evidence: 'Print',
  area: 'Balances',
  weight: 'Stops a go',
};
const defect: Row = {
  name: 'D-1',
  severity: 'P2',
  process: 'Purchase to pay',
  team: 'Payables',
  minutes: '25',
  tried: 'Yes',
  owner: 'Purchasing lead',
  fixed_by: '12 July',
};

const verdictOf = (criteria: Row[], defects: Row[] = [], inputs: Row = {}) =>
  worked(ID, inputs, { criteria, defects }).results;

describe('one criterion', () => {
  test.each<[string, Row, string, string]>([
    ['at its threshold, with a document', {}, 'Met', 'Go'],
    ['beyond its threshold', { value: '0.01' }, 'Not met', 'No go'],
    ['without a measurement', { value: '' }, 'Not known', 'Cannot say'],
    ['without a threshold', { threshold: '' }, 'Not known', 'Cannot say'],
    ['within its threshold, but with no document behind it', { evidence: '' }, 'Not met', 'No go'],
    ['signed', { rule: 'A signature', signed: 'Yes' }, 'Met', 'Go'],
    ['refused', { rule: 'A signature', signed: 'No' }, 'Not met', 'No go'],
    ['not asked yet', { rule: 'A signature', signed: 'Not known' }, 'Not known', 'Cannot say'],
    ['nine of ten processes', { rule: 'At least', threshold: '10', value: '9' }, 'Not met', 'No go'],
    [
      'a condition with an hour and an owner',
      { value: '5', weight: 'May wait', until: 'Sunday 15:00', owner: 'Treasurer' },
      'Not met',
      'Go with conditions',
    ],
    ['a condition without an hour', { value: '5', weight: 'May wait', owner: 'Treasurer' }, 'Not met', 'No go'],
    ['a condition without an owner', { value: '5', weight: 'May wait', until: 'Sunday 15:00' }, 'Not met', 'No go'],
  ])('%s', (_story, change, state, verdict) => {
    const { results, tables } = worked(ID, {}, { criteria: [{ ...met, ...change }] });
    expect([tables.criteria?.[0]?.worked.state, results.verdict]).toEqual([state, verdict]);
  });

  test('is needed: of nothing nothing can be said', () => {
    expect(verdictOf([]).verdict).toBe('Cannot say');
  });
});

describe('open defects', () => {
  test('payables lose 25 + 20 + 30 = 75 minutes a day, which together are a P1, as the answer says', () => {
    const three = [
      defect,
      { ...defect, name: 'D-2', minutes: '20' },
      { ...defect, name: 'D-3', process: 'Payments', minutes: '30' },
    ];
    expect(verdictOf([met], three)).toMatchObject({ verdict: 'No go', against: 3, p2: 3, over: 0 });
    expect(verdictOf([met], three, { minutes_most: '75' })).toMatchObject({ verdict: 'Go', against: 0 });
  });

  test.each<[string, Row]>([
    ['a P1', { severity: 'P1' }],
    ['a workaround that nobody has tried', { tried: 'No' }],
    ['no owner', { owner: '' }],
    ['no date', { fixed_by: '' }],
  ])('%s stands against a go', (_story, change) => {
    expect(verdictOf([met], [defect])).toMatchObject({ verdict: 'Go' });
    expect(verdictOf([met], [{ ...defect, ...change }])).toMatchObject({ verdict: 'No go', against: 1 });
  });

  test('eleven in eleven processes are one too many, and three in one process as well', () => {
    const inProcesses = (count: number): Row[] =>
      Array.from({ length: count }, (_, index) => ({ ...defect, process: `Process ${index}`, team: `Team ${index}` }));
    expect(verdictOf([met], inProcesses(10)).verdict).toBe('Go');
    expect(verdictOf([met], inProcesses(11))).toMatchObject({ verdict: 'No go', over: 1 });
    const inOne = Array.from({ length: 3 }, (_, index) => ({ ...defect, team: `Team ${index}` }));
    expect(verdictOf([met], inOne)).toMatchObject({ verdict: 'No go', over: 1 });
  });
});

test('the start knows nothing of its fifteen criteria', () => {
  const tool = toolNamed(ID);
  const { results } = workOut(tool, readEntries(tool, startEntries(tool)));
  // None of the fifteen is measured or signed; six proofs of readiness have no document.
  expect(results).toMatchObject({ verdict: 'Cannot say', unknown: 15, against: 0, undocumented: 6 });
});

test('the example goes with one condition: the workarounds are 45, 15 and 30 minutes, and one risk is 3 × 5', () => {
  const { results, tables } = workedExample(ID);
  expect(results).toMatchObject({
    verdict: 'Go with conditions',
    met: 14,
    conditions: 1,
    p2: 5,
    over: 0,
    high_risks: 1,
  });
  expect(tables.defects?.map((row) => row.worked.team_minutes)).toEqual([45, 45, 15, 30, 30]);
  expect(tables.risks?.map((row) => [row.worked.score, row.worked.rating])).toEqual([
    [15, 'High'],
    [10, 'Medium'],
    [6, 'Low'],
  ]);
});

test('the page for those who decide names what stands against a go, and what is not counted', () => {
  const tool = toolNamed(ID);
  const read = readEntries(tool, {
    inputs: startEntries(tool).inputs,
    tables: {
      criteria: [{ ...met, value: '3', owner: 'Controller' }],
      defects: [{ ...defect, minutes: 'many' }],
      risks: [],
    },
  });
  const [against] = briefOf(tool, workOut(tool, read));
  expect(against).toMatchObject({
    title: 'Against a go',
    rows: [{ name: 'Trial balance', details: ['Measured: 3', 'Threshold: 0', 'Owner: Controller'] }],
  });
  expect(leftOutText(read)).toBe('Not everything is counted: one entry cannot be read, and one row lacks something.');
});

test('a criterion that is not met never makes a no-go a go, and taking a document away never helps', () => {
  const criterion = fc.record({
    name: fc.constant('One'),
    area: fc.constant('Other'),
    rule: fc.constantFrom('A signature', 'At most', 'At least'),
    threshold: fc.constantFrom('', '1'),
    value: fc.constantFrom('', '0', '2'),
    signed: fc.constantFrom('Not known', 'Yes', 'No'),
    evidence: fc.constantFrom('', 'Print'),
    owner: fc.constantFrom('', 'Purchasing lead'),
    weight: fc.constantFrom('Stops a go', 'May wait'),
    until: fc.constantFrom('', 'Sunday'),
  });
  const rank = ['No go', 'Cannot say', 'Go with conditions', 'Go'];
  const rankOf = (criteria: Row[]): number => rank.indexOf(String(verdictOf(criteria).verdict));
  fc.assert(
    fc.property(fc.array(criterion, { minLength: 1, maxLength: 4 }), criterion, (criteria, more) => {
      expect(rankOf([...criteria, more])).toBeLessThanOrEqual(rankOf(criteria));
      expect(rankOf(criteria.map((row) => ({ ...row, evidence: '' })))).toBeLessThanOrEqual(rankOf(criteria));
    }),
  );
});

test('a rehearsal may take at first what the answer says: 70% of the planned hours', () => {
  const start = toolNamed(ID).tables.flatMap((table) => table.start);
  expect(start.find(({ name }) => name?.startsWith('Hours of the last rehearsal'))).toMatchObject({
    rule: 'At most',
    threshold: '70',
  });
  expect(readFileSync('content/answers/go-live-cutover/go-no-go.mdx', 'utf8')).toMatch(/last rehearsal.*At most 70%/);
});
