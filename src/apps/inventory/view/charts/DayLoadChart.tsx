import type { DayLoad } from '#apps/inventory/deciding/day-load.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { isDecided } from '#core/advisor/condition.ts';
import type { CapacityRule, RuleBook } from '#core/advisor/rule-book.ts';
import { choiceText, joinWords } from '#core/advisor/wording.ts';
import { Chart } from './Chart.tsx';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 84;
const BOTTOM = 34;
const TOP = 28;
const STEP = (WIDTH - LEFT - 10) / 24;

const number = new Intl.NumberFormat('en-GB');
const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** A pattern may have a figure for each direction; the condition tells them apart, and its answers say enough. */
function titleOf({ pattern, when }: CapacityRule, book: RuleBook): string {
  const name = pattern === 'hub' ? 'The hub' : (book.patterns.find(({ id }) => id === pattern)?.short ?? pattern);
  const answers = when?.flat().flatMap((test) => {
    const { field } = test;
    if (isDecided(field) || !('anyOf' in test)) return [];
    return test.anyOf.map((value) => choiceText(field, value, book));
  });
  return `${name} through the day${answers?.length ? `: ${joinWords(answers, 'or')}` : ''}`;
}

/** Records an hour through the day, against the figure that is published for such an interface. */
export function DayLoadChart({ load: { rule: id, hours, interfaces } }: { load: DayLoad }) {
  const { book } = useSetup();
  const rule = book.capacity.find((one) => one.id === id);
  if (!rule) return null;
  const peak = Math.max(...hours);
  const most = Math.max(peak, rule.limit, 1);
  const y = (records: number): number => HEIGHT - BOTTOM - (records / most) * (HEIGHT - BOTTOM - TOP);
  // A few records beside a large figure are still some.
  const topOf = (records: number): number => (records > 0 ? Math.min(y(records), y(0) - 2) : y(0));
  const over = hours.filter((records) => records > rule.limit).length;
  const source = book.sources[rule.source];
  return (
    <Chart
      title={titleOf(rule, book)}
      says={`${interfaces} ${interfaces === 1 ? 'interface' : 'interfaces'} with volume and hours, at most ${number.format(peak)} records an hour; ${over > 0 ? `beyond the figure in ${over} hours` : 'within the figure all day'}. The day's volume is spread evenly over its hours, so peaks inside them are not seen.`}
      width={WIDTH}
      height={HEIGHT}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">Hour from</th>
              <th scope="col" class="number">
                Records
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map((records, hour) => (
              <tr key={hourName(hour)}>
                <th scope="row">{hourName(hour)}</th>
                <td class="number">{number.format(records)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Published figure ({rule.kind})</th>
              <td class="number">
                {rule.limitText} {source && <a href={source.url}>{source.title}</a>}
              </td>
            </tr>
          </tfoot>
        </table>
      }
    >
      <line class="chart__axis" x1={LEFT} y1={y(0)} x2={WIDTH - 10} y2={y(0)} />
      {hours.map((records, hour) => (
        <rect
          key={hourName(hour)}
          class={records > rule.limit ? 'chart__bar chart__bar--over' : 'chart__bar'}
          x={LEFT + hour * STEP + 1}
          y={topOf(records)}
          width={STEP - 2}
          height={y(0) - topOf(records)}
        />
      ))}
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} x={LEFT + hour * STEP} y={HEIGHT - 14}>
          {hourName(hour)}
        </text>
      ))}
      <line class="chart__limit" x1={LEFT} y1={y(rule.limit)} x2={WIDTH - 10} y2={y(rule.limit)} />
      <text class="chart__limit-text" x={WIDTH - 10} y={16} text-anchor="end">
        - - {rule.kind}: {number.format(rule.limit)} an hour
      </text>
      <text x={LEFT - 6} y={y(0)} text-anchor="end">
        0
      </text>
      <text x={LEFT - 6} y={y(most) + 5} text-anchor="end">
        {number.format(most)}
      </text>
    </Chart>
  );
}
