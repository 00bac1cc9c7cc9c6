import type { WorkedColumn } from '#core/tools/tool.ts';
import { valueText } from '#core/tools/words.ts';
import {
  type ChartProps,
  Drawing,
  hourText,
  hourTicks,
  Moments,
  momentsIn,
  numberIn,
  RowName,
  rowsOf,
  TOP,
  ticksUpTo,
  widthOf,
} from './drawing.tsx';

const RIGHT = 28;

/** A bar for each row from its start to its end. */
export function ScheduleChart({ chart, tool, worked, isNarrow }: ChartProps<'schedule'>) {
  const table = tool.tables.find(({ id }) => id === chart.table);
  const column = table?.columns.find(({ id }) => id === chart.end) as WorkedColumn | undefined;
  const isClock = column?.format === 'clock' || column?.format === 'time';
  const bars = (worked.tables[chart.table] ?? []).flatMap(({ values, worked: cells, index }) => {
    const [start, end] = [numberIn(cells[chart.start]), numberIn(cells[chart.end])];
    if (start === undefined || end === undefined) return [];
    const isMarked = chart.marked !== undefined && cells[chart.marked] === true;
    return [{ index, name: String(values[chart.name] ?? ''), start, end, isMarked }];
  });
  if (bars.length === 0) return null;
  const moments = momentsIn(chart.moments, worked);
  const from = isClock ? Math.min(...bars.map(({ start }) => start)) : 0;
  const to = Math.max(...bars.map(({ end }) => end), ...moments.map(({ at }) => at)) || 1;
  const rows = rowsOf(isNarrow);
  const x = (hours: number): number =>
    rows.left + ((hours - from) / (to - from || 1)) * (widthOf(isNarrow) - rows.left - RIGHT);
  const bottom = TOP + bars.length * rows.height;
  const text = hourText(column?.format);
  const last = bars.toSorted((a, b) => b.end - a.end)[0];
  const marked = bars.filter(({ isMarked }) => isMarked);
  const named =
    marked.length === bars.length && bars.length > 2 ? 'all of them' : marked.map(({ name }) => name).join(', ');
  const says = [
    `${last?.name} ends last, at ${text(last?.end ?? 0)}.`,
    chart.marking && marked.length > 0 ? `${chart.marking} ${named}.` : '',
    ...moments.map(({ at, label }) => `${label}: ${text(at)}.`),
  ].join(' ');
  const ticks = isClock ? hourTicks(from, to, isNarrow) : ticksUpTo(to - from).map((tick) => from + tick);
  return (
    <Drawing title={chart.title} says={says} height={bottom + 24 + moments.length * 20} isNarrow={isNarrow}>
      {ticks.map((tick) => (
        <g key={tick} class="tool-chart__tick">
          <line x1={x(tick)} y1={TOP - 6} x2={x(tick)} y2={bottom} />
          <text x={x(tick)} y={TOP - 12} text-anchor="middle">
            {isClock ? text(tick) : valueText(tick, 'hours')}
          </text>
        </g>
      ))}
      {bars.map(({ index, name, start, end, isMarked }, row) => (
        <g key={index}>
          <RowName text={name} y={TOP + row * rows.height} isNarrow={isNarrow} />
          <rect
            class={isMarked ? 'tool-chart__bar tool-chart__bar--marked' : 'tool-chart__bar'}
            x={x(start)}
            y={TOP + row * rows.height + rows.bar}
            width={Math.max(2, x(end) - x(start))}
            height={16}
          />
        </g>
      ))}
      <Moments moments={moments} x={x} bottom={bottom} />
    </Drawing>
  );
}
