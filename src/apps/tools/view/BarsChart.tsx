import { valueText, withUnit } from '#core/tools/words.ts';
import { type ChartProps, Drawing, numberIn, RowName, rowsOf, widthOf } from './drawing.tsx';

/** A bar for each row, the longest first. */
export function BarsChart({ chart, tool, worked, isNarrow }: ChartProps<'bars'>) {
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
  const rows = rowsOf(isNarrow);
  const x = (value: number): number => rows.left + (Math.max(0, value) / most) * (widthOf(isNarrow) - rows.left - 90);
  const text = (value: number): string =>
    withUnit(valueText(value, column?.kind === 'worked' ? column.format : 'number'), column?.unit);
  return (
    <Drawing
      title={chart.title}
      says={`Most: ${bars[0]?.name}, ${text(bars[0]?.value ?? 0)}.`}
      height={12 + bars.length * rows.height}
      isNarrow={isNarrow}
    >
      {bars.map(({ index, name, value }, row) => (
        <g key={index}>
          <RowName text={name} y={3 + row * rows.height} isNarrow={isNarrow} />
          <rect
            class="tool-chart__bar"
            x={rows.left}
            y={3 + row * rows.height + rows.bar}
            width={Math.max(2, x(value) - rows.left)}
            height={16}
          />
          <text x={x(value) + 8} y={3 + row * rows.height + rows.bar + 13}>
            {text(value)}
          </text>
        </g>
      ))}
    </Drawing>
  );
}
