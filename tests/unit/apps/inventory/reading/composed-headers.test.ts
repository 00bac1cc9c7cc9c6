import { describe, expect, test } from 'vitest';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { wayIn } from '#apps/inventory/reading/ends.ts';
import { read } from '#tests/unit/apps/inventory/reading.ts';

/** What a header is taken for, above some cells. */
async function meaningOf(header: string, ...cells: string[]): Promise<string | undefined> {
  const rows = cells.map((cell) => `"${cell}",create`).join('\n');
  const { sheet } = await read(`"${header}",Operation\n${rows === '' ? 'x,create' : rows}\n`);
  return sheet.matches[0]?.column;
}

/** The same beside a second header, without which one end is the other system. */
async function endOf(header: string, other: string): Promise<string | undefined> {
  const { sheet } = await read(`"${header}","${other}",Operation\nShop,F&O,create\n`);
  return sheet.matches[0]?.column;
}

describe('a header that is put together', () => {
  test.each([
    ['Sending party system', 'Receiving system', 'extra'],
    ['Upstream application', 'Downstream application', 'source'],
    ['System (source)', 'System (target)', 'source'],
    ['Anwendung Quelle', 'Anwendung Ziel', 'source'],
    ["Système d'origine", 'Système de destination', 'source'],
    ['SourceSystem', 'TargetSystem', 'source'],
    ['src_system', 'tgt_system', 'source'],
    ['Source system owner', 'Target system', 'extra'],
  ])('%s beside %s', async (header, other, column) => {
    expect(await endOf(header, other)).toBe(column);
  });

  test.each([
    ['Avg. msgs / day', ['500'], 'volume_per_day'],
    ['Expected number of documents per month', ['500'], 'volume_per_day'],
    ['Max records per run', ['500'], 'peak_batch_records'],
    ['Peak transactions/hr', ['500'], 'peak_batch_records'],
    ['Message owner', ['Ann'], 'extra'],
    ['Freq.', ['daily'], 'latency'],
    ['Custom field (Protocol)', ['REST'], 'protocol'],
    ['Team (protocol)', ['Blue'], 'extra'],
    ['Format / protocol', ['REST'], 'protocol'],
    ['Owner / protocol', ['Ann'], 'extra'],
    ['From → To', ['Shop → F&O'], 'direction'],
    ['Priority (MoSCoW)', ['Must'], 'extra'],
  ])('%s above %j', async (header, cells, column) => {
    expect(await meaningOf(header, ...cells)).toBe(column);
  });

  test.each([
    ['When', ['daily', 'hourly'], 'latency'],
    ['When', ['Q3', 'Q4'], 'extra'],
    ['Type', ['batch', 'real time'], 'latency'],
    ['Type', ['I', 'R', 'E'], 'extra'],
    ['How', ['REST', 'SFTP', 'by hand'], 'protocol'],
    ['Required data exchange frequency', ['daily'], 'latency'],
    ['Frequency of review', ['daily'], 'extra'],
  ])('that may head anything, %s above %j, counts by what stands below it', async (header, cells, column) => {
    expect(await meaningOf(header, ...cells)).toBe(column);
  });

  test('of two headers for one column the word that is listed first has it', async () => {
    const { sheet } = await read('Description,Interface name,Priority,Criticality\nlong,Orders,P3,high\n');
    expect(sheet.matches.map(({ column }) => column)).toEqual(['extra', 'name', 'extra', 'sla']);
  });

  test('a ticket’s priority is when to work on it', async () => {
    const ticket = await read('Issue key,Summary,Priority,Frequency\nE-1,Orders,High,daily\n');
    const plain = await read('Id,Interface,Priority,Frequency\nE-1,Orders,High,daily\n');
    expect([ticket.sheet.matches[2]?.column, plain.sheet.matches[2]?.column]).toEqual(['extra', 'sla']);
  });

  test('rows of yes and no are no header, however many of them are the word for a number', async () => {
    const { rows } = await read('Interface,Live?,New?,Old?,Done?\nOrders,No,No,No,No\nStock,No,Yes,No,No\n');
    expect(rows.map(({ cells }) => cells.name)).toEqual(['Orders', 'Stock']);
  });
});

describe('what columns beside others add', () => {
  const read1 = async (text: string) => (await read(text)).rows.map(({ cells }) => cells);

  test.each([
    ['per month', '3000', '99'],
    ['week', '700', '100'],
    ['records/day', '700', '700'],
    ['', '700', '700'],
    ['GB', '700', '700'],
  ])('a unit: %s', async (unit, amount, volume) => {
    const [cells] = await read1(`Interface,Volume,Unit\nOrders,${amount},${unit}\n`);
    expect(cells?.volume_per_day).toBe(unit === 'GB' ? '700 per GB' : volume);
  });

  test('columns that add to others are said to, and not called unused', async () => {
    const { sheet } = await read('Interface,Volume,Unit,Inbound,Remark\nA,30,per week,x,y\n');
    expect(sheet.matches.map(({ by }) => by)).toEqual(['name', 'synonym', 'beside', 'beside', 'nothing']);
  });

  test('ticks, where no column answers; two of them that differ are reported', async () => {
    const { rows, faults } = await read(
      'Interface,In,Out,Real-time?,Batch?,SFTP\nA,x,,Y,N,\nB,x,x,Y,Y,yes\nC,,x,N,N,no\n',
    );
    expect(rows.map(({ cells: { direction, latency, protocol } }) => [direction, latency, protocol])).toEqual([
      ['inbound', 'realtime', undefined],
      ['bidirectional', 'Real-time?, Batch?', 'file'],
      ['outbound', undefined, undefined],
    ]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([[3, 'latency']]);
    expect(rows.map(({ guessed }) => guessed?.includes('direction'))).toEqual([true, true, true]);
  });

  test('a direction of the other side’s gives way to the ends, and is shown as a guess', async () => {
    const { rows } = await read(
      'Interface,Source,Target,Direction\nA,Shop,F&O,Outbound\nB,Shop,F&O,one-way\nC,Shop,F&O,both\nD,Shop,F&O,Inbound\n',
    );
    expect(rows.map(({ cells, guessed }) => [cells.direction, guessed?.includes('direction') ?? false])).toEqual([
      ['inbound', true],
      ['inbound', false],
      ['bidirectional', false],
      ['inbound', false],
    ]);
  });

  test('ends called A and B say no direction by themselves', async () => {
    const cells = await read1('System A,System B,Data\nShop,F&O,Orders\nF&O,Bank,Payments\n');
    expect(cells.map(({ system, direction }) => [system, direction])).toEqual([
      ['Shop', undefined],
      ['Bank', undefined],
    ]);
  });

  test.each([
    ['→', 'forth'],
    ['<->', 'both'],
    ['A -> B', 'forth'],
    ['B → A', 'back'],
    ['A <- B', 'back'],
    ['B <= A', 'forth'],
    ['System B to System A', 'back'],
    ['source → target', 'forth'],
    ['1 <-> 2', 'both'],
    ['Shop → Bank', undefined],
    ['inbound', undefined],
    ['', undefined],
  ])('the way of %s', (text, way) => {
    expect(wayIn(text)).toBe(way);
  });

  test.each([
    ['SAP → F&O: customers', 'SAP', 'inbound'],
    ['Orders from Shopify to D365', 'Shopify', 'inbound'],
    ['D365_to_WMS_items', 'WMS', 'outbound'],
    ['[HR] F&O to Workday (workers)', 'Workday', 'outbound'],
    ['Customer master SAP -> F&O', 'SAP', 'inbound'],
    ['Move to cloud', undefined, undefined],
    ['Shop → Bank', undefined, undefined],
    ['Invoices', undefined, undefined],
  ])('a name that says both ends: %s', async (name, system, direction) => {
    const [cells] = await read1(`Interface,Frequency\n"${name}",daily\n`);
    expect([cells?.system, cells?.direction]).toEqual([system, direction]);
  });

  test.each([
    ['Inbound to F&O', 'inbound'],
    ['2. Outbound interfaces', 'outbound'],
    ['Inbound and outbound', 'bidirectional'],
  ])('the title of a section: %s', async (title, direction) => {
    const { rows, sheet } = await read(
      `Interface,System,Frequency,Transport\n${title},,,\nOrders,Shop,daily,REST\nStock,Shop,daily,REST\n`,
    );
    expect(rows.map(({ cells }) => cells.direction)).toEqual([direction, direction]);
    expect(sheet.divided.aside.map(({ why }) => why)).toEqual(['section']);
  });

  test('an interface named like a direction, with more to it, is one', async () => {
    const { rows } = await read(
      'Interface,System,Frequency,Transport\nInbound orders,,,\nOrders,Shop,daily,REST\nStock,Shop,daily,REST\n',
    );
    expect(rows).toHaveLength(3);
  });
});

describe('amounts that are none of records', () => {
  test.each([
    ['1 file', undefined],
    ['3 batches per day', undefined],
    ['1,5 Mio. pro Monat', '49315'],
    ['100-200/Tag', '200'],
  ])('%s', async (text, volume) => {
    const { rows, faults } = await read(`Interface,Volume\nOrders,"${text}"\n`);
    expect(rows[0]?.cells.volume_per_day).toBe(volume ?? text);
    expect(faults).toHaveLength(volume === undefined ? 1 : 0);
  });
});

describe('rows that are ruled out', () => {
  test.each([
    ['Status', 'Cancelled (see 12)', 'cancelled'],
    ['Status', "Won't do", 'cancelled'],
    ['State', 'Removed', 'cancelled'],
    ['MoSCoW', "Won't", 'not-this-time'],
    ['Status', 'Cancelled orders', undefined],
  ])('%s: %s', async (header, word, why) => {
    const { sheet } = await read(`Interface,Frequency,${header}\nA,daily,"${word}"\nB,daily,Must\n`);
    expect(sheet.divided.aside.map((row) => row.why)).toEqual(why === undefined ? [] : [why]);
  });

  test('a column of types only where all of it are kinds of development', async () => {
    const whyOf = async (...types: string[]) =>
      (
        await read(`Interface,Type\n${types.map((type, index) => `A${index},${type}`).join('\n')}\n`)
      ).sheet.divided.aside.map(({ number }) => number);
    expect(await whyOf('I', 'R', 'Form')).toEqual([3, 4]);
    expect(await whyOf('R', 'E')).toEqual([]);
    expect(await whyOf('I', 'R', 'Push')).toEqual([]);
  });
});

test('a tick for both ways does not stand in for a direction that cannot be read, which stays reported', async () => {
  const { rows, faults } = await read('Interface,Direction,Bidirectional\nA,sideways,Y\nB,in,Y\n');
  expect(rows.map(({ cells }) => cells.direction)).toEqual(['sideways', 'bidirectional']);
  expect(faults.map(({ row }) => row)).toEqual([2]);
});

test('an amount that may be a half or five hundred counts as neither, and is reported', async () => {
  const { rows, faults } = await read('Interface,Volume\nA,"0,500"\n');
  const inTable = rows.map(readRow);
  expect(faults.map(({ found }) => found)).toEqual(['0,500']);
  expect(inTable.map((row) => [row.profile, row.faults.map(({ found }) => found)])).toEqual([[{}, ['0,500']]]);
});
