import { describe, expect, test } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { type ExportKind, exportFile } from '#apps/inventory/writing/export-files.ts';
import { book } from '#tests/support/rule-book.ts';
import { read, vocabulary } from '../reading.ts';

const list =
  'Ref,Interface,Other system,Type of system,What it does,Direction,How often,Records per day,Peak volume,Business owner,Wave\n' +
  'I-04,Web orders,Web shop,external,create,inbound,near real time,"9,000",400,Ann | Lee,2\n';

async function written(kind: ExportKind, text = list): Promise<string> {
  const { rows, extraHeaders } = await read(text);
  const all = rows.map((row) => {
    const { profile } = readRow(row);
    return { row, profile, outcome: decide(profile, book) };
  });
  const { file } = await exportFile(
    kind,
    { inventory: { title: 'Plan', extraHeaders }, rows: all, vocabulary, book },
    () => undefined,
  );
  return file.text();
}

test('JSON names number, system, owner and wave of each interface', async () => {
  const { interfaces } = JSON.parse(await written('json'));
  expect(interfaces[0]).toMatchObject({
    id: 'Web orders',
    number: 'I-04',
    name: 'Web orders',
    system: 'Web shop',
    owner: 'Ann | Lee',
    status: null,
    wave: '2',
  });
});

test('a decision record says below its title what the list says of the interface', async () => {
  const lines = (await written('markdown')).split('\n');
  expect(lines.slice(0, 5)).toEqual([
    '# Integration pattern for Web orders',
    '',
    String.raw`Number: I-04 · Other system: Web shop · Owner: Ann \| Lee · Wave: 2`,
    '',
    '## Context and Problem Statement',
  ]);
});

describe('a short record', () => {
  test('holds the decision, its reasons, what is open and what would change it', async () => {
    const record = await written('short');
    expect(record).toMatch(/^# Web orders\n\nNumber: I-04 · /);
    expect(record).toMatch(/\n\*\*\w.*\.\*\* Middleware is .*\. Certainty: /);
    for (const heading of ['## Why', '## What is open', '## What would change it']) expect(record).toContain(heading);
  });

  test('fits on a page, however much there is to say', async () => {
    const words = (await written('short')).split(/\s+/).length;
    expect(words).toBeLessThan(350);
    expect((await written('markdown')).split(/\s+/).length).toBeGreaterThan(3 * words);
  });

  test('of an interface of which nothing is known says so', async () => {
    const record = await written('short', 'Interface,Other system\nNothing yet,Bank\n');
    expect(record).toContain('**No pattern can be recommended yet.**');
    expect(record).toContain('Not answered yet:');
  });
});
