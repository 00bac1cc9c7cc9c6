import type { Point } from './drawing.ts';

const HEAD_LENGTH = 8;
const HEAD_HALF_WIDTH = 4;

/** A length as written in SVG: a tenth of a pixel is exact enough. */
export const round = (length: number): number => Math.round(length * 10) / 10;

const place = (x: number, y: number): string => `${round(x)} ${round(y)}`;

/** Path data of a line with its corners. */
export const linePath = (points: readonly Point[]): string => `M${points.map(([x, y]) => place(x, y)).join('L')}`;

/** Path data of the arrowhead at the end of a line whose stretches are level or upright; `closed` makes it solid. */
export function headPath(points: readonly Point[], closed: boolean): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [fromX, fromY] = points.at(-2) ?? [x, y];
  const [alongX, alongY] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const [backX, backY] = [x - alongX * HEAD_LENGTH, y - alongY * HEAD_LENGTH];
  const [sideX, sideY] = [alongY * HEAD_HALF_WIDTH, alongX * HEAD_HALF_WIDTH];
  const corners = [place(backX - sideX, backY - sideY), place(x, y), place(backX + sideX, backY + sideY)];
  return `M${corners.join('L')}${closed ? 'Z' : ''}`;
}
