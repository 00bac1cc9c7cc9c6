import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRead, readAnswers } from '#apps/reading-progress/read-answers.ts';

const storage = new Map<string, string>();

beforeEach(() => {
  storage.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what was read is kept, and can be taken back', () => {
  expect(keepRead(['a/b', 'c/d'], true)).toBe(true);
  expect(readAnswers()).toEqual(new Set(['a/b', 'c/d']));
  keepRead(['a/b'], false);
  expect(readAnswers()).toEqual(new Set(['c/d']));
});

test.each(['{', '7', '{"a":1}', 'null'])('a store that holds %s is read as empty', (text) => {
  storage.set('answers-read', text);
  expect(readAnswers()).toEqual(new Set());
});

test.each(['{', '{"version":2}', '["a/b",7]'])('what cannot be read in whole, as %s, is set aside', (text) => {
  storage.set('answers-read', text);
  expect(keepRead(['c/d'], true)).toBe(true);
  expect(readAnswers()).toContain('c/d');
  expect(storage.get('answers-read-set-aside')).toBe(text);
});

test('a list that can be read is not set aside', () => {
  keepRead(['a/b'], true);
  keepRead(['c/d'], true);
  expect([...storage.keys()]).toEqual(['answers-read']);
});

test('a browser that keeps nothing says so', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('refused', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  expect(readAnswers()).toEqual(new Set());
  expect(keepRead(['a/b'], true)).toBe(false);
});
