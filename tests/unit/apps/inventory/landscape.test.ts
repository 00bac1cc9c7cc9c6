import { describe, expect, test } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { toDrawio, toMermaidLandscape, toPlantUml } from '#apps/inventory/landscape/diagram-files.ts';
import { type LandscapeFilter, landscapeOf, UNNAMED } from '#apps/inventory/landscape/landscape.ts';
import { type Box, layOut } from '#apps/inventory/landscape/lay-out.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { book } from '#tests/support/rule-book.ts';
import { read } from './reading.ts';

async function rowsOf(csv: string) {
  const { rows } = await read(csv);
  return rows.map((row) => ({ row, outcome: decide(readRow(row).profile, book) }));
}

const header = 'Interface,Other system,Direction,What it does,How often,Type of system,Peak volume,Guarantees';
const few = `${header}
Orders,Web shop,inbound,create,real time,external,80,
Stock,Warehouse,outbound,export,nightly,external,90000,
Prices, web  SHOP ,outbound,look up,real time,external,80,
Nothing,,,,,,,
`;

/** A programme of a size, over some systems. */
const programme = (interfaces: number, systems: number): string =>
  `${header}\n${Array.from({ length: interfaces }, (_, index) =>
    [
      `Interface ${index}`,
      `System ${index % systems}`,
      ['inbound', 'outbound', 'both ways'][index % 3],
      ['create', 'export', 'notify', 'look up'][index % 4],
      ['real time', 'nightly', 'near real time'][index % 3],
      ['external', 'D365 CE'][index % 2],
      [50, 90_000][index % 2],
      ['', 'survives outages; in order'][index % 2],
    ].join(','),
  ).join('\n')}\n`;

async function drawn(csv: string, filter: LandscapeFilter = {}) {
  const landscape = landscapeOf(await rowsOf(csv), filter);
  return { landscape, layout: layOut(landscape, book) };
}

describe('the landscape', () => {
  test('has a line for each of a few interfaces, with its way and pattern; systems are told apart without case', async () => {
    const { systems, lines, grain } = landscapeOf(await rowsOf(few));
    expect(grain).toBe('interface');
    expect(systems).toEqual([
      { name: 'Web shop', interfaces: 2 },
      { name: 'Warehouse', interfaces: 1 },
      { name: UNNAMED, interfaces: 1 },
    ]);
    expect(lines.map(({ titles, direction, patterns }) => [titles[0], direction, patterns[0]?.pattern])).toEqual([
      ['Orders', 'inbound', 'odata'],
      ['Stock', 'outbound', 'dmf'],
      ['Prices', 'outbound', 'odata'],
      ['Nothing', undefined, undefined],
    ]);
  });

  test.each([
    [8, 6, 'interface'],
    [40, 12, 'pattern'],
    [150, 60, 'system'],
  ] as const)('of %i interfaces over %i systems bundles by %s, and loses none', async (count, systems, grain) => {
    const landscape = landscapeOf(await rowsOf(programme(count, systems)));
    expect(landscape.grain).toBe(grain);
    expect(landscape.lines.flatMap(({ keys }) => keys)).toHaveLength(count);
    expect(landscape.lines.flatMap(({ patterns }) => patterns).reduce((sum, one) => sum + one.count, 0)).toBe(count);
  });

  test('says which systems are not drawn where there are too many', async () => {
    const { systems, notDrawn, interfaces, lines } = landscapeOf(await rowsOf(programme(200, 100)));
    expect(systems).toHaveLength(60);
    expect(notDrawn).toHaveLength(40);
    expect(interfaces).toBe(200);
    expect(lines.flatMap(({ keys }) => keys)).toHaveLength(120);
  });

  test.each<[string, LandscapeFilter, string[]]>([
    ['pattern', { pattern: 'dmf' }, ['Stock']],
    ['no pattern', { pattern: 'none' }, ['Nothing']],
    ['system', { system: 'WEB SHOP' }, ['Orders', 'Prices']],
    ['verdict', { verdict: 'required' }, []],
  ])('can be filtered by %s', async (_by, filter, titles) => {
    const { lines } = landscapeOf(await rowsOf(few), filter);
    expect(lines.flatMap((line) => line.titles)).toEqual(titles);
  });

  test('leads through a hub what cannot do without one or is better off with one', async () => {
    const rows = await rowsOf(programme(12, 4));
    const { lines } = landscapeOf(rows);
    const wanted = rows.map(({ outcome }) => outcome.middleware === 'required' || outcome.middleware === 'advised');
    expect(lines.map(({ throughHub }) => throughHub)).toEqual(wanted);
    expect(new Set(wanted).size).toBe(2);
  });
});

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

describe('its layout', () => {
  test.each([
    [8, 6],
    [40, 12],
    [150, 60],
  ])('of %i interfaces keeps boxes and labels apart, and F&O between the systems', async (count, systems) => {
    const { layout } = await drawn(programme(count, systems));
    const { boxes, lines, width, height } = layout;
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other), `${box.id} ${other.id}`).toBe(false);
      expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
      expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
    }
    const own = boxes.find(({ kind }) => kind === 'own');
    const places = boxes.filter(({ kind }) => kind === 'system').map(({ x }) => Math.sign(x - (own?.x ?? 0)));
    expect(new Set(places)).toEqual(new Set([-1, 1]));
    const labels = lines.map(
      ({ id, label }): Box => ({
        ...label,
        id,
        kind: 'system',
        label: '',
        detail: '',
        width: 6.4 * label.text.length,
        height: 16,
      }),
    );
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) expect(overlap(label, other), `${label.id} ${other.id}`).toBe(false);
    }
  });

  test('begins each line at its system and ends it at F&O or the hub', async () => {
    const { landscape, layout } = await drawn(few);
    for (const line of layout.lines) {
      const { system } = landscape.lines.find(({ id }) => id === line.id) ?? {};
      const index = landscape.systems.findIndex(({ name }) => name === system);
      const box = layout.boxes.find(({ id }) => id === `system-${index}`);
      const start = line.points[0];
      expect(Math.abs((start?.x ?? 0) - (box?.x ?? 0))).toBeLessThanOrEqual((box?.width ?? 0) / 2 + 1);
    }
  });
});

const hostile = `${header}
"Say ""hi"" | <b> # & ; \`x\` [y](z) \\",S(1) & <T>,inbound,create,real time,external,80,
`;

describe('as a file', () => {
  test('of Mermaid, names of people are text', async () => {
    const text = toMermaidLandscape(await drawn(hostile), { title: 'A "plan": x', book });
    expect(text).toContain('title: "A \\"plan\\": x"');
    expect(text).toContain('["S(1) #38; #60;T#62;"]');
    expect(text).not.toMatch(/<b>/);
  });

  test('of draw.io, everything stands where the page has it', async () => {
    const one = await drawn(hostile);
    const text = toDrawio(one, { title: 'Plan', book });
    const own = one.layout.boxes.find(({ kind }) => kind === 'own');
    expect(text).toContain(`x="${Math.round((own?.x ?? 0) - (own?.width ?? 0) / 2)}"`);
    expect(text).toContain('value="S(1) &amp;amp; &amp;lt;T&amp;gt;&lt;br&gt;1 interface"');
  });

  test('of PlantUML, arguments of macros hold together', async () => {
    const text = toPlantUml(await drawn(hostile), { title: 'Plan', book });
    expect(text).toContain(`System_Ext(s1, "S[1] & <T>", "1 interface")`);
    expect(text).toMatch(/^Rel\(s1, fno, "Say 'hi' [^"]*", "OData"\)$/m);
  });
});
