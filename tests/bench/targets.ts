import { OURS } from './engines.ts';
import type { Growth } from './growth.ts';
import type { PageFigures } from './pages.ts';
import type { SearchFigures } from './search.ts';

export interface Target {
  measure: string;
  /** What must hold, as a person would say it. */
  target: string;
  value: string;
  holds: boolean;
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const times = (ratio: number): string => `${ratio.toFixed(2)} x`;

const atMost = (measure: string, value: number, limit: number, word: (value: number) => string): Target => ({
  measure,
  target: `at most ${word(limit)}`,
  value: word(value),
  // What is printed decides: 1.204 reads as 1.20.
  holds: Number(value.toFixed(2)) <= limit,
});

const readingPages = ['home', 'hub', 'answer'] as const;

/** Bytes of a page as a multiple of its floor's. */
const ratioLimits = { home: 3.7, hub: 2.5, answer: 2.5 } as const;

export function pageTargets(figures: PageFigures): Target[] {
  const reading = readingPages.flatMap((name) => {
    const { page, floor } = figures[name];
    return [
      atMost(`${name}: all bytes beside the floor`, page.total / floor.total, ratioLimits[name], times),
      atMost(`${name}: JavaScript`, page.scripts, 6000, kB),
      atMost(`${name}: requests`, page.requests, 4, String),
      atMost(`${name}: largest paint beside the floor`, page.lcp / floor.lcp, 1.2, times),
      atMost(`${name}: blocking time`, Math.round(page.tbt), 0, (ms) => `${ms} ms`),
    ];
  });
  const shifts = Object.entries(figures).map(([name, { page }]) =>
    atMost(`${name}: layout shift`, page.cls, 0, (shift) => shift.toFixed(2)),
  );
  return [...reading, ...shifts, atMost('advisor: JavaScript', figures.advisor.page.scripts, 50_000, kB)];
}

const atLeast = (measure: string, value: number, limit: number): Target => ({
  measure,
  target: `at least ${limit.toFixed(2)}`,
  value: value.toFixed(2),
  holds: Number(value.toFixed(2)) >= limit,
});

/** Least shares of the queries of a kind, as `tests/e2e/relevance.spec.ts` holds them too. */
const relevance: readonly [kind: string, figure: 'atOne' | 'atThree' | 'reciprocalRank', limit: number][] = [
  ['all', 'atOne', 0.8],
  ['all', 'atThree', 0.95],
  ['all', 'reciprocalRank', 0.88],
  ['typo', 'atThree', 0.95],
  ['acronym', 'atThree', 0.9],
  ['synonym', 'atThree', 0.9],
];

const figureNames = { atOne: 'success@1', atThree: 'success@3', reciprocalRank: 'MRR@10' } as const;

export function searchTargets(engines: readonly SearchFigures[]): Target[] {
  const ours = engines.find(({ engine }) => engine === OURS);
  if (!ours) return [];
  const figures = relevance.flatMap(([kind, figure, limit]) =>
    ours.kinds
      .filter((one) => one.kind === kind)
      .map((one) => atLeast(`search, ${kind}: ${figureNames[figure]}`, one[figure], limit)),
  );
  return [...figures, atLeast('search: quiet on nonsense', ours.quiet, 0.85)];
}

/** Most bytes that decide the first results of a search, by the number of answers. */
const searchLimits: Readonly<Record<number, number>> = { 105: 30_000, 5000: 214_000 };

/** The limit of the size that stands nearest to this one; below 105 answers nothing was ever measured. */
const near = <T>(table: Readonly<Record<number, T>>, answers: number): T | undefined =>
  Object.entries(table).find(([size]) => Math.abs(answers / Number(size) - 1) < 0.5)?.[1];

export function growthTargets(sizes: readonly Growth[]): Target[] {
  return sizes.flatMap(({ answers, firstResultBytes, starlightSeconds, ...own }) => {
    const bytes = near(searchLimits, answers);
    const ratio = (measure: string, seconds: number, reference: number | undefined, limit: number): Target[] =>
      reference ? [atMost(`${answers} answers: CPU seconds of ${measure}`, seconds / reference, limit, times)] : [];
    return [
      ...(bytes ? [atMost(`${answers} answers: bytes to first results`, firstResultBytes, bytes, kB)] : []),
      ...ratio("pages and search beside Starlight's", own.cpuSecondsOfPages, starlightSeconds, 1.1),
      ...ratio("the whole build beside Starlight's", own.cpuSeconds, starlightSeconds, 2),
      ...ratio(
        'a rebuild after one edited answer beside the first build',
        own.cpuSecondsOfRebuild,
        own.cpuSeconds,
        0.25,
      ),
    ];
  });
}
