import { columnLabel } from '#inventory/column-label.ts';
import { ScrollRegion } from './ScrollRegion.tsx';
import { useSetup } from './setup.ts';
import type { InventorySnapshot, Send } from './use-inventory.ts';

interface NoticeProps {
  snapshot: InventorySnapshot;
  send: Send;
}

/** What stands in the way of keeping the inventory; nothing where all is well. */
export function Keeping({ snapshot, send }: NoticeProps) {
  if (snapshot.matches({ keeping: 'outdated' })) {
    return (
      <div class="notice" role="alert">
        <p>This inventory was changed in another tab. Nothing more is kept from here until you say which one counts.</p>
        <p class="button-row">
          <button type="button" class="button" onClick={() => send({ type: 'theirs.taken' })}>
            Show the other tab’s
          </button>
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'mine.kept' })}>
            Keep this one
          </button>
        </p>
      </div>
    );
  }
  const refusal = snapshot.matches({ keeping: 'full' })
    ? 'The storage that this browser allows is full'
    : snapshot.matches({ keeping: 'denied' })
      ? 'This browser lets the page keep nothing'
      : undefined;
  if (!refusal) return null;
  return (
    <div class="notice" role="status">
      <p>
        {refusal}: the inventory will be gone when you leave the page. Everything else works; export it before you go.
      </p>
    </div>
  );
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
            {faults.slice(0, SHOWN).map(({ row, column, header, found, allowed }) => (
              <tr key={`${row} ${column}`}>
                <td>{row}</td>
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
