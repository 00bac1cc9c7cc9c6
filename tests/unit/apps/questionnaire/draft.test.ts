import { describe, expect, test } from 'vitest';
import { type Position, toFragment } from '#apps/questionnaire/address.ts';
import { openDraft } from '#apps/questionnaire/draft.ts';
import type { Profile } from '#core/advisor/profile.ts';

const answered = (profile: Profile): Position => ({ answers: { profile, unsure: [] }, place: 'review' });
const hourly = answered({ latency: 'hourly' });
const nightly = answered({ latency: 'nightly' });

function storageOf(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('comes back as it was kept', () => {
  const storage = storageOf();
  const draft = openDraft(storage);
  draft.save(hourly, '1.0');
  expect(openDraft(storage).read()).toMatchObject({ kind: 'read', position: hourly });
  draft.clear();
  expect(openDraft(storage).read()).toEqual({ kind: 'fresh' });
});

test('a browser that refuses storage costs nothing but the draft', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const draft = openDraft({ getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(() => draft.save(hourly, '1.0')).not.toThrow();
  expect(() => draft.clear()).not.toThrow();
  expect(() => draft.swap()).not.toThrow();
  expect(() => draft.forgetEarlier()).not.toThrow();
  expect(draft.read()).toEqual({ kind: 'fresh' });
  expect(openDraft(undefined).read()).toEqual({ kind: 'fresh' });
  expect(openDraft(undefined).earlier()).toBeUndefined();
});

describe('answers of somebody else', () => {
  test('what another tab answered is set aside, and can be opened', () => {
    const storage = storageOf();
    const [a, b] = [openDraft(storage), openDraft(storage)];
    a.save(hourly, '1.0');
    b.save(nightly, '1.0');
    expect(openDraft(storage).read()).toMatchObject({ position: nightly });
    expect(openDraft(storage).earlier()).toBe(toFragment(hourly, '1.0'));
  });

  test('a draft survives that a link is followed and answered further', () => {
    const storage = storageOf();
    openDraft(storage).save(hourly, '1.0');
    const page = openDraft(storage, toFragment(answered({ operation: 'read' }), '1.0'));
    page.save(nightly, '1.0');
    expect(page.earlier()).toBe(toFragment(hourly, '1.0'));
    page.clear();
    expect(page.earlier()).toBe(toFragment(hourly, '1.0'));
  });

  test.each([
    ['that were read from the draft', ''],
    ['that the address says too', toFragment(hourly, '1.0')],
  ])('answers %s are changed without further ado', (_story, address) => {
    const storage = storageOf();
    openDraft(storage).save(hourly, '1.0');
    const page = openDraft(storage, address);
    page.read();
    page.save(nightly, '1.0');
    page.save(hourly, '1.0');
    expect(page.earlier()).toBeUndefined();
  });

  test('opened, they change places with the draft, and go on without setting it aside again', () => {
    const storage = storageOf();
    openDraft(storage).save(hourly, '1.0');
    openDraft(storage).save(nightly, '1.0');
    const page = openDraft(storage);
    page.read();
    page.swap();
    expect(page.read()).toMatchObject({ position: hourly });
    page.save(answered({ latency: 'hourly', operation: 'read' }), '1.0');
    expect(page.earlier()).toBe(toFragment(nightly, '1.0'));
    page.forgetEarlier();
    expect(page.earlier()).toBeUndefined();
  });

  test('what a later version wrote is set aside before something else takes its place', () => {
    const storage = storageOf({ 'advisor-draft': '{"version":2}' });
    const page = openDraft(storage);
    expect(page.read()).toEqual({ kind: 'fresh' });
    page.save(hourly, '1.0');
    expect(storage.kept.get('advisor-draft-set-aside')).toBe('{"version":2}');
    expect(page.earlier()).toBeUndefined();
  });

  test('where there is no room to set it aside, it is not written over either', () => {
    const storage = storageOf({ 'advisor-draft': toFragment(hourly, '1.0') });
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    openDraft(full).save(nightly, '1.0');
    openDraft(full).clear();
    expect(openDraft(storage).read()).toMatchObject({ position: hourly });
  });
});

test('a draft that an earlier build left opens as it was left', () => {
  const storage = storageOf({ 'advisor-draft': 'rules=1.1.3c9a01f&at=latency&operation=read&systems=unsure' });
  expect(openDraft(storage).read()).toMatchObject({
    kind: 'read',
    rulesVersion: '1.1.3c9a01f',
    position: { answers: { profile: { operation: 'read' }, unsure: ['systems'] }, place: 'latency' },
  });
});

describe('what is kept beside a draft', () => {
  const friday = () => new Date('2026-11-27T09:00:00Z');
  const decided = { primary: 'dmf', middleware: 'advised' } as const;
  const keptOf = (storage: ReturnType<typeof storageOf>) => {
    const resumed = openDraft(storage).read();
    return resumed.kind === 'read' ? resumed.kept : undefined;
  };

  test('its date, its sentence and what came of it', () => {
    const storage = storageOf();
    const draft = openDraft(storage, '', friday);
    draft.save(hourly, '1.0');
    draft.note('Stock, hourly', decided);
    expect(keptOf(storage)).toEqual({ at: '2026-11-27T09:00:00.000Z', sentence: 'Stock, hourly', decided });
  });

  test('nothing where it belongs to other answers, or was never written', () => {
    const storage = storageOf();
    const draft = openDraft(storage, '', friday);
    draft.save(hourly, '1.0');
    const unknown = { at: undefined, sentence: '', decided: undefined };
    expect(keptOf(storage)).toEqual(unknown);
    draft.note('Stock, hourly', undefined);
    draft.save(nightly, '1.0');
    expect(keptOf(storage)).toEqual(unknown);
  });

  test('no note is made for answers of another tab, nor where there is no draft', () => {
    const storage = storageOf();
    openDraft(storage).note('Stock, hourly', decided);
    expect(storage.kept.size).toBe(0);
    openDraft(storage).save(hourly, '1.0');
    openDraft(storage, '', friday).note('Of somebody else', decided);
    expect([...storage.kept.keys()]).toEqual(['advisor-draft']);
  });

  test.each([
    'no JSON',
    '{}',
    '[]',
    'null',
    JSON.stringify({ of: toFragment(hourly, '1.0'), at: 'soon', sentence: 5, decided: 'magic.always' }),
    JSON.stringify({ of: toFragment(hourly, '1.0'), at: 7, sentence: null, decided: null }),
  ])('%s says nothing and breaks nothing', (text) => {
    const storage = storageOf({ 'advisor-draft': toFragment(hourly, '1.0'), 'advisor-draft-about': text });
    expect(keptOf(storage)).toEqual({ at: undefined, sentence: '', decided: undefined });
  });

  test('it goes with the draft, and a storage that refuses costs nothing but the note', () => {
    const storage = storageOf();
    const draft = openDraft(storage, '', friday);
    draft.save(hourly, '1.0');
    draft.note('Stock, hourly', decided);
    draft.clear();
    expect([...storage.kept.keys()]).toEqual([]);
    draft.save(hourly, '1.0');
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const page = openDraft(full);
    page.read();
    expect(() => page.note('Stock, hourly', decided)).not.toThrow();
  });
});
