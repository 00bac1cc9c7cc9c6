import { useMemo } from 'preact/hooks';
import { workOutResult } from '#core/tools/evaluate.ts';
import { valueText, withUnit } from '#core/tools/words.ts';
import { type ChartProps, Drawing, numberIn, shortened, TOP, ticksUpTo, widthOf } from './drawing.tsx';

/** So many values of the input are worked out, at most. */
const MOST_POINTS = 60;

/** Results over an input that runs through its values. */
export function SweepChart({ chart, tool, read, isNarrow }: ChartProps<'sweep'>) {
  const input = tool.inputs.find(({ id }) => id === chart.input);
  const step = Math.max(1, Math.ceil((chart.to - chart.from) / MOST_POINTS));
  const lines = useMemo(() => {
    const values = Array.from(
      { length: Math.floor((chart.to - chart.from) / step) + 1 },
      (_, index) => chart.from + index * step,
    );
    return chart.lines.map(({ result, label }) => ({
      label,
      unit: tool.results.find(({ id }) => id === result)?.unit,
      points: values.flatMap((at) => {
        const value = numberIn(workOutResult(tool, { ...read, inputs: { ...read.inputs, [chart.input]: at } }, result));
        return value === undefined ? [] : [{ at, value }];
      }),
    }));
  }, [chart, tool, read]);
  const most = Math.max(0, ...lines.flatMap(({ points }) => points.map(({ value }) => value)));
  if (most <= 0) return null;
  const [height, bottom] = [320, 270];
  const [width, left, right] = [widthOf(isNarrow), isNarrow ? 48 : 90, isNarrow ? 92 : 170];
  const x = (at: number): number => left + ((at - chart.from) / (chart.to - chart.from)) * (width - left - right);
  const y = (value: number): number => bottom - (value / most) * (bottom - TOP);
  const here = numberIn(read.inputs[chart.input]);
  const ends = lines.map(({ points }) => points.at(-1)?.value ?? 0);
  // Two lines that end close together must not write over each other.
  const labelY = (index: number): number => {
    const own = y(ends[index] ?? 0);
    const others = ends.slice(0, index).map(y);
    return others.some((other) => Math.abs(other - own) < 18) ? own + (own > (others[0] ?? 0) ? 18 : -18) : own;
  };
  const says = lines
    .map(
      ({ label, points, unit }) =>
        `${label}: from ${withUnit(valueText(points[0]?.value, 'whole'), unit)} to ${withUnit(valueText(points.at(-1)?.value, 'whole'), unit)}.`,
    )
    .join(' ');
  return (
    <Drawing title={chart.title} says={says} height={height} isNarrow={isNarrow}>
      {ticksUpTo(most).map((tick) => (
        <g key={tick} class="tool-chart__tick">
          <line x1={left} y1={y(tick)} x2={width - right} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} text-anchor="end">
            {valueText(tick, 'whole')}
          </text>
        </g>
      ))}
      {ticksUpTo(chart.to - chart.from, [1, 2, 5, 10]).map((tick) => (
        <text key={tick} class="tool-chart__label" x={x(chart.from + tick)} y={bottom + 20} text-anchor="middle">
          {valueText(chart.from + tick, 'whole')}
        </text>
      ))}
      <text class="tool-chart__label" x={left} y={height - 8}>
        {input?.label}
      </text>
      {lines.map(({ label, points }, index) => (
        <g key={label} class={`tool-chart__series tool-chart__series--${index}`}>
          <polyline points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
          <text x={width - right + 6} y={labelY(index) + 4}>
            {shortened(label)}
          </text>
        </g>
      ))}
      {here !== undefined && here >= chart.from && here <= chart.to && (
        <g class="tool-chart__moment">
          <line x1={x(here)} y1={TOP} x2={x(here)} y2={bottom} />
          <text x={x(here)} y={TOP - 8} text-anchor="middle">
            yours: {valueText(here)}
          </text>
        </g>
      )}
    </Drawing>
  );
}
