import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '#content/reading/library.ts';
import { newRow, type Row, startEntries } from '#core/tools/tool.ts';
import { toolNamed, worked, workedExample } from '#tests/support/tools.ts';

const tool = toolNamed('licences-and-capacity');
const rowOf = (id: string, cells: Row): Row => {
  const table = tool.tables.find((each) => each.id === id);
  return { ...(table && newRow(table)), ...cells };
};

/** Nothing kept free, one project, and what is given. */
const counted = (groups: readonly Row[], inputs: Row = {}, tables: Record<string, readonly Row[]> = {}) =>
  worked(
    'licences-and-capacity',
    { reserve: '0', ...inputs },
    { ...tables, groups: groups.map((group, index) => rowOf('groups', { name: `Group ${index + 1}`, ...group })) },
  );

const bought = (found: ReturnType<typeof counted>) =>
  Object.fromEntries((found.tables.licences ?? []).map(({ values, worked: cells }) => [values.name, cells.bought]));

test('the example comes to the table of the answer about licensing, twelve times', () => {
  const found = workedExample('licences-and-capacity');
  const year = found.tables.licences?.map(({ values, worked: cells }) => [values.name, cells.year]);
  expect(year).toEqual([
    ['Base', 12 * 12_600],
    ['Finance Premium', 0],
    ['Supply Chain Premium', 0],
    ['Attach', 12 * 750],
    ['Operations – Activity', 12 * 3_000],
    ['Operations – Device', 12 * 1_700],
    ['Team Members', 12 * 1_600],
  ]);
  // 1,040 GB of copies against the 900 GB of the report, as the answer about storage has them, at 40 for each GB.
  expect(found.results).toMatchObject({
    licences_cost: 235_800,
    missing_database: 140,
    storage_cost: 67_200,
    total: 303_000,
    minimum_extra: 0,
  });
});

test('a right too many for the approvers costs what the answer says', () => {
  const approvers = { people: '200', allows: 'Reading and approving' };
  const full = { people: '20', allows: 'Full work' };
  const [right, wrong] = [counted([full, approvers]), counted([full, { ...approvers, stray: '200' }])];
  expect((right.results.licences_cost as number) / 12).toBe(20 * 210 + 1_600);
  expect((wrong.results.licences_cost as number) / 12).toBe(20 * 210 + 42_000);
  expect(wrong.results).toMatchObject({ lifted: 200, lifted_cost: 12 * (42_000 - 1_600), base: 220, team: 0 });
});

test('a right too many lifts no more people than there are, and nobody who has a full licence', () => {
  const found = counted([
    { people: '5', allows: 'Orders or warehouse or vendors', stray: '9' },
    { people: '30', allows: 'Full work', stray: '9' },
    { people: '4', allows: 'A shared device', stray: '4' },
    { people: '3', allows: 'Administering only or external', stray: '3' },
  ]);
  expect(found.results).toMatchObject({ lifted: 5, base: 35, activity: 0, device: 4, people: 42 });
});

describe('the minimum', () => {
  const people = (count: number) => [{ people: String(count), allows: 'Full work' }];

  test.each([
    ['a company of five buys twenty', people(5), {}, 20, 15],
    ['three projects need sixty', people(5), { projects: '3' }, 60, 55],
    ['more people than that need nothing for it', people(21), {}, 21, 0],
    ['without a project none applies', people(5), { projects: '0' }, 5, 0],
    ['with nobody there is nothing to buy', [], {}, 0, 0],
  ])('%s', (_what, groups, inputs, base, extra) => {
    expect(counted(groups, inputs).results).toMatchObject({ base, minimum_extra: extra });
  });

  test('counts Premium as full, and has one of its own for demand planning only', () => {
    const found = counted([
      { people: '4', allows: 'Full work' },
      { people: '2', allows: 'Full work and demand plans' },
      { people: '3', allows: 'Full work and financial plans' },
    ]);
    // Ten where two need Supply Chain Premium, three of Finance Premium, and seven Base to the twenty.
    expect(bought(found)).toMatchObject({ 'Supply Chain Premium': 10, 'Finance Premium': 3, Base: 7 });
    expect(found.results).toMatchObject({ premium: 13, minimum_extra: 3 });
  });
});

test('the reserve is whole licences of each kind that somebody needs', () => {
  const found = counted(
    [
      { people: '61', allows: 'Full work', further: '2' },
      { people: '10', allows: 'Reading and approving' },
    ],
    { reserve: '3' },
  );
  // 61 and 3% are 62.83, 122 attach and 3% 125.66, 10 and 3% 10.3.
  expect(bought(found)).toMatchObject({ Base: 63, Attach: 126, 'Team Members': 11, 'Operations – Activity': 0 });
});

describe('storage', () => {
  const groups = [
    { people: '60', allows: 'Full work', further: '1' },
    { people: '60', allows: 'Orders or warehouse or vendors' },
    { people: '20', allows: 'A shared device' },
    { people: '200', allows: 'Reading and approving' },
  ];
  const holding = (kind: string, each: number, copies = 1) =>
    rowOf('holdings', { name: kind, kind, each: String(each), copies: String(copies) });
  const storage = (found: ReturnType<typeof counted>) =>
    found.tables.storage?.map(({ worked: cells }) => [cells.entitled, cells.held, cells.lacking, cells.year]);

  test('comes once for the tenant and with each licence but attach and Team Members', () => {
    const held = [holding('Database', 400, 2), holding('Files', 100), holding('Dataverse log', 5)];
    // 90 + 60 × 5 + 60 × 1 + 20 × 2 = 490; 80 + 60 × 5 + 60 × 2 + 20 × 3 = 560; 2. At 40, 2 and 10 a GB.
    expect(storage(counted(groups, {}, { holdings: held }))).toEqual([
      [490, 800, 310, 310 * 40 * 12],
      [560, 100, 0, 0],
      [2, 5, 3, 3 * 10 * 12],
    ]);
  });

  test('is that of Premium for the tenant as soon as one is bought', () => {
    const found = counted([...groups, { people: '1', allows: 'Full work and financial plans' }]);
    expect(storage(found)?.map(([entitled]) => entitled)).toEqual([125 + 400 + 10, 110 + 480 + 10, 3]);
  });

  test('is what the report says where it says something', () => {
    const found = counted(groups, {}, { holdings: [holding('Database', 1000.2)], storage: [{ report: '900' }] });
    expect(storage(found)?.[0]).toEqual([900, 1000.2, 101, 101 * 40 * 12]);
  });
});

test('prices and gigabytes that nobody has changed are those of the ledger', () => {
  const { figures } = loadLibrary();
  const ledgerValue = (id: string): number => Number(String(figures.get(id)?.value).replace('USD ', ''));
  const { tables } = startEntries(tool);
  const cells = (table: string, column: string): number[] =>
    (tables[table] ?? []).map((row) => Number(row[column] ?? '0'));
  expect(cells('licences', 'price')).toEqual(
    ['full', 'premium', 'premium', 'attach', 'activity', 'device', 'team-members'].map((id) =>
      ledgerValue(`list-price-${id}`),
    ),
  );
  for (const [column, kind] of [
    ['database', 'database'],
    ['files', 'file'],
  ] as const) {
    const of = (licence: string): number => ledgerValue(`capacity-${kind}-${licence}`);
    const attachAndTeam = 0;
    expect(cells('licences', column)).toEqual([
      of('base'),
      of('premium'),
      of('premium'),
      attachAndTeam,
      of('activity'),
      of('device'),
      attachAndTeam,
    ]);
  }
  const kinds = ['database', 'file', 'log'];
  expect(cells('storage', 'tenant')).toEqual(kinds.map((kind) => ledgerValue(`capacity-${kind}-tenant`)));
  expect(cells('storage', 'tenant_premium')).toEqual(
    kinds.map((kind) => ledgerValue(`capacity-${kind}-tenant-premium`)),
  );
  expect(cells('storage', 'price')).toEqual(
    ['', '-file', '-log'].map((kind) => ledgerValue(`list-price-storage${kind}`)),
  );
});

describe('whoever the people are', () => {
  const column = tool.tables[0]?.columns.find(({ id }) => id === 'allows');
  const options = column?.kind === 'choice' ? column.options : [];
  const groups = fc.array(
    fc.record({
      people: fc.integer({ min: 0, max: 300 }),
      allows: fc.constantFrom(...options),
      further: fc.integer({ min: 0, max: 3 }),
      stray: fc.integer({ min: 0, max: 50 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const rowsOf = (drawn: readonly Record<string, string | number>[]): Row[] =>
    drawn.map((group) => Object.fromEntries(Object.entries(group).map(([id, value]) => [id, String(value)])));
  const kinds = ['base', 'premium', 'attach', 'activity', 'device', 'team'] as const;

  test('more of them never need fewer licences, nor cost less', () => {
    fc.assert(
      fc.property(groups, fc.nat(5), fc.integer({ min: 1, max: 40 }), (drawn, which, more) => {
        const larger = drawn.map((group, index) =>
          index === which % drawn.length ? { ...group, people: group.people + more } : group,
        );
        const inputs = { reserve: '3' };
        const [few, many] = [drawn, larger].map((each) => counted(rowsOf(each), inputs).results) as [
          Record<string, number>,
          Record<string, number>,
        ];
        const all = (found: Record<string, number>): number => kinds.reduce((sum, id) => sum + (found[id] ?? 0), 0);
        expect(all(many)).toBeGreaterThanOrEqual(all(few));
        expect(many.licences_cost).toBeGreaterThanOrEqual(few.licences_cost ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test('the parts add up: groups and what nobody needs yet to the licences, licences and storage to the year', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 5000 }), (drawn, size) => {
        const held = [rowOf('holdings', { name: 'Production', each: String(size) })];
        const { results, tables } = counted(rowsOf(drawn), { reserve: '5' }, { holdings: held });
        const sum = (table: string, id: string): number =>
          (tables[table] ?? []).reduce((all, { worked: cells }) => all + Number(cells[id] ?? 0), 0);
        expect(sum('groups', 'cost') + (results.spare_cost as number)).toBeCloseTo(results.licences_cost as number, 6);
        expect(results.spare_cost as number).toBeGreaterThanOrEqual(-1e-9);
        const year = sum('licences', 'year') + sum('storage', 'year');
        if (results.people === 0) expect(results.total).toBeUndefined();
        else expect(results.total as number).toBeCloseTo(year, 6);
        expect((results.base as number) + (results.premium as number)).toBeGreaterThanOrEqual(
          results.people === 0 ? 0 : 20,
        );
      }),
      { numRuns: 60 },
    );
  });
});
