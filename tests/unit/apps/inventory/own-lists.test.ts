import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { read } from './reading.ts';

type Cell = string | number | null;

/** The right reading of a list; of several readings each is right, `null` among them where a blank is as good. */
interface OwnList {
  rows: Record<string, Cell | Cell[]>[];
  /** Numbers of rows that are no interface to decide. */
  leftOut?: number[];
}

const directory = 'tests/fixtures/own-lists';
const lists = JSON.parse(readFileSync(`${directory}/expected.json`, 'utf8')) as Record<string, OwnList>;

const isClose = (found: Cell, right: Cell): boolean =>
  typeof found === 'number' && typeof right === 'number' && Math.abs(found - right) <= right * 0.02;

describe('lists as different consultancies would write them, judged before they were read', () => {
  test.each(Object.entries(lists))('%s', async (file, { rows, leftOut = [] }) => {
    const { rows: found, sheet } = await read(readFileSync(`${directory}/${file}`));
    const aside = new Set(sheet.divided.aside.map(({ number }) => number));
    expect([found.length, leftOut.filter((number) => !aside.has(number))]).toEqual([rows.length, []]);
    const wrong = rows.flatMap((row, index) => {
      const own = found[index];
      const { id, system, window } = own?.cells ?? {};
      const read: Record<string, unknown> = { id, system, window, ...(own && readRow(own).profile) };
      return Object.entries(row).flatMap(([field, right]) => {
        const cell = (read[field] ?? null) as Cell;
        const isRight = [right].flat().some((one) => one === cell || isClose(cell, one));
        return isRight ? [] : [`row ${index + 1}, ${field}: ${cell} instead of ${JSON.stringify(right)}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});
