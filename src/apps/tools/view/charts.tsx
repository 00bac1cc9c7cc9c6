import type { ComponentChildren } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { type Worked, workOutResult } from '#core/tools/evaluate.ts';
import type { ReadEntries, Value } from '#core/tools/read-entries.ts';
import type { Chart, Tool, WorkedColumn } from '#core/tools/tool.ts';
import { clockText, valueText, withUnit } from '#core/tools/words.ts';

interface ChartProps<Kind extends Chart['kind']> {
  chart: Extract<Chart, { kind: Kind }>;
  tool: Tool;
  read: ReadEntries;
  worked: Worked;
}

const WIDTH = 720;
const LEFT = 220;
const RIGHT = 24;
const ROW = 26;
const TOP = 30;

/** A drawing with what it shows in a sentence: whoever cannot see it reads that. */
export function Drawing({
  title,
  says,
  height,
  children,
}: {
  title: string;
  says: string;
  height: number;
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
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title} aria-describedby={id}>
          {children}
        </svg>
      </ScrollRegion>
    </figure>
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

const shortened = (text: string): string => (text.length > 34 ? `${text.slice(0, 33)}…` : text);

const numberIn = (value: Value): number | undefined => (typeof value === 'number' ? value : undefined);

/** Every six hours on a clock of two or three days; plain hours otherwise. */
function hourTicks(from: number, to: number, isClock: boolean): number[] {
  if (!isClock) return ticksUpTo(to - from).map((tick) => from + tick);
  const step = to - from > 72 ? 24 : to - from > 30 ? 12 : 6;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}

function ScheduleChart({ chart, tool, worked }: ChartProps<'schedule'>) {
  const table = tool.tables.find(({ id }) => id === chart.table);
  const column = table?.columns.find(({ id }) => id === chart.end) as WorkedColumn | undefined;
  const isClock = column?.format === 'clock';
  const bars = (worked.tables[chart.table] ?? []).flatMap(({ values, worked: cells, index }) => {
    const [start, end] = [numberIn(cells[chart.start]), numberIn(cells[chart.end])];
    if (start === undefined || end === undefined) return [];
    const isMarked = chart.marked !== undefined && cells[chart.marked] === true;
    return [{ index, name: String(values[chart.name] ?? ''), start, end, isMarked }];
  });
  if (bars.length === 0) return null;
  const moments = chart.moments.flatMap(({ result, label }) => {
    const at = numberIn(worked.results[result]);
    return at === undefined ? [] : [{ at, label }];
  });
  const from = isClock ? Math.min(...bars.map(({ start }) => start)) : 0;
  const to = Math.max(...bars.map(({ end }) => end), ...moments.map(({ at }) => at)) || 1;
  const x = (hours: number): number => LEFT + ((hours - from) / (to - from || 1)) * (WIDTH - LEFT - RIGHT);
  const bottom = TOP + bars.length * ROW;
  const text = (hours: number): string => (isClock ? clockText(hours) : withUnit(valueText(hours, 'hours'), 'h'));
  const last = bars.toSorted((a, b) => b.end - a.end)[0];
  const marked = bars.filter(({ isMarked }) => isMarked);
  const says = [
    `${last?.name} ends last, at ${text(last?.end ?? 0)}.`,
    marked.length > 0 ? `The end is decided by ${marked.map(({ name }) => name).join(', ')}.` : '',
    ...moments.map(({ at, label }) => `${label}: ${text(at)}.`),
  ].join(' ');
  return (
    <Drawing title={chart.title} says={says} height={bottom + 24 + moments.length * 20}>
      {hourTicks(from, to, isClock).map((tick) => (
        <g key={tick} class="tool-chart__tick">
          <line x1={x(tick)} y1={TOP - 6} x2={x(tick)} y2={bottom} />
          <text x={x(tick)} y={TOP - 12} text-anchor="middle">
            {isClock ? clockText(tick) : valueText(tick, 'hours')}
          </text>
        </g>
      ))}
      {bars.map(({ index, name, start, end, isMarked }, row) => (
        <g key={index}>
          <text x={LEFT - 10} y={TOP + row * ROW + 17} text-anchor="end">
            {shortened(name)}
          </text>
          <rect
            class={isMarked ? 'tool-chart__bar tool-chart__bar--marked' : 'tool-chart__bar'}
            x={x(start)}
            y={TOP + row * ROW + 5}
            width={Math.max(2, x(end) - x(start))}
            height={ROW - 10}
          />
        </g>
      ))}
      {moments.map(({ at, label }, index) => (
        <g key={label} class="tool-chart__moment">
          <line x1={x(at)} y1={TOP - 6} x2={x(at)} y2={bottom + 6 + index * 20} />
          <text x={x(at) - 6} y={bottom + 18 + index * 20} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

function BarsChart({ chart, tool, worked }: ChartProps<'bars'>) {
  const table = tool.tables.find(({ id }) => id === chart.table);
  const column = table?.columns.find(({ id }) => id === chart.value);
  const bars = (worked.tables[chart.table] ?? [])
    .flatMap(({ values, worked: cells, index }) => {
      const value = numberIn(cells[chart.value] ?? values[chart.value]);
      return value === undefined || value === 0 ? [] : [{ index, name: String(values[chart.name] ?? ''), value }];
    })
    .toSorted((a, b) => b.value - a.value);
  const most = Math.max(0, ...bars.map(({ value }) => value));
  if (most <= 0) return null;
  const x = (value: number): number => LEFT + (Math.max(0, value) / most) * (WIDTH - LEFT - 90);
  const text = (value: number): string =>
    withUnit(valueText(value, column?.kind === 'worked' ? column.format : 'number'), column?.unit);
  return (
    <Drawing
      title={chart.title}
      says={`Most: ${bars[0]?.name}, ${text(bars[0]?.value ?? 0)}.`}
      height={12 + bars.length * ROW}
    >
      {bars.map(({ index, name, value }, row) => (
        <g key={index}>
          <text x={LEFT - 10} y={row * ROW + 20} text-anchor="end">
            {shortened(name)}
          </text>
          <rect
            class="tool-chart__bar"
            x={LEFT}
            y={row * ROW + 8}
            width={Math.max(2, x(value) - LEFT)}
            height={ROW - 10}
          />
          <text x={x(value) + 8} y={row * ROW + 20}>
            {text(value)}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

/** So many values of the input are worked out, at most. */
const MOST_POINTS = 60;

function SweepChart({ chart, tool, read }: ChartProps<'sweep'>) {
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
  const [height, bottom, left] = [320, 270, 90];
  const x = (at: number): number => left + ((at - chart.from) / (chart.to - chart.from)) * (WIDTH - left - 170);
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
    <Drawing title={chart.title} says={says} height={height}>
      {ticksUpTo(most).map((tick) => (
        <g key={tick} class="tool-chart__tick">
          <line x1={left} y1={y(tick)} x2={WIDTH - 170} y2={y(tick)} />
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
          <text x={WIDTH - 164} y={labelY(index) + 4}>
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

/** One of the pictures of a tool; nothing where there is nothing to draw yet. */
export function ToolChart({ chart, ...props }: { chart: Chart; tool: Tool; read: ReadEntries; worked: Worked }) {
  if (chart.kind === 'schedule') return <ScheduleChart chart={chart} {...props} />;
  return chart.kind === 'sweep' ? <SweepChart chart={chart} {...props} /> : <BarsChart chart={chart} {...props} />;
}
