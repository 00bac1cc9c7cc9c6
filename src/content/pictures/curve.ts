import { amountOf, PictureFault, type TableText } from './table-text.ts';

export interface CurvePoint {
  name: string;
  /** The value as the author wrote it. */
  text: string;
  value: number;
}

/**
 * The points of one row of a table, each under the heading of its column.
 *
 * @param row the first cell of the row
 * @throws {PictureFault} when there is no such row, a cell is no number, or fewer than three points are left
 */
export function curveOf({ head, rows }: TableText, row: string): CurvePoint[] {
  const found = rows.find(({ cells }) => cells[0] === row);
  if (!found) {
    const names = rows.map(({ cells }) => `"${cells[0] ?? ''}"`);
    throw new PictureFault(`has no row "${row}"; allowed are ${names.join(', ')}`);
  }
  const points = found.cells.flatMap((text, index): CurvePoint[] => {
    const value = index === 0 ? undefined : amountOf(text)?.most;
    return value === undefined ? [] : [{ name: head[index] ?? '', text, value }];
  });
  if (points.length < 3) throw new PictureFault(`has fewer than three points in the row "${row}"`);
  return points;
}
