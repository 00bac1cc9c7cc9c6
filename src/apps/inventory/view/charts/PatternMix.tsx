import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import type { PatternId } from '#core/advisor/rule-book.ts';
import { patternName } from '#core/advisor/wording.ts';
import { Chart } from './Chart.tsx';

const ROW = 30;
const LABEL = 150;
const WIDTH = 560;
const BAR = WIDTH - LABEL - 50;

interface PatternMixProps {
  programme: Programme;
  onShow: (filter: RowFilter) => void;
}

/** How many interfaces each pattern carries. */
export function PatternMix({ programme: { mix, unknown, interfaces }, onShow }: PatternMixProps) {
  const { book } = useSetup();
  const shortName = (id: PatternId): string => book.patterns.find((one) => one.id === id)?.short ?? id;
  const bars = mix.map(({ pattern, count }) => ({
    name: patternName(pattern, book),
    short: shortName(pattern),
    pattern,
    count,
  }));
  const most = Math.max(1, unknown, ...bars.map(({ count }) => count));
  const all = [
    ...bars,
    ...(unknown > 0 ? [{ name: 'No pattern', short: 'No pattern', pattern: undefined, count: unknown }] : []),
  ];
  const [first] = bars;
  return (
    <Chart
      title="Pattern mix"
      says={
        first
          ? `${interfaces} interfaces on ${bars.length} patterns; most often ${first.name}, ${first.count} times.`
          : 'No pattern yet.'
      }
      width={WIDTH}
      height={all.length * ROW}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">Pattern</th>
              <th scope="col" class="number">
                Interfaces
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ name, pattern, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">
                  <button
                    type="button"
                    class="link-button"
                    aria-label={`Show the ${count} with ${name}`}
                    onClick={() => onShow(pattern ? { by: 'pattern', pattern } : { by: 'no-pattern' })}
                  >
                    {count}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      {all.map(({ short, pattern, count }, index) => (
        <g key={short}>
          <text x={LABEL - 10} y={index * ROW + 20} text-anchor="end">
            {short}
          </text>
          <rect
            class={pattern ? 'chart__bar' : 'chart__bar chart__bar--unknown'}
            x={LABEL}
            y={index * ROW + 5}
            width={Math.max(2, (count / most) * BAR)}
            height={ROW - 10}
          />
          <text class="chart__value" x={LABEL + (count / most) * BAR + 8} y={index * ROW + 20}>
            {count.toLocaleString('en-GB')}
          </text>
        </g>
      ))}
    </Chart>
  );
}
