import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { type Decision, newDecision, since, statuses, verdictOn } from '#apps/decision-log/decision.ts';
import { keepDecision } from '#apps/decision-log/keep.ts';
import { logMachine } from '#apps/decision-log/machine.ts';
import { applied } from '#apps/decision-log/operations.ts';
import { dataOf, isDay, readDecision, readLog, readLogText } from '#apps/decision-log/read-log.ts';
import { inOrder, orderAfter } from '#apps/decision-log/sort.ts';
import { type LogStore, openStore } from '#apps/decision-log/store.ts';
import { fragmentOf, interfacesCsv, logCsv, logJson, logMarkdown } from '#apps/decision-log/write-log.ts';
import { fromFragment } from '#apps/questionnaire/address.ts';
import { book } from '#tests/support/rule-book.ts';

const answers = { profile: { operation: 'bulk-load', latency: 'nightly' }, unsure: ['systems'] } as const;

const decisionOf = (id: string, change: Partial<Decision> = {}): Decision => ({
  ...newDecision({ name: `Interface ${id}`, answers, sentence: '' }, book, id, '2026-11-28'),
  number: 1,
  ...change,
});

const stored = (...decisions: readonly unknown[]) => ({ schema_version: 1, decisions });

let stores = 0;
const freshName = (): string => `log-${++stores}`;

describe('a decision', () => {
  test('begins as a draft of today with the verdict of the rules', () => {
    const decision = newDecision({ name: ' Orders\nin ', answers, sentence: 'Nightly' }, book, 'a', '2026-11-28');
    expect(decision).toMatchObject({ name: 'Orders in', status: 'draft', date: '2026-11-28', owner: '', note: '' });
    expect(decision.verdict).toEqual(verdictOn(answers, book));
    expect(decision.verdict.primary).toBe('dmf');
  });

  test('is held against the rules of today', () => {
    const decision = decisionOf('a');
    expect(since(decision, book)).toEqual({ kind: 'same-rules' });
    const older = { ...decision.verdict, rulesVersion: '1.0' };
    expect(since({ ...decision, verdict: older }, book)).toEqual({ kind: 'confirmed' });
    for (const other of [
      { primary: 'odata' },
      { primary: undefined },
      { middleware: 'required' },
      { certainty: 'undecided' },
    ] as const) {
      expect(since({ ...decision, verdict: { ...older, ...other } }, book)).toEqual({
        kind: 'moved',
        now: decision.verdict,
      });
    }
  });
});

describe('reading', () => {
  test('takes back what was written, to the letter', () => {
    const decision = decisionOf('a', { owner: 'Finance IT', status: 'accepted', note: 'As agreed.\nSee minutes.' });
    expect(readLogText(logJson([decision]))).toEqual({ decisions: [decision], faults: [] });
  });

  test.each<[unknown, RegExp]>([
    [{ id: 'a b' }, /"id" must be/],
    [{ number: 0 }, /"number" must be/],
    [{ status: 'done' }, /"status" is "done"; allowed: draft, proposed/],
    [{ date: '2026-02-30' }, /"date" is "2026-02-30"; allowed: a day/],
    [{ profile: 1 }, /"profile" must be/],
    [{ profile: { latency: 'weekly' } }, /latency is "weekly"; allowed: realtime/],
    [{ verdict: { primary: 'soap' } }, /"verdict" must hold/],
  ])('says of %j what is wrong, and keeps the others', (change, sentence) => {
    const bad = { ...dataOf(decisionOf('a')), ...(change as object) };
    const read = readLog(stored(bad, dataOf(decisionOf('b'))));
    expect(read).toMatchObject({ decisions: [{ id: 'b' }], faults: [expect.stringMatching(sentence)] });
    expect('faults' in read && read.faults[0]).toMatch(/^Decision 1 of 2: /);
  });

  test('says of one id that stands twice that it does', () => {
    expect(readLog(stored(dataOf(decisionOf('a')), dataOf(decisionOf('a'))))).toMatchObject({
      decisions: [{ id: 'a' }],
      faults: ['Decision 2 of 2: its "id" stands twice.'],
    });
  });

  test.each<[string, RegExp]>([
    ['{', /no JSON/],
    ['[]', /no list called "decisions"/],
    ['{"schema_version":2,"decisions":[]}', /newer version/],
    ['{"decisions":[]}', /"schema_version" must be 1/],
    [JSON.stringify(stored(...Array.from({ length: 2001 }, () => 1))), /at most 2000/],
  ])('refuses %s', (text, reason) => {
    expect(readLogText(text)).toEqual({ reason: expect.stringMatching(reason) });
  });

  test('knows the days of the calendar', () => {
    expect(['2026-11-28', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-2-1', '2027-02-29', 'x', ''].some(isDay)).toBe(false);
  });

  test('takes for not sure only fields that have no answer', () => {
    const data = { ...dataOf(decisionOf('a')), not_sure: ['systems', 'latency', 'nonsense'] };
    expect(readDecision(data)).toMatchObject({ answers: { unsure: ['systems'] } });
  });
});

describe('a step', () => {
  const a = dataOf(decisionOf('a', { number: 4 }));
  const strange = { id: 'strange', number: 9, from: 'another version' };

  test('numbers what is added after the highest number, also of entries that cannot be read', () => {
    const { number: _number, ...fresh } = decisionOf('b');
    const after = applied(stored(a, strange), { type: 'add', decisions: [fresh, { ...fresh, id: 'c' }] });
    expect(after?.decisions).toMatchObject([a, strange, { id: 'b', number: 10 }, { id: 'c', number: 11 }]);
  });

  test('adds nothing twice', () => {
    const { number: _number, ...again } = decisionOf('a');
    expect(applied(stored(a), { type: 'add', decisions: [again] })?.decisions).toEqual([a]);
  });

  test('changes one decision and leaves what cannot be read as it is', () => {
    const change = { type: 'change', id: 'a', change: { owner: 'Ops' } } as const;
    expect(applied(stored(a, strange), change)?.decisions).toEqual([{ ...a, owner: 'Ops' }, strange]);
    expect(applied(stored(strange), { ...change, id: 'strange' })?.decisions).toEqual([strange]);
  });

  test('removes, and puts back under the same number', () => {
    const decision = decisionOf('a', { number: 4 });
    const without = applied(stored(a, strange), { type: 'remove', ids: ['a'] });
    expect(without?.decisions).toEqual([strange]);
    expect(applied(without, { type: 'put', decisions: [decision] })?.decisions).toEqual([strange, a]);
    expect(applied(stored(a), { type: 'put', decisions: [{ ...decision, note: 'x' }] })?.decisions).toEqual([
      { ...a, note: 'x' },
    ]);
  });

  test('is not taken over data of another version, or past the most that is kept', () => {
    expect(applied({ schema_version: 2, decisions: [] }, { type: 'remove', ids: [] })).toBeUndefined();
    const full = stored(...Array.from({ length: 2000 }, (_, index) => ({ id: `x${index}` })));
    const { number: _number, ...fresh } = decisionOf('b');
    expect(applied(full, { type: 'add', decisions: [fresh] })).toBeUndefined();
    expect(applied(full, { type: 'remove', ids: ['x1'] })?.decisions).toHaveLength(1999);
  });
});

describe('two tabs', () => {
  test('that add and change at the same time lose nothing and give no number twice', async () => {
    const name = freshName();
    const [one, two] = [openStore(name), openStore(name)];
    const kept = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        keepDecision({ name: `I${index}`, answers, sentence: '' }, book, index % 2 === 0 ? one : two),
      ),
    );
    expect(new Set(kept.map((each) => 'number' in each && each.number)).size).toBe(20);
    const log = await one.read();
    if (log === 'denied' || 'reason' in log) throw new Error('expected a log');
    const [first, second] = log.decisions;
    await Promise.all([
      one.apply({ type: 'change', id: first?.id ?? '', change: { owner: 'A' } }),
      two.apply({ type: 'change', id: first?.id ?? '', change: { note: 'B' } }),
      two.apply({ type: 'remove', ids: [second?.id ?? ''] }),
    ]);
    const after = await two.read();
    expect(after).toMatchObject({ faults: [] });
    expect('decisions' in (after as object) && (after as { decisions: Decision[] }).decisions).toHaveLength(19);
    expect((after as { decisions: Decision[] }).decisions[0]).toMatchObject({ owner: 'A', note: 'B' });
  });
});

describe('the machine', () => {
  const start = (store: LogStore) => createActor(logMachine, { input: { store } }).start();
  const idle = (actor: ReturnType<typeof start>) => waitFor(actor, (now) => now.matches({ open: 'idle' }));
  const { number: _number, ...fresh } = decisionOf('a');

  test('adds, changes, removes and puts back, and what it shows is what is kept', async () => {
    const store = openStore(freshName());
    const actor = start(store);
    await idle(actor);
    actor.send({ type: 'decisions.added', decisions: [fresh, { ...fresh, id: 'b' }] });
    actor.send({ type: 'decision.changed', id: 'a', change: { owner: 'too early' } });
    await idle(actor);
    actor.send({ type: 'decision.changed', id: 'a', change: { owner: 'Ops' } });
    actor.send({ type: 'decision.changed', id: 'b', change: { status: 'accepted' } });
    actor.send({ type: 'decision.removed', id: 'a' });
    await idle(actor);
    expect(actor.getSnapshot().context.decisions).toMatchObject([{ id: 'b', status: 'accepted', number: 2 }]);
    actor.send({ type: 'removal.undone' });
    await idle(actor);
    const { decisions } = actor.getSnapshot().context;
    expect(inOrder(decisions, { by: 'number', descending: false }, book)).toMatchObject([
      { id: 'a', owner: 'Ops', number: 1 },
      { id: 'b' },
    ]);
    expect(await store.read()).toEqual({ decisions, faults: [] });
    actor.send({ type: 'removal.undone' });
    expect(actor.getSnapshot().matches({ open: 'idle' })).toBe(true);
  });

  test('keeps what the browser refuses, writes it when it is tried again, and drops it on demand', async () => {
    const store = openStore(freshName());
    await store.apply({ type: 'add', decisions: [fresh] });
    let isFull = true;
    const limited: LogStore = {
      ...store,
      apply: (step) => (isFull ? Promise.resolve({ result: 'refused', reason: 'full' }) : store.apply(step)),
    };
    const actor = start(limited);
    await idle(actor);
    const refused = () => waitFor(actor, (now) => now.matches({ open: 'refused' }));
    actor.send({ type: 'decision.changed', id: 'a', change: { note: 'one' } });
    await refused();
    expect(actor.getSnapshot().context).toMatchObject({ refusal: 'full', decisions: [{ note: 'one' }] });
    actor.send({ type: 'decision.changed', id: 'a', change: { owner: 'two' } });
    await refused();
    isFull = false;
    actor.send({ type: 'writing.retried' });
    await idle(actor);
    expect(await store.read()).toMatchObject({ decisions: [{ note: 'one', owner: 'two' }] });
    isFull = true;
    actor.send({ type: 'decision.removed', id: 'a' });
    await refused();
    actor.send({ type: 'writing.given-up' });
    await idle(actor);
    expect(actor.getSnapshot().context).toMatchObject({
      waiting: [],
      refusal: undefined,
      decisions: [{ note: 'one' }],
    });
  });

  test('leaves a log that it cannot read alone, and says why', async () => {
    const name = freshName();
    await set('log', { schema_version: 7, decisions: [] }, createStore(name, 'entries'));
    const store = openStore(name);
    const actor = start(store);
    await waitFor(actor, (now) => now.matches('foreign'));
    expect(actor.getSnapshot().context.foreign).toMatch(/newer version/);
    expect(await keepDecision({ name: 'x', answers, sentence: '' }, book, store)).toHaveProperty('refused');
    expect(await store.raw()).toEqual({ schema_version: 7, decisions: [] });
    actor.send({ type: 'writing.retried' });
    await waitFor(actor, (now) => now.matches('foreign'));
  });

  test('says so where the browser keeps nothing', async () => {
    const actor = start({ ...openStore(freshName()), read: () => Promise.resolve('denied') });
    await waitFor(actor, (now) => now.matches('denied'));
    const throwing = start({ ...openStore(freshName()), read: () => Promise.reject(new Error('no')) });
    await waitFor(throwing, (now) => now.matches('denied'));
  });

  test('shows what another tab has written', async () => {
    const store = openStore(freshName());
    let tell: () => void = () => undefined;
    const actor = start({
      ...store,
      watch: (onChange) => {
        tell = onChange;
        return () => undefined;
      },
    });
    await idle(actor);
    await store.apply({ type: 'add', decisions: [fresh] });
    tell();
    await waitFor(actor, (now) => now.context.decisions.length === 1 && now.matches({ open: 'idle' }));
  });

  test('adds what is new in a file, and takes the rest of it only when told to', async () => {
    const store = openStore(freshName());
    const actor = start(store);
    await idle(actor);
    actor.send({ type: 'decisions.added', decisions: [fresh, { ...fresh, id: 'b' }] });
    await idle(actor);
    const log = readLogText(
      logJson([
        decisionOf('a', { name: fresh.name }),
        decisionOf('b', { name: fresh.name, note: 'theirs', number: 5 }),
        decisionOf('c', { number: 0 }),
        decisionOf('d'),
      ]),
    );
    actor.send({ type: 'file.read', log });
    await idle(actor);
    const { imported, decisions } = actor.getSnapshot().context;
    expect(imported).toMatchObject({
      added: 1,
      same: 1,
      differing: [{ id: 'b', number: 2 }],
      faults: [expect.stringMatching(/^Decision 3 of 4/)],
    });
    expect(decisions.map(({ id, note, number }) => [id, note, number])).toEqual([
      ['a', '', 1],
      ['b', '', 2],
      ['d', '', 3],
    ]);
    actor.send({ type: 'import.replaced' });
    await idle(actor);
    expect(await store.read()).toMatchObject({ decisions: [{}, { id: 'b', note: 'theirs', number: 2 }, {}] });
    actor.send({ type: 'file.read', log: { reason: 'It is no JSON.' } });
    await idle(actor);
    expect(actor.getSnapshot().context).toMatchObject({
      imported: { reason: 'It is no JSON.' },
      decisions: { length: 3 },
    });
  });
});

describe('the order', () => {
  const decisions = [
    decisionOf('a', { number: 1, name: 'beta', status: 'accepted', owner: '', date: '2026-01-02' }),
    decisionOf('b', { number: 2, name: 'Alpha 10', status: 'draft', owner: 'Zoë', date: '' }),
    decisionOf('c', { number: 3, name: 'alpha 9', status: 'draft', owner: 'Ann', date: '2026-01-01' }),
  ];
  const ids = (by: Parameters<typeof orderAfter>[1], descending: boolean): string =>
    inOrder(decisions, { by, descending }, book)
      .map(({ id }) => id)
      .join('');

  test('follows words and numbers as people do, with blanks last either way', () => {
    expect([ids('number', false), ids('number', true)]).toEqual(['abc', 'cba']);
    expect([ids('name', false), ids('name', true)]).toEqual(['cba', 'abc']);
    expect([ids('owner', false), ids('owner', true)]).toEqual(['cba', 'bca']);
    expect([ids('date', false), ids('date', true)]).toEqual(['cab', 'acb']);
    expect([ids('status', false), ids('status', true)]).toEqual(['bca', 'abc']);
    expect(ids('pattern', false)).toBe('abc');
  });

  test('turns round at the second click, and not at the first on another column', () => {
    const once = orderAfter({ by: 'number', descending: false }, 'name');
    expect(once).toEqual({ by: 'name', descending: false });
    expect(orderAfter(once, 'name')).toEqual({ by: 'name', descending: true });
    expect(orderAfter(orderAfter(once, 'name'), 'name')).toEqual({ by: 'name', descending: false });
  });
});

describe('writing', () => {
  const decision = decisionOf('a', { number: 7, name: '=Orders|in', status: 'proposed' });

  test('leads back to the answers and to what was decided', () => {
    const resumed = fromFragment(fragmentOf(decision));
    expect(resumed).toMatchObject({
      kind: 'read',
      position: { answers, name: '=Orders|in', place: 'result', decided: { primary: 'dmf' } },
    });
  });

  test('says it as a table and as records, and lets no name become a formula or markup', () => {
    const csv = logCsv([decision], book);
    expect(csv).toContain("D-007,'=Orders|in,Proposed");
    expect(csv).toContain('Data management framework');
    expect(interfacesCsv([decision]).split('\r\n')[0]).toMatch(/^\uFEFFid,name,owner,status,counterpart,/);
    const markdown = logMarkdown([decision], book, (fragment) => `https://site.example/#${fragment}`);
    expect(markdown).toContain('| D-007 | \\=Orders\\|in |');
    expect(markdown).toContain('https://site.example/#rules=');
  });

  test('knows each status', () => {
    for (const status of statuses) expect(logCsv([decisionOf('a', { status })], book)).toMatch(new RegExp(status, 'i'));
  });
});
