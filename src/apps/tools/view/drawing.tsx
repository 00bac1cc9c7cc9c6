import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import type { Worked } from '#core/tools/evaluate.ts';
import type { ReadEntries, Value } from '#core/tools/read-entries.ts';
import type { Chart, Format, Tool } from '#core/tools/tool.ts';
import { clockText, timeText, valueText, withUnit } from '#core/tools/words.ts';

/** What a chart of one kind is drawn from. */
export interface ChartProps<Kind extends Chart['kind']> {
  chart: Extract<Chart, { kind: Kind }>;
  tool: Tool;
  read: ReadEntries;
  worked: Worked;
  /** Whether it is drawn for a phone: half as wide, so that its letters are as large as those of the page. */
  isNarrow: boolean;
}

/** Above the first row or column. */
export const TOP = 30;

/** How wide a drawing is, in units that are about a pixel on the screen that it is drawn for. */
export const widthOf = (isNarrow: boolean): number => (isNarrow ? 360 : 720);

/** Rows with a name and a bar: the name stands before the bar, and above it on a phone. */
export const rowsOf = (isNarrow: boolean): { left: number; height: number; bar: number; name: number } =>
  isNarrow ? { left: 4, height: 42, bar: 20, name: 14 } : { left: 256, height: 26, bar: 5, name: 17 };

/** A drawing with what it shows in a sentence: whoever cannot see it reads that. */
export function Drawing({
  title,
  says,
  height,
  isNarrow,
  children,
}: {
  title: string;
  says: string;
  height: number;
  isNarrow: boolean;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <figure class="tool-chart">
      <figcaption>
        <h3>{title}</h3>
        <p id={id}>{says}</p>
      </figcaption>
      <ScrollRegion label={title}>
        <svg
          class={isNarrow ? 'tool-chart--narrow' : undefined}
          viewBox={`0 0 ${widthOf(isNarrow)} ${height}`}
          role="img"
          aria-label={title}
          aria-describedby={id}
        >
          {children}
        </svg>
      </ScrollRegion>
    </figure>
  );
}

/** The name of a row, before its bar or above it. */
export function RowName({ text, y, isNarrow }: { text: string; y: number; isNarrow: boolean }) {
  const { left, name } = rowsOf(isNarrow);
  return (
    <text x={isNarrow ? left : left - 10} y={y + name} text-anchor={isNarrow ? 'start' : 'end'}>
      {shortened(text)}
    </text>
  );
}

/** Round steps for an axis, at most about six of them. */
export function ticksUpTo(most: number, steps: readonly number[] = [1, 2, 2.5, 5, 10]): number[] {
  if (most <= 0) return [0];
  const rough = most / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((each) => each * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** Hours from one tick to the next. */
const hourSteps = [1, 2, 3, 6, 12, 24, 48, 96];

/** Hours of a clock for an axis, so many that their names have room. */
export function hourTicks(from: number, to: number, isNarrow: boolean): number[] {
  const most = isNarrow ? 4 : 8;
  const step = hourSteps.find((each) => (to - from) / each <= most) ?? 168;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}

/** A name that fits beside a drawing. */
export const shortened = (text: string): string => (text.length > 34 ? `${text.slice(0, 33)}…` : text);

/** A value as a number, where it is one. */
export const numberIn = (value: Value): number | undefined => (typeof value === 'number' ? value : undefined);

/** Hours as a chart writes them: as a clock, as the time of day, or as hours. */
export const hourText = (format: Format | undefined): ((hours: number) => string) =>
  ({ clock: clockText, time: timeText })[format as 'clock' | 'time'] ??
  ((hours) => withUnit(valueText(hours, 'hours'), 'h'));

/** A moment that has come out, for a line across a chart. */
export interface Moment {
  at: number;
  label: string;
}

/** Moments that have come out. */
export const momentsIn = (
  moments: readonly { result: string; label: string }[],
  { results }: Worked,
): readonly Moment[] =>
  moments.flatMap(({ result, label }) => {
    const at = numberIn(results[result]);
    return at === undefined ? [] : [{ at, label }];
  });

/** Lines across a chart of hours, down to its bottom, each with its name below; names stand over the lines of others. */
export function Moments({
  moments,
  x,
  bottom,
  names = bottom + 18,
}: {
  moments: readonly Moment[];
  x: (hours: number) => number;
  bottom: number;
  /** Height of the first name; the others follow below. */
  names?: number;
}) {
  return (
    <>
      {moments.map(({ at, label }) => (
        <g key={label} class="tool-chart__moment">
          <line x1={x(at)} y1={TOP - 6} x2={x(at)} y2={bottom + 4} />
        </g>
      ))}
      {moments.map(({ at, label }, index) => {
        const isLeft = x(at) < 160;
        return (
          <g key={label} class="tool-chart__moment">
            <text x={x(at)} y={names + index * 20} text-anchor={isLeft ? 'start' : 'end'}>
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
