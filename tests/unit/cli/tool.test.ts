import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tool-'));

/** Runs the command, with a file of that content where one is given. */
function tool(name: string, content: string | undefined, ...options: string[]) {
  const file = join(folder, 'entries.yaml');
  if (content !== undefined) writeFileSync(file, content);
  const given = content === undefined ? [] : [file];
  return spawnSync(process.execPath, ['src/cli/tool.ts', name, ...given, ...options], { encoding: 'utf8' });
}

test('works out a file with what the page asks for', () => {
  const { stdout, status } = tool('middleware-or-not', 'inputs: { interfaces: 12 }\n');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ results: { direct: 72, hub: 44, difference: 28, level: 5 }, faults: [] });
});

test('fills in what a row leaves out, and says what cannot be read', () => {
  const { stdout, status } = tool(
    'cutover-window',
    'tables: { steps: [{ name: Load, hours: 10 }, { name: Sign, hours: two, after: 7 }] }\n',
  );
  expect(status).toBe(1);
  const found = JSON.parse(stdout);
  expect(found.results).toMatchObject({ finish: 33 });
  expect(found.faults.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual([
    [2, 'after'],
    [2, 'hours'],
  ]);
});

test('takes prices in the order of a table whose rows are fixed', () => {
  const { stdout, status } = tool(
    'licences-and-capacity',
    'tables: { groups: [{ name: All, people: 30 }], licences: [{ price: 100 }] }\ninputs: { reserve: 0 }\n',
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout).results).toMatchObject({ total: 36_000, attach_price: 30 });
});

test.each([
  ['a tool that is not there', 'no-tool', 'inputs: {}\n', /"no-tool" is no tool; allowed: load-time/],
  [
    'an input that is not there',
    'load-time',
    'inputs: { speed: 3 }\n',
    /inputs: "speed" is not allowed; allowed: servers/,
  ],
  [
    'a column that is not there',
    'load-time',
    'tables: { objects: [{ nam: x }] }\n',
    /tables, objects, row 1: "nam" is not allowed/,
  ],
  [
    'a row more than a table can have',
    'licences-and-capacity',
    'tables: { storage: [{}, {}, {}, { price: 1 }] }\n',
    /tables: "storage" has 3 rows, and no more can be added/,
  ],
  ['a file that is no record', 'load-time', '- 1\n', /must hold names and their values/],
])('%s is an error', (_what, name, content, message) => {
  const { stderr, status } = tool(name, content);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
});

test('writes the workbook of the page', async () => {
  const out = join(folder, 'out.xlsx');
  expect(tool('load-time', undefined, '--example', '--xlsx', out).status).toBe(0);
  const inputs = await readSheet(readFileSync(out), 'Inputs');
  expect(inputs[1]?.slice(0, 3)).toEqual(['Batch servers', 4, 'servers']);
  const results = await readSheet(readFileSync(out), 'Results');
  expect(Number(results[1]?.[1])).toBeCloseTo(12.54, 2);
});
