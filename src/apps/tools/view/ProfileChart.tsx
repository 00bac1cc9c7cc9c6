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
  const over = columns.filter((each) => each.height > line + 1e-6);
  const highest = columns.reduce((best, each) => (each.height > best.height ? each : best));
  const amount = (number: number): string => withUnit(valueText(number, value?.format), value?.unit);
  const says = [
    `Most at ${text(highest.start)}: ${amount(highest.height)}, where ${chart.line.label.toLowerCase()} is ${amount(line)}.`,
    over.length > 0
      ? `Above that line from ${[...new Set(over.map(({ start }) => text(start)))].join(', ')}.`
      : 'It never goes above that line.',
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
      <Moments moments={moments} x={x} bottom={bottom + 22} />
    </Drawing>
  );
}
