import type { Worked } from '#core/tools/evaluate.ts';
import type { ReadEntries } from '#core/tools/read-entries.ts';
import type { Chart, Tool } from '#core/tools/tool.ts';
import { BarsChart } from './BarsChart.tsx';
import { ProfileChart } from './ProfileChart.tsx';
import { ScheduleChart } from './ScheduleChart.tsx';
import { SweepChart } from './SweepChart.tsx';
import { useNarrow } from './use-narrow.ts';

/** One of the pictures of a tool; nothing where there is nothing to draw yet. */
export function ToolChart({ chart, ...given }: { chart: Chart; tool: Tool; read: ReadEntries; worked: Worked }) {
  const props = { ...given, isNarrow: useNarrow() };
  if (chart.kind === 'schedule') return <ScheduleChart chart={chart} {...props} />;
  if (chart.kind === 'profile') return <ProfileChart chart={chart} {...props} />;
  return chart.kind === 'sweep' ? <SweepChart chart={chart} {...props} /> : <BarsChart chart={chart} {...props} />;
}
