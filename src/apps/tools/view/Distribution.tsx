import { useEffect, useRef, useState } from 'preact/hooks';
import type { SimulationAnswer, SimulationRequest } from '#apps/tools/simulation.worker.ts';
import type { ReadEntries } from '#core/tools/read-entries.ts';
import { quantile } from '#core/tools/simulate.ts';
import type { Tool } from '#core/tools/tool.ts';
import { valueText, withUnit } from '#core/tools/words.ts';
import { Drawing, widthOf } from './drawing.tsx';
import { useNarrow } from './use-narrow.ts';

const BINS = 32;
const [HEIGHT, BOTTOM] = [250, 190];

/** Outcomes of the latest numbers, drawn in a worker; `failed` where the worker could not be loaded. */
function useOutcomes(tool: Tool, read: ReadEntries): readonly number[] | 'failed' | undefined {
  const [outcomes, setOutcomes] = useState<readonly number[] | 'failed'>();
  const worker = useRef<Worker | undefined>(undefined);
  const number = useRef(0);
  useEffect(() => {
    const started = new Worker(new URL('../simulation.worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.addEventListener('message', ({ data }: MessageEvent<SimulationAnswer>) => {
      // Somebody may have typed on since.
      if (data.number === number.current) setOutcomes(data.outcomes);
    });
    started.addEventListener('error', () => setOutcomes('failed'));
    return () => started.terminate();
  }, []);
  useEffect(() => {
    number.current += 1;
    worker.current?.postMessage({ number: number.current, tool, read } satisfies SimulationRequest);
  }, [tool, read]);
  return outcomes;
}

function countsOf(outcomes: readonly number[], low: number, high: number): number[] {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const outcome of outcomes) {
    const bin = Math.min(BINS - 1, Math.floor(((outcome - low) / (high - low)) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** How far a result may be off, drawn many times from what may happen. */
export function Distribution({ tool, read }: { tool: Tool; read: ReadEntries }) {
  const outcomes = useOutcomes(tool, read);
  const isNarrow = useNarrow();
  const result = tool.results.find(({ id }) => id === tool.simulation?.result);
  if (!result || outcomes === undefined) return null;
  if (outcomes === 'failed') {
    return (
      <p class="notice" role="status">
        The range could not be worked out, because the part that draws it could not be loaded. Everything else on the
        page is right; reload the page to try again.
      </p>
    );
  }
  const [low = 0, high = 0] = [outcomes[0], outcomes.at(-1)];
  if (outcomes.length === 0 || high <= low) return null;
  const text = (value: number | undefined): string => withUnit(valueText(value, result.format), result.unit);
  const marks = [
    { share: 0.1, label: 'one in ten below' },
    { share: 0.5, label: 'half below' },
    { share: 0.9, label: 'nine in ten below' },
  ].map((mark) => ({ ...mark, value: quantile({ outcomes }, mark.share) ?? low }));
  const [tenth, half, nine] = marks.map(({ value }) => text(value));
  const counts = countsOf(outcomes, low, high);
  const most = Math.max(...counts);
  const side = isNarrow ? 20 : 40;
  const room = widthOf(isNarrow) - 2 * side;
  const x = (value: number): number => side + ((value - low) / (high - low)) * room;
  const width = room / BINS;
  return (
    <Drawing
      title={`How far “${result.label}” may be off`}
      says={`Drawn ${valueText(outcomes.length, 'whole')} times: in one of ten it stays below ${tenth}, in half below ${half}, in nine of ten below ${nine}. The same numbers always give the same draw.`}
      height={HEIGHT}
      isNarrow={isNarrow}
    >
      {counts.map((count, bin) => (
        <rect
          key={bin}
          class="tool-chart__bar"
          x={side + bin * width + 1}
          y={BOTTOM - (count / most) * (BOTTOM - 30)}
          width={width - 2}
          height={(count / most) * (BOTTOM - 30)}
        />
      ))}
      {marks.map(({ share, label, value }, index) => (
        <g key={share} class="tool-chart__moment">
          <line x1={x(value)} y1={20} x2={x(value)} y2={BOTTOM + 4} />
          <text x={x(value)} y={BOTTOM + 18 + index * 18} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </Drawing>
  );
}
