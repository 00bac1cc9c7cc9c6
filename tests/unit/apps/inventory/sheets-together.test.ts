import { describe, expect, test } from 'vitest';
import { importSession, type Mapping } from '#apps/inventory/reading/import-session.ts';
import { mappingOf } from '#apps/inventory/reading/mapping.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { readSheetFile } from '#cli/read-input.ts';
import { lexicon } from '#tests/support/lexicon.ts';
import { book } from '#tests/support/rule-book.ts';
import { vocabulary } from './reading.ts';

type Rows = readonly (readonly string[])[];

const workbook = (sheets: Readonly<Record<string, Rows>>): Promise<Blob> =>
  writeWorkbook(
    Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]), widths: [10] })),
  );

/** Reads several sheets of a workbook into one list, as the page does. */
async function together(sheets: Readonly<Record<string, Rows>>, change: Partial<Mapping> = {}) {
  const session = importSession(vocabulary, book, lexicon);
  const opened = await session.open({ kind: 'file', name: 'x.xlsx', file: await workbook(sheets) }, noCorrections);
  const mapping = mappingOf({ ...opened, likeliest: 0 }, noCorrections);
  const chosen = { ...mapping, together: opened.sheets.map((_, index) => index).slice(1), ...change };
  return { preview: session.preview(chosen), found: session.take(chosen, 1), opened };
}

async function onCommandLine(sheets: Readonly<Record<string, Rows>>, ...names: string[]) {
  const bytes = new Uint8Array(await (await workbook(sheets)).arrayBuffer());
  return readSheetFile(bytes, { vocabulary, book, lexicon }, { sheets: names });
}

const perSystem = {
  SAP: [
    ['Interface', 'Frequency', 'Remark'],
    ['Orders', 'daily', 'first'],
    ['', '', ''],
    ['Stock', 'hourly', ''],
    ['Total', '', '2'],
  ],
  Salesforce: [
    ['Frequency', 'Interface', 'Volume a day', 'Owner'],
    ['whenever', 'Quotes', '500', 'Ann'],
  ],
};

describe('sheets that are read together', () => {
  test('are one list: same headers are one column, each row says where it stood, and the counts add up', async () => {
    const { preview, found } = await together(perSystem);
    expect(found.extraHeaders).toEqual(['Remark', 'Owner', 'Sheet', 'Row']);
    expect(found.rows.map(({ key, cells, extras }) => [key, cells.name, cells.latency, extras])).toEqual([
      [1, 'Orders', 'nightly', ['first', '', 'SAP', '2']],
      [2, 'Stock', 'hourly', ['', '', 'SAP', '4']],
      [3, 'Quotes', 'whenever', ['', 'Ann', 'Salesforce', '2']],
    ]);
    expect(preview.parts).toEqual([
      { name: 'SAP', rows: 2, leftOut: 1 },
      { name: 'Salesforce', rows: 1, leftOut: 0 },
    ]);
    expect([preview.rows, preview.faultCount]).toEqual([3, 1]);
    expect(preview.faults.map(({ sheet, row, found: word }) => [sheet, row, word])).toEqual([
      ['Salesforce', 2, 'whenever'],
    ]);
    expect(found.leftOut.map(({ number, text }) => [number, text])).toEqual([[5, 'SAP: Total · 2']]);
  });

  test('a sheet that is called like a system, or like a direction, says so for what is in it', async () => {
    const { found } = await together({ ...perSystem, Outbound: [['Interface'], ['Payments']] });
    expect(found.rows.map(({ cells: { system, direction } }) => [system, direction])).toEqual([
      ['SAP', undefined],
      ['SAP', undefined],
      ['Salesforce', undefined],
      [undefined, 'outbound'],
    ]);
    expect(found.rows[3]?.guessed).toContain('direction');
  });

  test('words that stand in several sheets are counted together', async () => {
    const list = [
      ['Interface', 'Frequency'],
      ['A', 'daily'],
    ];
    const { preview } = await together({ One: list, Two: list, Three: list });
    expect(preview.words.filter(({ word }) => word === 'daily').map(({ count }) => count)).toEqual([3]);
  });

  test('what was said of a header of the one that is shown goes for the others too', async () => {
    const list = [
      ['Interface', 'Pace'],
      ['A', 'daily'],
    ];
    const corrections = { headers: { pace: 'latency' as const }, values: {} };
    const { found } = await together({ One: list, Two: list }, { columns: ['name', 'latency'], corrections });
    expect(found.rows.map(({ cells }) => cells.latency)).toEqual(['nightly', 'nightly']);
  });

  test('columns of their own called Sheet and Row stay', async () => {
    const list = [
      ['Interface', 'Sheet', 'Row'],
      ['A', 'mine', 'x'],
    ];
    const { found } = await together({ One: list, Two: list });
    expect(found.extraHeaders).toEqual(['Sheet', 'Row', 'Sheet 2', 'Row 2']);
    expect(found.rows[1]?.extras).toEqual(['mine', 'x', 'Two', '2']);
  });

  test('two columns of one header stay two', async () => {
    const list = [
      ['Interface', 'Label', 'Label'],
      ['A', 'x', 'y'],
    ];
    const { found } = await together({ One: list, Two: list });
    expect([found.extraHeaders.slice(0, 2), found.rows[1]?.extras.slice(0, 2)]).toEqual([
      ['Label', 'Label'],
      ['x', 'y'],
    ]);
  });
});

describe('on the command line', () => {
  const withNotes = { ...perSystem, Notes: [['Remark'], ['none']] };

  test('all sheets of which a column is known are read, and what is not is said', async () => {
    const { rows, extraHeaders, warnings } = await onCommandLine(withNotes, 'all');
    expect(rows.map(({ id, sheet }) => [id, sheet?.row.extras.at(-2), sheet?.row.extras.at(-1)])).toEqual([
      ['Orders', 'SAP', '2'],
      ['Stock', 'SAP', '4'],
      ['Quotes', 'Salesforce', '2'],
    ]);
    expect(extraHeaders).toEqual(['Remark', 'Owner', 'Sheet', 'Row']);
    expect(warnings[0]).toBe('read 2 of 3 sheets together: "SAP", "Salesforce"; not read: "Notes"');
    expect(warnings.at(-1)).toBe('2 interfaces from "SAP", 1 interface from "Salesforce": 3 interfaces together');
    expect(warnings).toContain('SAP: Left out as rows that add up what stands above: row 5.');
  });

  test('several are named by name or number; one of which nothing is known is refused', async () => {
    const { rows } = await onCommandLine(withNotes, '2', 'SAP');
    expect(rows.map(({ id }) => id)).toEqual(['Orders', 'Stock', 'Quotes']);
    await expect(onCommandLine(withNotes, 'SAP', 'Notes')).rejects.toThrow(
      '--sheet: in "Notes" no column of an inventory was found, so it cannot be read together with others',
    );
    await expect(onCommandLine(withNotes, 'SAP', 'Plan')).rejects.toThrow(
      '--sheet: there is no sheet "Plan"; allowed: 1 (SAP), 2 (Salesforce), 3 (Notes), or all',
    );
  });

  test('one is read as before, without columns that say where a row stood', async () => {
    const { extraHeaders, warnings } = await onCommandLine(withNotes, 'Salesforce');
    expect(extraHeaders).toEqual(['Owner']);
    expect(warnings[0]).toBe('read the sheet "Salesforce" of 3');
  });

  test('rows without a name are called by sheet and number', async () => {
    const list = [
      ['Interface', 'Frequency'],
      ['', 'daily'],
    ];
    const { rows } = await onCommandLine({ One: list, Two: list }, 'all');
    expect(rows.map(({ id }) => id)).toEqual(['One-row-2', 'Two-row-2']);
  });
});
