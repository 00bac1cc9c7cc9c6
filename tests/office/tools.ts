import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { inOrder, writeToolWorkbook } from '#apps/tools/writing/write-tool-workbook.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { bareTool } from '#content/reading/tools.ts';
import { workOut } from '#core/tools/evaluate.ts';
import { Layout } from '#core/tools/layout.ts';
import { readEntries, type Value } from '#core/tools/read-entries.ts';
import { type Entries, exampleEntries, startEntries, type Tool } from '#core/tools/tool.ts';

/** LibreOffice works the workbooks of all tools out by itself, and comes to what the page says. */

const HANG = 5 * 60_000;

/** Every sheet of a workbook as LibreOffice works it out, with all decimals: separator, quote, UTF-8, …, all sheets. */
const allSheets = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

function sheetsOf(file: string, folder: string): (name: string) => string[][] {
  const shown = join(folder, 'tools-shown');
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      '--convert-to',
      allSheets,
      '--outdir',
      shown,
      join(folder, `${file}.xlsx`),
    ],
    { encoding: 'utf8', timeout: HANG },
  );
  if (status !== 0) throw new Error(`LibreOffice could not convert ${file}: ${stderr}`);
  return (name) => Papa.parse<string[]>(readFileSync(join(shown, `${file}-${name}.csv`), 'utf8')).data;
}

const agrees = (shown: string | undefined, value: Value): boolean => {
  if (typeof value === 'boolean') return (shown ?? '') === String(value).toUpperCase();
  if (typeof value !== 'number') return (shown ?? '') === (value ?? '');
  return shown !== '' && Math.abs(Number(shown) - value) <= 1e-6 * Math.max(1, Math.abs(value));
};

/** Entries moved away from the example: every number a little, so that a formula that was left a value would show. */
function moved(tool: Tool): Entries {
  const { inputs, tables } = exampleEntries(tool);
  const more = (text: string, { max, isWhole }: { max: number; isWhole: boolean }): string => {
    const value = Number(text) * 1.37 + 1;
    return String(Math.min(max, isWhole ? Math.round(value) : value));
  };
  return {
    inputs: Object.fromEntries(
      tool.inputs.map((input) => {
        const typed = inputs[input.id] ?? '';
        return [input.id, input.kind === 'number' ? more(typed, input) : typed];
      }),
    ),
    tables: Object.fromEntries(
      tool.tables.map(({ id, columns }) => [
        id,
        (tables[id] ?? []).map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, cell]) => {
              const column = columns.find((each) => each.id === name);
              return [name, column?.kind === 'number' && cell !== '' ? more(cell, column) : cell];
            }),
          ),
        ),
      ]),
    ),
  };
}

async function differences(tool: Tool, entries: Entries, file: string, folder: string): Promise<string[]> {
  const workbook = await writeToolWorkbook(tool, entries, { withoutValues: true });
  writeFileSync(join(folder, `${file}.xlsx`), new Uint8Array(await workbook.arrayBuffer()));
  const shown = sheetsOf(file, folder);
  const worked = workOut(tool, readEntries(tool, entries));
  const results = shown('Results');
  const wrong = tool.results.flatMap(({ id }, index) => {
    const cell = results[index + 1]?.[1];
    return agrees(cell, worked.results[id]) ? [] : [`${id} is ${cell}, here ${worked.results[id]}`];
  });
  const counts = Object.fromEntries(Object.entries(worked.tables).map(([id, rows]) => [id, rows.length]));
  for (const sheet of new Layout(tool, counts).sheets) {
    const cells = shown(sheet.name);
    inOrder(worked.tables[sheet.table.id] ?? []).forEach((row, position) => {
      sheet.columns.forEach(({ column, part }, index) => {
        if (column?.kind !== 'worked' || part !== 'value') return;
        const [cell, value] = [cells[position + 1]?.[index], row.worked[column.id]];
        if (!agrees(cell, value))
          wrong.push(`${sheet.table.id}, row ${position + 2}, ${column.id} is ${cell}, here ${value}`);
      });
    });
  }
  return wrong;
}

/**
 * Opens the workbook of every tool, of its start, its example and the example with all numbers moved.
 *
 * @param folder where files may be written
 * @param check takes down whether something is right
 */
export async function checkTools(
  folder: string,
  check: (name: string, isRight: boolean, found: string) => boolean,
): Promise<boolean> {
  mkdirSync(join(folder, 'tools-shown'), { recursive: true });
  let isRight = true;
  for (const tool of loadLibrary().tools.map(bareTool)) {
    const cases = { start: startEntries(tool), example: exampleEntries(tool), moved: moved(tool) };
    for (const [name, entries] of Object.entries(cases)) {
      const wrong = await differences(tool, entries, `${tool.id}-${name}`, folder);
      const found = wrong.length === 0 ? 'the same values' : wrong.slice(0, 5).join('; ');
      isRight = check(`tool ${tool.id}, ${name}, worked out by LibreOffice`, wrong.length === 0, found) && isRight;
    }
  }
  return isRight;
}
