import { expect, test } from 'vitest';
import { forgetCorrections, readCorrections, saveCorrections } from '#apps/inventory/keeping/corrections-store.ts';
import type { Corrections } from '#apps/inventory/reading/vocabulary.ts';

const KEY = 'inventory-corrections';

function storageOf(text?: string) {
  const kept = new Map(text === undefined ? [] : [[KEY, text]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, at: () => storage };
}

const pace: Corrections = { headers: { pace: 'latency' }, values: { latency: { whenever: 'hourly' } } };
const end: Corrections = { headers: { end: 'counterpart' }, values: { latency: { soonish: '' } } };

test('two tabs that learn different words both keep theirs', () => {
  const { at } = storageOf();
  expect(saveCorrections(at, pace)).toBe(true);
  expect(saveCorrections(at, end)).toBe(true);
  expect(readCorrections(at)).toEqual({
    headers: { pace: 'latency', end: 'counterpart' },
    values: { latency: { whenever: 'hourly', soonish: '' } },
  });
});

test('what a later version wrote between them stays', () => {
  const { at, kept } = storageOf(
    JSON.stringify({ ...pace, version: 2, headers: { wave: 'wave' }, values: { wave: { one: '1' } } }),
  );
  saveCorrections(at, end);
  expect(JSON.parse(kept.get(KEY) ?? '')).toEqual({
    version: 2,
    headers: { wave: 'wave', end: 'counterpart' },
    values: { wave: { one: '1' }, latency: { soonish: '' } },
  });
});

test.each(['{', '[1]', '7'])('what is no record, as %s, is set aside', (text) => {
  const { at, kept } = storageOf(text);
  saveCorrections(at, pace);
  expect(readCorrections(at)).toEqual(pace);
  expect(kept.get(`${KEY}-set-aside`)).toBe(text);
  expect(forgetCorrections(at)).toBe(true);
  expect([...kept.keys()]).toEqual([]);
});

test('a browser that keeps nothing says so, and forgets nothing either', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect(saveCorrections(refuse, pace)).toBe(false);
  expect(forgetCorrections(refuse)).toBe(false);
});
