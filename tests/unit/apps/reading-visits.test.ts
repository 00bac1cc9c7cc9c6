import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepVisits, lastRead, mayKeep, noteVisit } from '#apps/reading/visits.ts';

const HOUR = 60 * 60 * 1000;
const first = Date.UTC(2026, 10, 1, 9);
const answer = { path: '/integration/which-pattern/', title: 'Which integration pattern should we use?' };

let store: Map<string, string>;

beforeEach(() => {
  store = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

test('a first visit has none before it', () => {
  expect(noteVisit(first)).toBeUndefined();
});

test('pages of one visit leave the visit before it as it is', () => {
  noteVisit(first);
  noteVisit(first + 48 * HOUR);
  expect(noteVisit(first + 49 * HOUR)).toBe(first);
});

test('the visit before ended with its last page', () => {
  noteVisit(first);
  noteVisit(first + HOUR);
  expect(noteVisit(first + 24 * HOUR)).toBe(first + HOUR);
});

test('the answer that was opened last is handed back', () => {
  store.set('last-read', JSON.stringify(answer));
  expect(lastRead()).toEqual(answer);
});

test('switched off, nothing is kept, until it is switched on again', () => {
  noteVisit(first);
  store.set('last-read', JSON.stringify(answer));
  keepVisits(false);
  expect(mayKeep()).toBe(false);
  expect(noteVisit(first + 24 * HOUR)).toBeUndefined();
  expect(lastRead()).toBeUndefined();
  expect([...store]).toEqual([['visits', 'off']]);
  keepVisits(true);
  expect(noteVisit(first + 48 * HOUR)).toBeUndefined();
  expect(noteVisit(first + 72 * HOUR)).toBe(first + 48 * HOUR);
});

test.each([
  ['no JSON', 'yesterday'],
  ['another shape', '[1, 2]'],
  ['nothing', 'null'],
  ['a time that is none', '{"seen":"yesterday"}'],
])('what cannot be read is as good as nothing: %s', (_what, text) => {
  store.set('visits', text);
  store.set('last-read', text);
  expect(noteVisit(first)).toBeUndefined();
  expect(lastRead()).toBeUndefined();
});

test.each([
  ['elsewhere', { path: 'https://example.org/', title: 'x' }],
  ['elsewhere by another way', { path: '//example.org/', title: 'x' }],
  ['elsewhere by a third way', { path: '/\\example.org/', title: 'x' }],
  ['to a script', { path: 'javascript:alert(1)', title: 'x' }],
  ['without a title', { path: '/a/' }],
])('a link %s is no last answer', (_where, last) => {
  store.set('last-read', JSON.stringify(last));
  expect(lastRead()).toBeUndefined();
});

test('where the browser refuses its store, there are no visits and no fault', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  expect(mayKeep()).toBe(false);
  expect(noteVisit(first)).toBeUndefined();
  expect(lastRead()).toBeUndefined();
  expect(() => keepVisits(false)).not.toThrow();
});
