import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { createStore, set } from 'idb-keyval';
import { describe, expect, test } from 'vitest';
import { fromFragment, toFragment } from '#apps/tools/address.ts';
import { entriesIn, MOST_ROWS, sameEntries } from '#apps/tools/entries-in.ts';
import { openToolStore } from '#apps/tools/keeping.ts';
import { type Entries, enteredColumns, exampleEntries, startEntries, type Tool } from '#core/tools/tool.ts';
import { levels, plan, tools } from '#tests/support/tools.ts';

const entries = (opening: string, ...names: string[]): Entries => ({
  inputs: { opening },
  tables: { steps: names.map((name) => ({ name })) },
});

let databases = 0;
const newName = (): string => {
  databases += 1;
  return `tools-of-test-${databases}`;
};

/** Whatever somebody may type into a tool. */
const typedInto = (tool: Tool): fc.Arbitrary<Entries> =>
  fc.record({
    inputs: fc.record(Object.fromEntries(tool.inputs.map(({ id }) => [id, fc.string()]))),
    tables: fc.record(
      Object.fromEntries(
        tool.tables.map((table) => [
          table.id,
          fc.array(fc.record(Object.fromEntries(enteredColumns(table).map(({ id }) => [id, fc.string()]))), {
            maxLength: 4,
          }),
        ]),
      ),
    ),
  }) as fc.Arbitrary<Entries>;

describe('an address', () => {
  test('says the example of every tool, and leads back to it', () => {
    for (const tool of tools) {
      const example = exampleEntries(tool);
      const found = fromFragment(tool, `#${toFragment(tool, example)}`);
      expect(typeof found === 'object' && sameEntries(found, example), tool.id).toBe(true);
    }
  });

  test('is empty where nothing was typed', () => {
    expect(toFragment(plan, startEntries(plan))).toBe('');
    expect(fromFragment(plan, '')).toBe('none');
  });

  test('leads back to whatever was typed', () => {
    fc.assert(
      fc.property(typedInto(plan), (typed) => {
        const fragment = toFragment(plan, typed);
        if (fragment === '') return;
        const found = fromFragment(plan, fragment);
        expect(typeof found === 'object' && sameEntries(found, typed)).toBe(true);
      }),
    );
  });

  test('says nothing of what is given, and cannot change it', () => {
    const tool = { ...plan, tables: [levels] };
    const typed = { inputs: { opening: '18' }, tables: { levels: [{ name: 'Low' }, { name: 'High', price: '12' }] } };
    const entries = entriesIn(tool, typed);
    expect(entries && toFragment(tool, entries)).toBe('opening=18&levels=price;5;12');
    expect(fromFragment(tool, '#levels=name,price;Free,1')).toEqual({
      inputs: { opening: '18' },
      tables: {
        levels: [
          { name: 'Low', price: '1' },
          { name: 'High', price: '9' },
        ],
      },
    });
  });

  test.each(['#nonsense', '#a=1&b=2', '#%E0%A4%A', '#&&&', '#='])('%s cannot be read', (fragment) => {
    expect(fromFragment(plan, fragment)).toBe('unreadable');
  });

  test('with damaged codes keeps what can be read', () => {
    const found = fromFragment(plan, '#opening=%E0%A4%A&steps=name,hours;Load%20it,%ZZ');
    expect(found).toEqual({ inputs: { opening: '' }, tables: { steps: [{ name: 'Load it', hours: '' }] } });
  });

  test('cannot bring rows without end, nor names that no tool has', () => {
    const long = `steps=name,__proto__,evil${';x,y,z'.repeat(MOST_ROWS + 50)}`;
    const found = fromFragment(plan, long);
    expect(typeof found === 'object' && found.tables.steps).toHaveLength(MOST_ROWS);
    expect(typeof found === 'object' && Object.keys(found.tables.steps?.[0] ?? {})).toEqual(['name']);
  });
});

describe('what a browser keeps', () => {
  test('comes back as it was', async () => {
    const name = newName();
    const store = openToolStore(plan, name);
    expect(await store.read()).toBe('nothing');
    expect(await store.save({ entries: entries('20', 'Load'), aside: entries('9') }, 0)).toEqual({
      result: 'saved',
      revision: 1,
    });
    const kept = await openToolStore(plan, name).read();
    expect(kept).toMatchObject({ revision: 1, entries: entries('20', 'Load'), aside: entries('9') });
  });

  test('is not written over by a tab that has not seen it', async () => {
    const name = newName();
    const [first, second] = [openToolStore(plan, name), openToolStore(plan, name)];
    await first.save({ entries: entries('1') }, 0);
    await second.save({ entries: entries('2') }, 1);
    const late = await first.save({ entries: entries('3') }, 1);
    expect(late).toMatchObject({ result: 'outdated', there: { revision: 2, entries: entries('2') } });
    expect(await second.read()).toMatchObject({ entries: entries('2') });
    expect(await first.save({ entries: entries('3') }, 2)).toMatchObject({ result: 'saved', revision: 3 });
  });

  test.each([
    ['of a later version', { version: 2, revision: 1, entries: {} }],
    ['that is damaged', { version: 1, revision: 1, entries: 'gone' }],
    ['that is no record', 'text'],
  ])('and %s is left as it is', async (_what, there) => {
    const name = newName();
    await set(plan.id, there, createStore(name, 'kept'));
    const store = openToolStore(plan, name);
    expect(await store.read()).toBe('unreadable');
    expect(await store.save({ entries: entries('1') }, 0)).toEqual({ result: 'unreadable' });
  });

  test('takes known names and texts only', () => {
    const found = entriesIn(plan, {
      inputs: { opening: '7', other: '8' },
      tables: { steps: [{ name: 'a', hours: 3, starts: '1' }, null, 'x'], gone: [] },
    });
    expect(found).toEqual({ inputs: { opening: '7' }, tables: { steps: [{ name: 'a' }, {}, {}] } });
    expect(entriesIn(plan, { inputs: {}, tables: {} })).toEqual(startEntries(plan));
    expect(entriesIn(plan, null)).toBeUndefined();
  });

  test('says so where the browser keeps nothing', async () => {
    const whole = globalThis.indexedDB;
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
    try {
      const store = openToolStore(plan, newName());
      expect(await store.read()).toBe('denied');
      expect(await store.save({ entries: entries('1') }, 0)).toEqual({ result: 'refused', reason: 'denied' });
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: whole });
    }
  });
});
