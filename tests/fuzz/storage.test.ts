// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decider } from '#apps/inventory/deciding/decide.ts';
import { readCorrections } from '#apps/inventory/keeping/corrections-store.ts';
import { openStore } from '#apps/inventory/keeping/store.ts';
import { type Inventory, readRow, rowTitle, sharedAnswers } from '#apps/inventory/machine/inventory.ts';
import { columns } from '#apps/inventory/reading/columns.ts';
import { importSession } from '#apps/inventory/reading/import-session.ts';
import { mappingOf } from '#apps/inventory/reading/mapping.ts';
import { exportTable } from '#apps/inventory/writing/export-table.ts';
import { keepRead, readAnswers } from '#apps/reading-progress/read-answers.ts';
import { keepSearch, recentSearches } from '#apps/search/palette/recent.ts';
import { startGroups } from '#apps/search/palette/suggestions.ts';
import { fillList } from '#apps/search/palette/view.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { fields } from '#core/advisor/profile.ts';
import { putEntry } from '#tests/support/kept-inventory.ts';
import { lexicon } from '#tests/support/lexicon.ts';
import { book } from '#tests/support/rule-book.ts';
import { eachInput } from './each-input.ts';
import { anything, like, stored, texts } from './inputs.ts';
import { expectNoInjectedMarkup } from './markup.ts';

const vocabulary = loadVocabulary();

/** A store that holds one text under every key until something else is put there. */
function storeOf(kept: string): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? kept,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as Storage;
}

test('the progress on reading paths survives any store', async () => {
  await eachInput('reading-progress', stored(fc.array(texts)), 200, (kept) => {
    vi.stubGlobal('localStorage', storeOf(kept));
    for (const id of readAnswers()) expect(typeof id).toBe('string');
    expect(keepRead(['integration/which-pattern'], true)).toBe(true);
    expect(readAnswers()).toContain('integration/which-pattern');
  });
});

test('recent searches survive any store, and are text where they are shown', async () => {
  await eachInput('recent-searches', stored(fc.array(texts)), 200, (kept) => {
    const storage = storeOf(kept);
    const root = document.createElement('div');
    fillList(
      root,
      startGroups(
        recentSearches(() => storage),
        undefined,
        '',
      ),
    );
    expectNoInjectedMarkup(root);
    keepSearch('ledger', () => storage);
    expect(recentSearches(() => storage)[0]).toBe('ledger');
  });
});

const words = fc.dictionary(fc.oneof(texts, fc.constantFrom('name', 'how often', 'daily', 'whenever')), texts);
const corrections = like({
  headers: fc.dictionary(
    fc.oneof(texts, fc.constantFrom('name', 'how often')),
    fc.constantFrom('extra', ...columns, ...columns.map((column) => `${column} `)),
  ),
  values: fc.dictionary(fc.constantFrom(...fields, 'name', 'constructor'), words),
});

const spreadsheet = 'Name,How often,constructor,toString\nA,daily,1,2\nB,whenever,constructor,__proto__\n';

test('a spreadsheet is read whatever corrections the store holds', async () => {
  await eachInput('corrections', stored(corrections), 100, async (kept) => {
    const found = readCorrections(() => storeOf(kept));
    const desk = importSession(vocabulary, book, lexicon);
    const opened = await desk.open({ kind: 'text', name: 'a.csv', text: spreadsheet }, found);
    const mapping = mappingOf(opened, found);
    const answers = [opened, desk.preview(mapping), desk.take(mapping, 1)];
    expect(structuredClone(answers)).toEqual(answers);
    for (const { column } of opened.sheets[0]?.matches ?? []) expect([...columns, 'extra']).toContain(column);
    for (const { cells } of desk.take(mapping, 1).rows) {
      for (const text of Object.values(cells)) expect(typeof text).toBe('string');
    }
  });
});

/** A database that holds these entries and no others. */
async function holdOnly(entries: Record<string, unknown>): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  for (const [key, value] of Object.entries(entries)) await putEntry(key, value);
}

const rows = fc.array(
  like({
    key: fc.oneof(fc.nat({ max: 3 }), fc.nat()),
    cells: fc.dictionary(
      fc.oneof(fc.constantFrom(...columns), texts),
      fc.oneof({ weight: 9, arbitrary: texts }, anything),
    ),
    extras: fc.array(texts, { maxLength: 3 }),
  }),
  { maxLength: 4 },
);
const heads = like({
  schemaVersion: fc.constantFrom(1, 1, 1, 1, 2, '1'),
  revision: fc.oneof(fc.nat(), fc.constantFrom(-1, Number.NaN, '3')),
  at: fc.nat(),
  title: texts,
  extraHeaders: fc.array(texts, { maxLength: 3 }),
  shared: like({
    countSystems: fc.boolean(),
    answers: like({ systems: fc.nat(), deployment: fc.constant('cloud'), ownership: texts }),
  }),
  bundles: fc.constantFrom(['a'], ['a', 'b'], ['b', 'missing'], []),
});

/** Everything that the page does with an inventory it has opened. */
function use({ rows: all, shared, extraHeaders }: Inventory): void {
  const filled = sharedAnswers({ shared, rows: all });
  const decide = decider(book);
  const decided = all.map((row) => ({ row, outcome: decide({ ...filled, ...readRow(row).profile }) }));
  for (const cell of exportTable({ extraHeaders }, decided, vocabulary, book).flat())
    expect(typeof cell).toBe('string');
  for (const [index, row] of all.entries()) expect(typeof rowTitle(row, index)).toBe('string');
}

test('the inventory opens or begins anew whatever the database holds, and can be kept again', async () => {
  const kept = fc.record({ head: heads, a: fc.oneof({ weight: 5, arbitrary: rows }, anything), b: rows });
  await eachInput('inventory-store', kept, 200, async ({ head, a, b }) => {
    await holdOnly({ head, a, b });
    const store = openStore();
    const found = await store.read();
    expect(found).not.toBe('denied');
    if (typeof found !== 'object' || !('inventory' in found)) return;
    const { inventory, revision } = found;
    expect(typeof inventory.title).toBe('string');
    expect(new Set(inventory.rows.map(({ key }) => key)).size).toBe(inventory.rows.length);
    use(inventory);
    const changed = { ...inventory, title: 'Changed' };
    expect(await store.save(changed, revision)).toEqual({ result: 'saved', revision: revision + 1 });
    expect(await openStore().read()).toMatchObject({ inventory: changed, missing: undefined });
  });
});

test('a database that holds no inventory can be written to', async () => {
  const rubbish = fc.oneof(anything, like({ bundles: anything, revision: texts }));
  await eachInput('inventory-rubbish', rubbish, 200, async (head) => {
    await holdOnly({ head });
    const store = openStore();
    const found = await store.read();
    const revision = typeof found === 'object' ? found.revision : 0;
    const inventory = { title: 'New', extraHeaders: [], rows: [], shared: { countSystems: true, answers: {} } };
    expect(await store.save(inventory, revision)).toMatchObject({ result: 'saved' });
    expect(await openStore().read()).toMatchObject({ inventory });
  });
});
