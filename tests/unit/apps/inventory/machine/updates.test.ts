import { expect, test } from 'vitest';
import { type InventoryContext, nothingOpen } from '#apps/inventory/machine/context.ts';
import { startHistory } from '#apps/inventory/machine/history.ts';
import { MissingPart } from '#apps/inventory/machine/missing-part.ts';
import { addBlankRow, beginTyping, redoChange, undoChange } from '#apps/inventory/machine/updates/editing.ts';
import { followTheirs, noteTheirs, sayNotCleared, showKept, thereBy } from '#apps/inventory/machine/updates/keeping.ts';
import {
  correctWord,
  giveUpReading,
  mappingIn,
  remapColumn,
  sourceOf,
  switchSheet,
} from '#apps/inventory/machine/updates/reading.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { inventoryOf } from '#tests/support/kept-inventory.ts';

const current = (context: Partial<InventoryContext> = {}) => ({
  context: { ...nothingOpen, corrections: noCorrections, ...context } as InventoryContext,
});

const source = { kind: 'text', name: 'list.csv', text: 'Name' } as const;

test.each([
  ['the spreadsheet is at fault: nothing would be better the second time', new Error('no workbook'), source, undefined],
  [
    'a part of the program is missing: the same choice can be made again',
    new MissingPart('x'),
    source,
    'source.chosen',
  ],
  ['nothing was chosen: there is nothing to choose again', new MissingPart('x'), undefined, undefined],
])('reading is given up, because %s', (_story, error, chosen, again) => {
  const update = giveUpReading(current({ source: chosen }), { error, by: 'source.chosen' });
  expect(update).toMatchObject({ failure: error.message, source: undefined, opened: undefined, mapping: undefined });
  expect(update.again?.type).toBe(again);
});

test('what is thrown and is no error is said as it stands', () => {
  expect(giveUpReading(current(), { error: 'no reason', by: 'source.chosen' }).failure).toBe('no reason');
});

test('nothing is remapped where nothing is opened', () => {
  expect(switchSheet(current(), { sheet: 1 })).toEqual({});
  expect(remapColumn(current(), { index: 0, column: 'name' })).toEqual({});
  expect(correctWord(current(), { column: 'latency', word: 'x', value: 'nightly' })).toEqual({});
});

test('a state without what it works with is a mistake of the program, and is thrown', () => {
  expect(() => sourceOf(current())).toThrow(/a spreadsheet/);
  expect(() => mappingIn(current())).toThrow(/a mapping/);
  expect(sourceOf(current({ source }))).toBe(source);
});

test('what was kept is the beginning of its history, or a step after the rows that stood here', () => {
  const found = { inventory: inventoryOf(1, 'Kept'), revision: 3, at: 1 };
  expect(showKept(current(), { found }).history?.past).toEqual([]);
  const typed = inventoryOf(2, 'Typed');
  expect(showKept(current({ history: startHistory(typed) }), { found }).history?.past).toEqual([
    { inventory: typed, done: '' },
  ]);
  expect(showKept(current(), { found: 'denied' })).toEqual({});
});

test('a first row has nothing before it; a second one has the first', () => {
  expect(beginTyping(current()).history?.past).toEqual([]);
  expect(addBlankRow(current({ history: startHistory(inventoryOf(1)) })).history?.past).toHaveLength(1);
});

test('an edit is taken back and made again', () => {
  const history = addBlankRow(current({ history: startHistory(inventoryOf(1)) }))
    .history as InventoryContext['history'];
  const undone = undoChange(current({ history })).history as InventoryContext['history'];
  expect(undone.present.inventory.rows).toHaveLength(1);
  expect(redoChange(current({ history: undone })).history).toEqual(history);
});

test('only an answer that calls ours outdated says what stands there', () => {
  const there = { holds: 'inventory', revision: 4 } as const;
  expect(thereBy({ result: 'outdated', there })).toBe(there);
  expect(thereBy({ result: 'saved', revision: 4 })).toBe('denied');
  expect(noteTheirs(current(), { there })).toEqual({ theirs: there, missing: undefined });
  expect(noteTheirs(current(), { there: 'denied' })).toEqual({});
});

test('the other revision is followed where there is one', () => {
  expect(followTheirs(current({ revision: 2 }))).toEqual({ revision: 2 });
  expect(followTheirs(current({ revision: 2, theirs: { holds: 'nothing', revision: 0 } }))).toEqual({ revision: 0 });
});

test.each([
  ['changed', false],
  ['refused', true],
  ['unanswered', true],
  ['unreachable', false],
] as const)('where nothing was cleared because it was %s, trying again is offered: %s', (because, isOffered) => {
  const { failure, again } = sayNotCleared(current(), { because });
  expect(failure).toMatch(/\.$/);
  expect(again !== undefined).toBe(isOffered);
});
