import { useMemo } from 'preact/hooks';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import type { ReadEntries } from '#core/tools/read-entries.ts';
import { sensitivity } from '#core/tools/sensitivity.ts';
import type { Tool } from '#core/tools/tool.ts';
import { valueText, withUnit } from '#core/tools/words.ts';

const MOST = 8;

/** Each input moved by a fifth: what to measure first. */
export function Sensitivity({ tool, read }: { tool: Tool; read: ReadEntries }) {
  const movements = useMemo(() => sensitivity(tool, read), [tool, read]);
  const headline = tool.results.find(({ id }) => id === tool.headline);
  if (!headline || movements.length === 0) return null;
  const text = (value: number | undefined): string =>
    value === undefined ? (headline.none ?? 'none') : withUnit(valueText(value, headline.format), headline.unit);
  return (
    <section class="tool-sensitivity" aria-labelledby="sensitivity-heading">
      <h2 id="sensitivity-heading">What would change it most</h2>
      <p>
        “{headline.label}”, with one number a fifth lower or higher and all others as they are. Measure the first ones
        first.
        {movements.length > MOST && ` The ${MOST} strongest of ${movements.length} are shown.`}
      </p>
      <ScrollRegion label="Table: what would change it most">
        <table>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col" class="number">
                A fifth lower
              </th>
              <th scope="col" class="number">
                A fifth higher
              </th>
            </tr>
          </thead>
          <tbody>
            {movements.slice(0, MOST).map(({ label, lower, higher, table, input }) => (
              <tr key={`${table}.${input}`}>
                <th scope="row">{label}</th>
                <td class="number">{text(lower)}</td>
                <td class="number">{text(higher)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
