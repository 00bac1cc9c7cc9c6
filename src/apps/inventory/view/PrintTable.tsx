import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type InventoryRow, rowTitle } from '#apps/inventory/machine/inventory.ts';
import { certaintyText, middlewareText, patternName } from '#core/advisor/wording.ts';
import { useSetup } from './setup.ts';
import { usePrinting } from './use-printing.ts';

/** More would be a pile of paper; the workbook holds them all. */
const MOST = 300;

interface PrintTableProps {
  rows: readonly InventoryRow[];
  outcomes: ReadonlyMap<number, Outcome>;
}

/** All interfaces on paper, where nobody can scroll. */
export function PrintTable({ rows, outcomes }: PrintTableProps) {
  const { book } = useSetup();
  if (!usePrinting()) return null;
  return (
    <section class="print-only">
      <h3>Interfaces</h3>
      {rows.length > MOST && (
        <p>
          The first {MOST} of {rows.length}; the Excel export holds all.
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Interface</th>
            <th scope="col">Other system</th>
            <th scope="col">Pattern</th>
            <th scope="col">Middleware</th>
            <th scope="col">Certain</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row, index) => {
            const outcome = outcomes.get(row.key);
            return (
              <tr key={row.key}>
                <th scope="row">{rowTitle(row, index)}</th>
                <td>{row.cells.system}</td>
                <td>{outcome && patternName(outcome.primary, book)}</td>
                <td>{outcome && middlewareText[outcome.middleware]}</td>
                <td>{outcome && certaintyText[outcome.certainty].toLowerCase()}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
