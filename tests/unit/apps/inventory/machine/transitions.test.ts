import { describe, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { emptyInventory } from '#apps/inventory/machine/inventory.ts';
import { inventoryMachine } from '#apps/inventory/machine/machine.ts';
import { MissingPart } from '#apps/inventory/machine/missing-part.ts';
import { type InventoryWorld, startInventory } from '#tests/support/inventory-world.ts';
import { inventoryOf, rowOf } from '#tests/support/kept-inventory.ts';

/** Every way of the machine, in a world in which nothing answers by itself; the last test looks that none was left out. */

type Step = (world: InventoryWorld) => void | Promise<void>;
type Event = Parameters<InventoryWorld['send']>[0];

const send =
  (event: Event): Step =>
  (world) =>
    world.send(event);
const answer =
  (...given: Parameters<InventoryWorld['answer']>): Step =>
  (world) =>
    world.answer(...given);
const fail =
  (...given: Parameters<InventoryWorld['fail']>): Step =>
  (world) =>
    world.fail(...given);
const part =
  (...given: Parameters<InventoryWorld['part']>): Step =>
  (world) =>
    world.part(...given);
const pass =
  (ms: number): Step =>
  (world) =>
    world.pass(ms);

const PAUSE = 300;
const PATIENCE = 8000;

const source = { kind: 'text', name: 'list.csv', text: 'Name' } as const;
const match = (header: string, column: 'name' | 'system' | 'extra') => ({ header, column, by: 'name' }) as const;
const sheet = (rows: number, ...matches: ReturnType<typeof match>[]) => ({
  name: 'Sheet',
  matches,
  samples: [],
  rows,
  aside: [],
  header: 1,
  couldBeHeader: [],
  isHidden: false,
  isKnown: true,
  endNames: [],
  remarks: [],
});
const opened = {
  title: 'list',
  sheets: [sheet(2, match('Name', 'name'), match('Partner', 'extra')), sheet(1, match('System', 'system'))],
  likeliest: 0,
};
const preview = { rows: 2, parts: [], words: [], faults: [], faultCount: 0, examples: [] };
const fault = { row: 3, header: 'Name', column: 'name', found: '#N/A', allowed: 'a value' } as const;
const read = { rows: [], numbers: [2], extraHeaders: [], faults: [fault], guessed: [[]], layout: [], leftOut: [] };
const kept = { inventory: inventoryOf(2, 'Kept'), revision: 5, at: 1, missing: undefined };
const missing = { parts: 1, ofParts: 2, rows: 500, ofRows: 502, isExact: true, cells: 0 };
const newer = { holds: 'newer', revision: 9 };
const holding = (revision: number) => ({ holds: 'inventory', revision });
const refused = (reason: 'full' | 'denied') => ({ result: 'refused', reason });
const outdated = { result: 'outdated', there: holding(9) };
const edit = send({ type: 'cell.edited', key: 1, column: 'name', text: 'Orders', done: 'Name' });
const clear = send({ type: 'inventory.cleared' });
const cancel = send({ type: 'reading.cancelled' });

const nothingKept: Step[] = [answer('read', 'nothing')];
const twoKept: Step[] = [answer('read', kept)];
const typed: Step[] = [...nothingKept, send({ type: 'row.added' })];
const choose: Step[] = [...twoKept, answer('update', 'done'), send({ type: 'source.chosen', source })];
const mapped: Step[] = [...choose, answer('open', opened)];
const shown: Step[] = [...mapped, answer('preview', preview)];
const adding: Step[] = [...shown, send({ type: 'mapping.confirmed', isAdding: true })];
const replacing: Step[] = [...shown, send({ type: 'mapping.confirmed', isAdding: false })];
const sampling: Step[] = [...twoKept, answer('update', 'done'), send({ type: 'sample.requested', source })];
const takingSample: Step[] = [...sampling, answer('open', opened)];
const saving: Step[] = [...typed, pass(PAUSE)];
const saved: Step[] = [...saving, answer('save', { result: 'saved', revision: 1 })];
const halted: Step[] = [...saved, edit, pass(PAUSE), answer('save', outdated)];
const clearing: Step[] = [...twoKept, clear];
const checking: Step[] = [...saved, send({ type: 'other.saved', revision: 9 })];

const taken = new Set<object>();

async function walk(steps: readonly Step[]): Promise<InventoryWorld> {
  const world = startInventory();
  for (const step of steps) await step(world);
  for (const transition of world.transitions) taken.add(transition);
  return world;
}

/** A story, the steps of it, the states they lead to, and what the context then holds. */
type Path = [story: string, steps: readonly Step[], states: object, context?: object];

const names = ({ rows }: { rows: readonly { cells: { name?: string } }[] }) => rows.map(({ cells }) => cells.name);

function testPaths(paths: readonly Path[]): void {
  test.each(paths)('%s', async (_story, steps, states, context = {}) => {
    const world = await walk(steps);
    expect(world.value()).toMatchObject(states);
    expect(world.context()).toMatchObject(context);
  });
}

describe('what is kept is read', () => {
  testPaths([
    ['at the start', [], { document: { restoring: 'prompt' }, deciding: 'idle', keeping: 'idle' }],
    [
      'and shown and decided',
      twoKept,
      { document: 'open', deciding: 'working', keeping: 'idle' },
      { kept: kept.inventory, revision: 5, history: { present: { inventory: kept.inventory }, past: [] } },
    ],
    ['nothing is kept', nothingKept, { document: 'empty', deciding: 'idle', keeping: 'idle' }, { revision: 0 }],
    [
      'in part, and nothing is written over what is missing',
      [answer('read', { ...kept, missing })],
      { document: 'open', keeping: 'halted' },
      { missing },
    ],
    [
      'and was written by a later version',
      [answer('read', newer)],
      { document: 'empty', keeping: 'halted' },
      { theirs: newer },
    ],
    ['but the browser refuses', [answer('read', 'denied')], { document: 'empty', keeping: 'unread' }],
    ['but the reading fails', [fail('read', new Error('gone'))], { document: 'empty', keeping: 'unread' }],
    ['but the browser does not answer', [pass(PATIENCE)], { document: { restoring: 'slow' }, keeping: 'idle' }],
    [
      'but somebody begins without waiting for longer',
      [pass(PATIENCE), send({ type: 'row.added' })],
      { document: 'open', deciding: 'working', keeping: 'waiting' },
      { history: { past: [] } },
    ],
    [
      'again, because the other one counts, and it was cleared: the page is empty then',
      [...halted, send({ type: 'theirs.taken' }), answer('read', 'nothing')],
      { document: 'empty', keeping: 'idle' },
      { history: { present: { inventory: emptyInventory } }, kept: undefined, theirs: undefined, revision: 0 },
    ],
    [
      'again, because the other one counts, with this one a step back',
      [...halted, send({ type: 'theirs.taken' }), answer('read', { ...kept, revision: 9 })],
      { document: 'open', keeping: 'idle' },
      { theirs: undefined, revision: 9, history: { present: { done: 'showing what was kept in another tab' } } },
    ],
  ]);
});

describe('a spreadsheet is read', () => {
  testPaths([
    ['when it is chosen', choose, { document: 'reading' }, { source, failure: '' }],
    ['and shown as it was understood', mapped, { document: { mapping: 'previewing' } }, { opened }],
    ['with a preview of its rows', shown, { document: { mapping: 'shown' } }, { preview }],
    [
      'and has no row',
      [...choose, answer('open', { ...opened, sheets: [sheet(0)] })],
      { document: 'open' },
      { failure: 'There is a header at most, and no row below it.', source: undefined, again: undefined },
    ],
    [
      'and cannot be read',
      [...choose, fail('open', new Error('no workbook'))],
      { document: 'open' },
      { failure: 'no workbook', again: undefined },
    ],
    [
      'and a part of the program is missing, so that it can be chosen again',
      [...choose, fail('open', new MissingPart('not loaded'))],
      { document: 'open' },
      { failure: 'not loaded', again: { type: 'source.chosen', source } },
    ],
    [
      'and is given up, and the stopped worker decides anew',
      [...choose, cancel],
      { document: 'open', deciding: 'working' },
    ],
    [
      'and is given up where nothing is open: nothing is decided',
      [...nothingKept, send({ type: 'source.chosen', source }), cancel],
      { document: 'empty', deciding: 'idle' },
    ],
    [
      'and cannot be previewed',
      [...mapped, fail('preview', new Error('no preview'))],
      { document: 'open' },
      { failure: 'no preview', source: undefined },
    ],
    [
      'and another sheet of it is chosen',
      [...shown, send({ type: 'sheet.chosen', sheet: 1 })],
      { document: { mapping: 'previewing' } },
      { mapping: { sheet: 1, columns: ['system'] } },
    ],
    [
      'and another sheet is read together with it',
      [...shown, send({ type: 'sheets.joined', together: [1] })],
      { document: { mapping: 'previewing' } },
      { mapping: { sheet: 0, together: [1], columns: ['name', 'extra'] } },
    ],
    [
      'and one of the sheets that are read together is looked at',
      [...shown, send({ type: 'sheets.joined', together: [1] }), send({ type: 'sheet.chosen', sheet: 1 })],
      { document: { mapping: 'previewing' } },
      { mapping: { sheet: 1, together: [0], columns: ['system'] } },
    ],
    [
      'and no other sheet is read together with it after all',
      [...shown, send({ type: 'sheets.joined', together: [1] }), send({ type: 'sheets.joined', together: [] })],
      { document: { mapping: 'previewing' } },
      { mapping: { sheet: 0, together: undefined } },
    ],
    [
      'and another row of it is said to hold the headers',
      [...shown, send({ type: 'header.chosen', choice: 3 })],
      { document: { mapping: 'choosingHeader' } },
    ],
    [
      'and is looked at again with that header',
      [
        ...shown,
        send({ type: 'header.chosen', choice: 3 }),
        answer('chooseHeader', sheet(1, match('Partner', 'system'))),
      ],
      { document: { mapping: 'previewing' } },
      { mapping: { sheet: 0, columns: ['system'] } },
    ],
    [
      'and cannot be looked at with that header',
      [...shown, send({ type: 'header.chosen', choice: 'none' }), fail('chooseHeader', new Error('no sheet'))],
      { document: 'open' },
      { failure: 'no sheet', source: undefined },
    ],
    [
      'and rows that were left out are taken in',
      [...shown, send({ type: 'aside.chosen', why: 'total', isTaken: true })],
      { document: { mapping: 'previewing' } },
      { mapping: { takenIn: ['total'] } },
    ],
    [
      'and rows that were taken in are left out again',
      [
        ...shown,
        send({ type: 'aside.chosen', why: 'total', isTaken: true }),
        send({ type: 'aside.chosen', why: 'total', isTaken: false }),
      ],
      { document: { mapping: 'previewing' } },
      { mapping: { takenIn: [] } },
    ],
    [
      'and one of its names is said to be F&O',
      [...shown, send({ type: 'own.named', name: 'Ledger' })],
      { document: { mapping: 'previewing' } },
      { mapping: { ownName: 'Ledger' } },
    ],
    [
      'and none of its names is F&O after all',
      [...shown, send({ type: 'own.named', name: 'Ledger' }), send({ type: 'own.named', name: '' })],
      { document: { mapping: 'previewing' } },
      { mapping: { ownName: undefined } },
    ],
    [
      'and a column of it is given another meaning',
      [...shown, send({ type: 'column.chosen', index: 1, column: 'system' })],
      { document: { mapping: 'previewing' } },
      { mapping: { columns: ['name', 'system'] }, corrections: { headers: { partner: 'system' } } },
    ],
    [
      'and a word of it is given another meaning',
      [...shown, send({ type: 'word.corrected', column: 'latency', word: 'Nightly!', value: 'nightly' })],
      { document: { mapping: 'previewing' } },
      { corrections: { values: { latency: { nightly: 'nightly' } } } },
    ],
    [
      'and then not wanted',
      [...shown, send({ type: 'mapping.cancelled' })],
      { document: 'open' },
      { source: undefined, mapping: undefined, history: { present: { inventory: kept.inventory } } },
    ],
    ['and is added', adding, { document: 'adding' }],
    ['and replaces', replacing, { document: 'replacing' }],
    [
      'and cannot be added',
      [...adding, fail('take', new Error('not taken'))],
      { document: 'open' },
      { failure: 'not taken' },
    ],
    ['and is given up while it is added', [...adding, cancel], { document: 'open', deciding: 'working' }],
    [
      'and cannot replace',
      [...replacing, fail('take', new Error('not taken'))],
      { document: 'open' },
      { failure: 'not taken' },
    ],
    ['and is given up while it replaces', [...replacing, cancel], { document: 'open', deciding: 'working' }],
  ]);

  const third = { of: 'rows', rows: [rowOf(3, 'Third')] } as const;

  test('and its rows stand behind those there are', async () => {
    const world = await walk([...adding, part('take', third), answer('take', read)]);
    const { present } = world.context().history;
    expect(world.value()).toMatchObject({ document: 'open', deciding: 'working', keeping: 'waiting' });
    expect(names(present.inventory)).toEqual(['Interface 1', 'Interface 2', 'Third']);
    expect(present.done).toBe('reading list');
    expect(present.inventory.title).toBe('Kept');
    expect(world.context().faults).toEqual([fault]);
    expect(world.given('take')).toMatchObject([{ firstKey: 3 }]);
  });

  test('and its rows take the place of those there are', async () => {
    const world = await walk([...replacing, part('take', third), answer('take', read)]);
    const { present, past } = world.context().history;
    expect(names(present.inventory)).toEqual(['Third']);
    expect(present.inventory).toMatchObject({ title: 'list' });
    expect(present.inventory.origin).toBeUndefined();
    expect(past).toHaveLength(1);
    expect(world.noticed).toContain('1 rows are at the worker');
  });

  test('and giving it up ends what the worker does', async () => {
    const { noticed } = await walk([...choose, cancel]);
    expect(noticed).toEqual(['the worker is stopped', 'the worker has forgotten']);
  });
});

describe('the sample is read', () => {
  const again = { type: 'sample.requested', source };
  testPaths([
    ['when it is asked for', sampling, { document: { sampling: 'opening' } }, { source }],
    [
      'without asking what its columns mean',
      takingSample,
      { document: { sampling: 'taking' } },
      { mapping: { sheet: 0 } },
    ],
    [
      'and is marked as what it is',
      [...takingSample, answer('take', read)],
      { document: 'open', deciding: 'working' },
      { history: { present: { inventory: { origin: 'sample', title: 'list' } } } },
    ],
    ['and cannot be opened', [...sampling, fail('open', new MissingPart('x'))], { document: 'open' }, { again }],
    ['and cannot be taken', [...takingSample, fail('take', new MissingPart('x'))], { document: 'open' }, { again }],
    ['and is given up', [...takingSample, cancel], { document: 'open', deciding: 'working' }],
  ]);

  test.each([
    ['reading', choose, true],
    ['adding', adding, true],
    ['replacing', replacing, true],
    ['sampling', sampling, true],
    ['mapping', shown, false],
    ['open', twoKept, false],
  ])('the page shows in "%s" whether something is being read', async (_state, steps, isReading) => {
    expect((await walk(steps)).hasTag('reading')).toBe(isReading);
  });
});

describe('the inventory is edited, and what was decided is decided anew', () => {
  const decided = answer('update', 'done');
  const decidedRow = [...typed, decided];
  const shared = { countSystems: false, answers: { systems: 4 } };
  const present = (inventory: object, done: string) => ({ history: { present: { inventory, done } } });
  testPaths([
    ['by a first row', typed, { document: 'open', deciding: 'working', keeping: 'waiting' }, { history: { past: [] } }],
    [
      'in a cell',
      [...decidedRow, edit],
      { document: 'open', deciding: 'working' },
      present({ rows: [{ key: 1, cells: { name: 'Orders' } }] }, 'Name'),
    ],
    [
      'by another row',
      [...decidedRow, send({ type: 'row.added' })],
      { document: 'open', deciding: 'working' },
      present({ rows: [{ key: 1 }, { key: 2 }] }, 'adding a row'),
    ],
    [
      'by a row less',
      [...decidedRow, send({ type: 'row.removed', key: 1, done: 'removing' })],
      { document: 'open', deciding: 'working' },
      present({ rows: [] }, 'removing'),
    ],
    [
      'in a column that is added',
      [
        ...decidedRow,
        send({ type: 'column.added', header: 'Owner' }),
        send({ type: 'extra.edited', key: 1, index: 0, text: 'Ann', done: 'Owner' }),
      ],
      { document: 'open', deciding: 'working' },
      present({ extraHeaders: ['Owner'], rows: [{ key: 1, extras: ['Ann'] }] }, 'Owner'),
    ],
    [
      'by the order of work that is taken over',
      [...decidedRow, send({ type: 'wave.taken', header: 'Wave', texts: new Map([[1, 'Wave 1']]) })],
      { document: 'open', deciding: 'working' },
      present({ extraHeaders: ['Wave'], rows: [{ key: 1, extras: ['Wave 1'] }] }, 'taking over the waves'),
    ],
    [
      'by what is taken over from the decision log',
      [...decidedRow, send({ type: 'log.taken', inventory: { ...emptyInventory, title: 'Owned' } })],
      { document: 'open', deciding: 'working' },
      present({ title: 'Owned', rows: [] }, 'taking over from the decision log'),
    ],
    [
      'by a project file, and what was there is a step back',
      [...decidedRow, send({ type: 'project.opened', inventory: { ...emptyInventory, title: 'Theirs' } })],
      { document: 'open', deciding: 'working' },
      present({ title: 'Theirs', rows: [] }, 'opening Theirs'),
    ],
    [
      'in what is said once for all',
      [...decidedRow, send({ type: 'shared.changed', shared, done: 'Systems' })],
      { document: 'open', deciding: 'working' },
      present({ shared }, 'Systems'),
    ],
    [
      'and the edit is taken back',
      [...decidedRow, edit, decided, send({ type: 'undo.requested' })],
      { document: 'open', deciding: 'working' },
      present({ rows: [{ key: 1, cells: {} }] }, ''),
    ],
    [
      'and made again',
      [...decidedRow, edit, decided, send({ type: 'undo.requested' }), decided, send({ type: 'redo.requested' })],
      { document: 'open', deciding: 'working' },
      present({ rows: [{ key: 1, cells: { name: 'Orders' } }] }, 'Name'),
    ],
  ]);
});

describe('the inventory is cleared', () => {
  const stays = { history: { present: { inventory: kept.inventory } } };
  const offered = { type: 'inventory.cleared' };
  testPaths([
    [
      'when it is asked for',
      clearing,
      { document: 'clearing', deciding: 'idle', keeping: 'idle' },
      { ...stays, failure: '' },
    ],
    [
      'and gone',
      [...clearing, answer('clear', { result: 'cleared' })],
      { document: 'empty', deciding: 'idle', keeping: 'idle' },
      { history: { present: { inventory: emptyInventory } }, kept: undefined, revision: 0 },
    ],
    [
      'but another tab has written since',
      [...clearing, answer('clear', outdated)],
      { document: 'open', deciding: 'working', keeping: 'halted' },
      { ...stays, theirs: outdated.there, failure: expect.stringMatching(/changed in another tab since/) },
    ],
    [
      'in a browser that never kept anything',
      [...typed, clear, answer('clear', refused('denied'))],
      { document: 'empty', deciding: 'idle' },
      { failure: expect.stringMatching(/^The table is empty now/) },
    ],
    [
      'and the browser refuses',
      [...clearing, answer('clear', refused('denied'))],
      { document: 'open', deciding: 'working', keeping: 'idle' },
      { ...stays, again: offered, failure: expect.stringMatching(/did not let the page delete/) },
    ],
    [
      'and that fails',
      [...clearing, fail('clear', new Error('x'))],
      { document: 'open', deciding: 'working' },
      { ...stays, again: offered },
    ],
    [
      'and the browser does not answer',
      [...clearing, pass(PATIENCE)],
      { document: 'open', deciding: 'working' },
      { ...stays, again: offered, failure: expect.stringMatching(/not answered for 8 seconds/) },
    ],
    [
      'and the browser refuses where part of it is missing: nothing is written over what is there',
      [answer('read', { ...kept, missing }), clear, answer('clear', refused('denied'))],
      { document: 'open', keeping: 'halted' },
    ],
  ]);

  test('and other tabs hear of it', async () => {
    expect((await walk([...clearing, answer('clear', { result: 'cleared' })])).noticed).toEqual([
      'revision 0 is announced',
    ]);
  });
});

describe('the inventory is decided', () => {
  const outcome = (primary: string) => ({ primary }) as never;
  const cancelDeciding = send({ type: 'deciding.cancelled' });
  testPaths([
    [
      'row by row, newer outcomes over older ones',
      [
        ...twoKept,
        part('update', {
          of: 'outcomes',
          outcomes: [
            [1, outcome('odata')],
            [2, outcome('dmf')],
          ],
          done: 0.5,
        }),
        part('update', { of: 'outcomes', outcomes: [[1, outcome('batch-api')]], done: 0.75 }),
      ],
      { deciding: 'working' },
      {
        outcomes: new Map([
          [1, outcome('batch-api')],
          [2, outcome('dmf')],
        ]),
        decided: 0.75,
      },
    ],
    [
      'and added up',
      [...twoKept, part('update', { of: 'programme', programme: { interfaces: 2 } as never })],
      { deciding: 'working' },
      { programme: { interfaces: 2 } },
    ],
    [
      'and looked at for blanks worth filling',
      [...twoKept, part('update', { of: 'blanks', blanks: [], looked: 2 })],
      { deciding: 'working' },
      { blanks: [], looked: 2 },
    ],
    ['to the end', [...twoKept, answer('update', 'done')], { deciding: 'idle' }],
    ['until that fails', [...twoKept, fail('update', new Error('lost'))], { deciding: 'stopped' }, { failure: 'lost' }],
    ['until somebody stops it', [...twoKept, cancelDeciding], { deciding: 'stopped' }],
    [
      'and taken up again',
      [...twoKept, fail('update', new Error('lost')), send({ type: 'deciding.resumed' })],
      { deciding: 'working' },
      { failure: '' },
    ],
    [
      'and what comes after it was stopped is not shown',
      [...twoKept, cancelDeciding, part('update', { of: 'outcomes', outcomes: [[1, outcome('odata')]], done: 1 })],
      { deciding: 'stopped' },
      { outcomes: new Map(), decided: 0 },
    ],
    [
      'anew after an export was cancelled, which stopped the worker',
      [...twoKept, answer('update', 'done'), send({ type: 'export.cancelled' })],
      { deciding: 'working' },
    ],
  ]);
});

describe('the inventory is kept', () => {
  testPaths([
    ['some time after the last edit', [...typed, pass(PAUSE - 1), edit, pass(PAUSE - 1)], { keeping: 'waiting' }],
    ['in one go', saving, { keeping: { saving: 'prompt' } }],
    ['at last', saved, { keeping: 'saved' }, { revision: 1 }],
    ['but the browser does not answer', [...saving, pass(PATIENCE)], { keeping: { saving: 'slow' } }],
    ['but another tab has written', halted, { keeping: 'halted' }, { theirs: outdated.there }],
    ['but the storage is full', [...saving, answer('save', refused('full'))], { keeping: 'full' }],
    ['but the browser refuses', [...saving, answer('save', refused('denied'))], { keeping: 'denied' }],
    ['but that fails', [...saving, fail('save', new Error('x'))], { keeping: 'denied' }],
    [
      'again after an edit that came while it was being kept',
      [...saving, edit, answer('save', { result: 'saved', revision: 1 })],
      { keeping: 'waiting' },
    ],
    ['again after an edit', [...saved, edit], { keeping: 'waiting' }],
    [
      'again after an edit, though the storage was full',
      [...saving, answer('save', refused('full')), edit],
      { keeping: 'waiting' },
    ],
    [
      'again after an edit, though it was refused',
      [...saving, answer('save', refused('denied')), edit],
      { keeping: 'waiting' },
    ],
    [
      'though what was there could not be read',
      [answer('read', 'denied'), send({ type: 'row.added' })],
      { keeping: 'waiting' },
    ],
    [
      'and word of another tab that comes meanwhile is left to the store',
      [...saving, send({ type: 'other.saved', revision: 9 })],
      { keeping: { saving: 'prompt' } },
    ],
  ]);

  test('over the revision that it follows, and other tabs hear of it', async () => {
    const world = await walk(saving);
    expect(world.given('save')).toEqual([world.context().history.present.inventory, 0]);
    await world.answer('save', { result: 'saved', revision: 4 });
    expect(world.noticed).toContain('revision 4 is announced');
  });
});

describe('another tab has kept something', () => {
  testPaths([
    ['which is looked at', checking, { keeping: 'checking' }],
    ['and it is what this one follows', [...saved, send({ type: 'other.saved', revision: 1 })], { keeping: 'saved' }],
    [
      'and a person has to say what counts',
      [...checking, answer('look', holding(9))],
      { keeping: 'halted' },
      { theirs: holding(9) },
    ],
    ['and it is gone again', [...checking, answer('look', holding(1))], { keeping: 'saved' }, { theirs: undefined }],
    [
      'and part of what is kept is still missing',
      [answer('read', { ...kept, missing }), send({ type: 'other.saved', revision: 9 }), answer('look', holding(5))],
      { keeping: 'halted' },
    ],
    [
      'and this page is empty',
      [...nothingKept, send({ type: 'other.saved', revision: 9 }), answer('look', 'denied')],
      { keeping: 'idle' },
    ],
    ['and looking fails', [...checking, fail('look', new Error('x'))], { keeping: 'idle' }],
    [
      'which is shown',
      [...halted, send({ type: 'theirs.taken' })],
      { document: { restoring: 'prompt' }, keeping: 'idle' },
    ],
    [
      'which is written over',
      [...halted, send({ type: 'mine.kept' })],
      { keeping: { saving: 'prompt' } },
      { revision: 9 },
    ],
    [
      'which an empty page does not write over',
      [answer('read', newer), send({ type: 'mine.kept' })],
      { document: 'empty', keeping: 'halted' },
    ],
  ]);
});

/** Every way out of a state, with what it is called by. */
function waysOf(node: AnyStateNode): [name: string, transition: object][] {
  const own = [...node.transitions].flatMap(([event, all]) =>
    all.map((one, index): [string, object] => [`${node.id}: ${event}, ${index + 1} of ${all.length}`, one]),
  );
  const always = (node.always ?? []).map((one, index): [string, object] => [`${node.id}: always, ${index + 1}`, one]);
  return [...own, ...always, ...Object.values(node.states).flatMap(waysOf)];
}

test('no way of the machine is left out above', () => {
  const ways = waysOf(inventoryMachine.root);
  expect(ways.length).toBeGreaterThan(80);
  expect(ways.filter(([, transition]) => !taken.has(transition)).map(([name]) => name)).toEqual([]);
});
