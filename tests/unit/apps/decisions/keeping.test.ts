import { describe, expect, test } from 'vitest';
import { keep, readKept } from '#apps/decisions/keeping.ts';
import type { TextStorage } from '#apps/storage/browser-storage.ts';
import { decisions } from '#tests/support/decisions-of-choice.ts';

const [decision] = decisions;
if (!decision) throw new Error('there is no decision to try');
const [question] = decision.book.questions;
const answer = question?.options[0]?.value;
if (!question || answer === undefined) throw new Error('the decision asks nothing');
const answers = { [question.field]: String(answer) };

function storageOf(texts: Map<string, string>): TextStorage {
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => {
      texts.set(key, value);
    },
    removeItem: (key) => {
      texts.delete(key);
    },
  };
}

const full: TextStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => undefined,
};

describe('answers of a decision tree', () => {
  test('are there again, those that made way too', () => {
    const storage = storageOf(new Map());
    expect(keep(decision, { answers, aside: {} }, storage)).toBe(true);
    expect(readKept(decision, storage)).toEqual({ answers, aside: {} });
    expect(keep(decision, { answers: {}, aside: answers }, storage)).toBe(true);
    expect(readKept(decision, storage)).toEqual({ answers: {}, aside: answers });
  });

  test('are gone where none is left, and leave nothing behind', () => {
    const texts = new Map<string, string>();
    keep(decision, { answers, aside: {} }, storageOf(texts));
    keep(decision, { answers: {}, aside: {} }, storageOf(texts));
    expect([...texts.keys()]).toEqual([]);
  });

  test('are not kept where the browser refuses, and it is said', () => {
    expect(keep(decision, { answers, aside: {} }, undefined)).toBe(false);
    expect(keep(decision, { answers, aside: {} }, full)).toBe(false);
    expect(readKept(decision, undefined)).toEqual({ answers: {}, aside: {} });
  });
});
