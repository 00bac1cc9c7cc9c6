import type { WorkedColumn } from '#core/tools/tool.ts';
import { valueText, withUnit } from '#core/tools/words.ts';
import {
  type ChartProps,
  Drawing,
  hourText,
  hourTicks,
  Moments,
  momentsIn,
  numberIn,
  shortened,
  TOP,
  ticksUpTo,
  widthOf,
} from './drawing.tsx';

/** Stretches of neighbouring columns that are above a line, by where their first and last column begin. */
function stretchesOver(
  columns: readonly { start: number; height: number }[],
  line: number,
): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  let wasOver = false;
  for (const { start, height } of columns) {
    const isOver = height > line + 1e-6;
    const current = stretches.at(-1);
    if (isOver && wasOver && current) current.last = start;
    else if (isOver) stretches.push({ first: start, last: start });
    wasOver = isOver;
  }
  return stretches;
}

/** Columns side by side, with a line that they should stay under. */
export function ProfileChart({ chart, tool, worked, isNarrow }: ChartProps<'profile'>) {
  const table = tool.tables.find(({ id }) => id === chart.table);
  const [at, value] = [chart.at, chart.value].map((id) => table?.columns.find((column) => column.id === id)) as [
    WorkedColumn | undefined,
    WorkedColumn | undefined,
  ];
  const line = numberIn(worked.results[chart.line.result]) ?? 0;
  const moments = momentsIn(chart.moments, worked);
  const all = (worked.tables[chart.table] ?? []).flatMap(({ worked: cells }) => {
    const [start, height] = [numberIn(cells[chart.at]), numberIn(cells[chart.value])];
    return start === undefined || height === undefined ? [] : [{ start, height }];
  });
  // What comes after the last moment and holds nothing says nothing.
  const end = Math.max(...moments.map((moment) => moment.at), ...all.map((each) => (each.height > 0 ? each.start : 0)));
  const columns = all.filter(({ start }) => start <= end);
  const most = Math.max(line, ...columns.map(({ height }) => height));
  if (columns.length < 2 || most <= 0) return null;
  const [from = 0, to = 0] = [columns[0]?.start, columns.at(-1)?.start];
  const step = (to - from) / (columns.length - 1);
  const [width, bottom, left, right] = [widthOf(isNarrow), 236, isNarrow ? 36 : 60, isNarrow ? 20 : 130];
  const x = (hours: number): number => left + ((hours - from) / (to + step - from)) * (width - left - right);
  const y = (amount: number): number => bottom - (amount / most) * (bottom - TOP);
  const text = hourText(at?.format);
  const highest = columns.reduce((best, each) => (each.height > best.height ? each : best));
  const amount = (number: number): string => withUnit(valueText(number, value?.format), value?.unit);
  const stretches = stretchesOver(columns, line).map(
    ({ first, last }) => `from ${text(first)} to ${text(last + step)}`,
  );
  const says = [
    `Most: ${amount(highest.height)}, at ${text(highest.start)}. ${chart.line.label}: ${amount(line)}.`,
    stretches.length > 0 ? `It is more than that ${stretches.join(', ')}.` : 'It is never more than that.',
  ].join(' ');
  return (
    <Drawing title={chart.title} says={says} height={bottom + 46 + moments.length * 20} isNarrow={isNarrow}>
      {ticksUpTo(most).map((tick) => (
        <g key={tick} class="tool-chart__tick">
          <line x1={left} y1={y(tick)} x2={width - right} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} text-anchor="end">
            {valueText(tick)}
          </text>
        </g>
      ))}
      {columns.map(({ start, height: amountHere }) => (
        <g key={start}>
          <rect
            class="tool-chart__bar"
            x={x(start) + 1}
            y={y(Math.min(amountHere, line))}
            width={Math.max(1, x(start + step) - x(start) - 2)}
            height={bottom - y(Math.min(amountHere, line))}
          />
          {amountHere > line && (
            <rect
              class="tool-chart__bar tool-chart__bar--over"
              x={x(start) + 1}
              y={y(amountHere)}
              width={Math.max(1, x(start + step) - x(start) - 2)}
              height={y(line) - y(amountHere)}
            />
          )}
        </g>
      ))}
      {hourTicks(from, to + step, isNarrow).map((tick) => (
        <text key={tick} class="tool-chart__label" x={x(tick)} y={bottom + 20} text-anchor="middle">
          {text(tick)}
        </text>
      ))}
      <g class="tool-chart__line">
        <line x1={left} y1={y(line)} x2={width - right} y2={y(line)} />
        <text
          x={isNarrow ? width - right : width - right + 8}
          y={isNarrow ? y(line) - 6 : y(line) + 4}
          text-anchor={isNarrow ? 'end' : 'start'}
        >
          {shortened(chart.line.label)}
        </text>
      </g>
      <Moments moments={moments} x={x} bottom={bottom} names={bottom + 40} />
    </Drawing>
  );
}
