import type { InventorySnapshot, Send } from '#apps/inventory/machine/machine.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { ScrollRegion } from './ScrollRegion.tsx';
import { useSetup } from './setup.ts';

interface NoticeProps {
  snapshot: InventorySnapshot;
  send: Send;
}

const SHOWN = 20;

/** Why a spreadsheet could not be read, or which of its cells. */
export function Problems({ snapshot, send }: NoticeProps) {
  const { failure, again } = snapshot.context;
  if (failure === '') return null;
  return (
    <div class="notice notice--failure" role="alert">
      <p>
        {failure}{' '}
        {again && (
          <button type="button" class="link-button" onClick={() => send(again)}>
            Try again
          </button>
        )}
      </p>
    </div>
  );
}

/** Cells that could not be read, by row and column of the spreadsheet, with what is allowed. */
export function CellFaults({ faults, total }: Pick<InventorySnapshot['context'], 'faults'> & { total: number }) {
  const { vocabulary, book } = useSetup();
  if (total === 0) return null;
  return (
    <details class="faults">
      <summary>
        {total === 1 ? '1 cell' : `${total.toLocaleString('en-GB')} cells`} could not be read and{' '}
        {total === 1 ? 'counts' : 'count'} as not known
      </summary>
      <ScrollRegion label="Cells that could not be read">
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">Found</th>
              <th scope="col">Allowed</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map(({ row, sheet, column, header, found, allowed }) => (
              <tr key={`${sheet} ${row} ${column}`}>
                <td>{sheet === undefined ? row : `${sheet}, ${row}`}</td>
                <th scope="row">{header || columnLabel(column, vocabulary, book)}</th>
                <td>{found}</td>
                <td>{allowed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {total > SHOWN && <p>The first {SHOWN} are shown; all of them stand in the table, and in the exports.</p>}
    </details>
  );
}
