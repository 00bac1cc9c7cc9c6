import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { inventoryFileSchema } from '#content/schemas/inventory.ts';

const file = loadVocabulary();

const problemsOf = (decisions: object) => {
  const { error } = inventoryFileSchema.safeParse({ ...file, decisions: { ...file.decisions, ...decisions } });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('the wording of what is still to be decided', () => {
  test('is complete', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ unread: undefined })).toHaveLength(1);
  });

  test('fills in only what is known where it stands', () => {
    expect(problemsOf({ conflict: { severity: 1, title: '{figure} is exceeded' } })).toEqual([
      'decisions.conflict.title: may hold in braces only: rule',
    ]);
    expect(problemsOf({ close: { severity: 4, title: 'Close', text: 'Look at {rows}.' } })).toEqual([
      'decisions.close.text: may hold no name in braces',
    ]);
  });

  test.each([
    ['a severity that there is none of', { close: { severity: 5, title: 'Close', text: 'Look.' } }],
    ['a single pattern as many', { 'many-patterns': { ...file.decisions['many-patterns'], patterns: 1 } }],
    ['a key that means nothing', { close: { severity: 4, title: 'Close', text: 'Look.', hint: 'x' } }],
  ])('refuses %s', (_story, decisions) => {
    expect(problemsOf(decisions)).toHaveLength(1);
  });
});
