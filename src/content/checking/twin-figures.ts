import type { FigureEntry, Library } from '#content/reading/entries.ts';

const key = ({ source, value, unit = '' }: FigureEntry): string => `${source} ${value} ${unit.toLowerCase()}`;

/**
 * Figures of the same source, value and unit that stand in the ledger under more than one id, a group for each. Two
 * entries for one fact drift apart: one keeps a condition that the other has lost.
 */
export function twinFigures({ figures }: Pick<Library, 'figures'>): FigureEntry[][] {
  return [...Map.groupBy(figures.values(), key).values()].filter(({ length }) => length > 1);
}
