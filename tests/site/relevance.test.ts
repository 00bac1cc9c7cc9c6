import { expect, test } from 'vitest';
import { askBuiltIndex } from '#tests/relevance/built-index.ts';
import { readCases } from '#tests/relevance/cases.ts';
import { figuresByKind, quietShare } from '#tests/relevance/measure.ts';
import { reportOf } from '#tests/relevance/report.ts';

interface Floor {
  atOne?: number;
  atThree?: number;
  reciprocalRank?: number;
}

/** Least shares, not ranks: one query may come out otherwise after an edit, all of them may not. */
const floors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  'search-queries': {
    all: { atOne: 0.85, atThree: 0.95, reciprocalRank: 0.9 },
    typo: { atOne: 0.75, atThree: 0.95 },
    acronym: { atThree: 0.9 },
    synonym: { atThree: 0.9 },
    executives: { atOne: 0.8, atThree: 0.93 },
  },
  'search-unseen': {
    all: { atOne: 0.85, atThree: 0.95, reciprocalRank: 0.9 },
    question: { atOne: 0.8, atThree: 0.9 },
    executives: { atOne: 0.8, atThree: 0.93 },
  },
  'search-fresh': {
    all: { atOne: 0.85, atThree: 0.92, reciprocalRank: 0.88 },
    executives: { atOne: 0.75, atThree: 0.85 },
  },
};
const QUIET = 0.85;

test.each(Object.entries(floors))('%s: queries find their answers, and nonsense finds none', async (set, kinds) => {
  const outcomes = await askBuiltIndex(readCases(`tests/fixtures/${set}.jsonl`));
  const figures = new Map(figuresByKind(outcomes).map((one) => [one.kind, one]));
  for (const [kind, least] of Object.entries(kinds)) {
    for (const [figure, floor] of Object.entries(least)) {
      const measured = figures.get(kind)?.[figure as keyof Floor];
      expect(measured, `${kind}, ${figure}\n${reportOf(outcomes)}`).toBeGreaterThanOrEqual(floor);
    }
  }
  expect(quietShare(outcomes)?.share).toBeGreaterThanOrEqual(QUIET);
});
