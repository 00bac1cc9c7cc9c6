import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeToolWorkbook } from '#apps/tools/writing/write-tool-workbook.ts';
import { exampleEntries } from '#core/tools/tool.ts';
import { toolNamed } from '#tests/support/tools.ts';

/** The parts of the workbook of a tool's example. */
async function partsOf(id: string): Promise<(name: string) => string> {
  const tool = toolNamed(id);
  const workbook = await writeToolWorkbook(tool, exampleEntries(tool));
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  return (name) => strFromU8(files[`xl/${name}.xml`] ?? new Uint8Array());
}

test('each sheet is printed as wide as a page, with its first row on each', async () => {
  const part = await partsOf('batch-night');
  const sheets = [...part('workbook').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  expect(sheets).toEqual(['Results', 'Inputs', 'Jobs', 'Half hours of the night', 'About']);
  sheets.forEach((name, index) => {
    const sheet = part(`worksheets/sheet${index + 1}`);
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/);
    expect(part('workbook')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`,
    );
  });
});

test('steps on the way are hidden, and what is filled in or read is not', async () => {
  const part = await partsOf('load-time');
  const columns = [...part('worksheets/sheet3').matchAll(/<col (hidden="1" )?min="(\d+)"/g)];
  const hidden = columns.flatMap(([, isHidden, number]) => (isHidden ? [Number(number)] : []));
  // No., name, records, rate, two of threads, set, early; then threads used and speed, which the page hides as well.
  expect(columns.length).toBeGreaterThan(15);
  expect(hidden).toEqual([9, 10, 13, 14, 15]);
});

test('what content gives is not in the colour of what may be written over', async () => {
  const part = await partsOf('licences-and-capacity');
  const style = (cell: string): string | undefined =>
    new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(part('worksheets/sheet4'))?.[1];
  const fills = [...part('styles').matchAll(/<xf ([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
  const isColoured = (cell: string): boolean => /applyFill/.test(fills[Number(style(cell))] ?? '');
  // A name that is given, a price that is open, and a number that is worked out.
  expect(['B2', 'C2', 'F2'].map(isColoured)).toEqual([false, true, false]);
});
