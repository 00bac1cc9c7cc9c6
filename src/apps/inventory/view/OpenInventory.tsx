import { useMemo, useState } from 'preact/hooks';
import type { InventorySnapshot, Send } from '#apps/inventory/machine/machine.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import type { DecisionFeed } from '#apps/inventory/machine/services.ts';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { MOST_LISTED } from '#apps/inventory/reading/most-listed.ts';
import { Exports } from './Exports.tsx';
import { FileButton } from './FileButton.tsx';
import { changedSince, isHeldUp } from './kept-state.ts';
import { LazyPart } from './LazyPart.tsx';
import { CellFaults } from './Notices.tsx';
import { PasteField } from './PasteField.tsx';
import { PrintTable } from './PrintTable.tsx';
import { ProgrammeView } from './ProgrammeView.tsx';
import { SharedAnswers } from './SharedAnswers.tsx';
import { InterfaceTable } from './table/InterfaceTable.tsx';
import { Working } from './Working.tsx';

interface OpenInventoryProps {
  snapshot: InventorySnapshot;
  send: Send;
  decisions: DecisionFeed;
  /** Opens a spreadsheet or a project file. */
  onSource: (source: Source) => void;
}

const loadGroups = async () => (await import('./work/GroupsView.tsx')).GroupsView;
const loadWaves = async () => (await import('./work/WavesView.tsx')).WavesView;
const loadCompare = async () => (await import('./work/CompareView.tsx')).CompareView;
const loadLandscape = async () => (await import('./landscape/LandscapeView.tsx')).LandscapeView;

/** The programme, and below it its interfaces. */
export function OpenInventory({ snapshot, send, decisions, onSource }: OpenInventoryProps) {
  const { history, outcomes, programme, blanks, looked, decided, faults, kept } = snapshot.context;
  const { inventory } = history.present;
  const [filter, setFilter] = useState<RowFilter | undefined>();
  const isWorking = snapshot.matches({ deciding: 'working' });
  const isReady = !isWorking || decided === 1;
  const isStopped = snapshot.matches({ deciding: 'stopped' });
  const unread = programme?.unread ?? 0;
  // Places in the spreadsheet mean something only until the first of its cells was corrected here.
  const listed = faults.length === Math.min(unread, MOST_LISTED) ? faults : [];
  const isUnkept = isHeldUp(snapshot);
  const unkept = useMemo(() => (isUnkept ? changedSince(kept, inventory) : undefined), [isUnkept, kept, inventory]);
  const clear = (): void => {
    const question = 'Clear the inventory, your corrections and everything this page kept? This cannot be undone.';
    if (window.confirm(question)) send({ type: 'inventory.cleared' });
  };
  const show = (next: RowFilter): void => {
    setFilter(next);
    document.getElementById('interfaces-heading')?.focus();
  };
  // Outcomes arrive many times a second; what does not show them is drawn only when its own matter changes.
  const programmeView = useMemo(
    () => programme && <ProgrammeView programme={programme} blanks={blanks} looked={looked} onShow={show} />,
    [programme, blanks, looked],
  );
  const sharedAnswers = useMemo(() => <SharedAnswers inventory={inventory} send={send} />, [inventory, send]);
  const printTable = useMemo(
    () => <PrintTable rows={inventory.rows} outcomes={outcomes} />,
    [inventory.rows, programme],
  );
  return (
    <>
      <header class="inventory__head">
        <h2>{inventory.title}</h2>
        {inventory.origin === 'sample' && (
          <p>An invented programme, to show what comes out. Open your own spreadsheet whenever you like.</p>
        )}
        <div class="button-row">
          <FileButton label="Open a spreadsheet" onSource={onSource} />
          <Exports inventory={inventory} decisions={decisions} isReady={isReady} send={send} />
          <button type="button" class="button button--quiet" onClick={clear}>
            Clear everything
          </button>
        </div>
      </header>
      {isWorking && decided < 1 && (
        <Working text="Deciding" done={decided} onCancel={() => send({ type: 'deciding.cancelled' })} />
      )}
      {isStopped && (
        <p class="notice" role="status">
          Stopped: {outcomes.size.toLocaleString('en-GB')} of {inventory.rows.length.toLocaleString('en-GB')} interfaces
          are decided.{' '}
          <button type="button" class="link-button" onClick={() => send({ type: 'deciding.resumed' })}>
            Go on
          </button>
        </p>
      )}
      <CellFaults faults={listed} total={unread} />
      {programmeView}
      <div class="inventory__parts">
        <LazyPart
          label="Draw the landscape"
          work="draws the landscape"
          load={loadLandscape}
          props={{ inventory, decisions, isReady }}
        />
        <LazyPart
          label="Group by system, owner, wave or status"
          work="groups interfaces"
          load={loadGroups}
          props={{ inventory, outcomes, onShow: show }}
        />
        <LazyPart
          label="Propose an order of work"
          work="proposes an order of work"
          load={loadWaves}
          props={{ inventory, outcomes, send }}
        />
        <LazyPart
          label="Compare with an older version"
          work="compares two versions"
          load={loadCompare}
          props={{ inventory, decisions }}
        />
      </div>
      {sharedAnswers}
      <InterfaceTable
        inventory={inventory}
        outcomes={outcomes}
        history={history}
        filter={filter}
        onFilter={setFilter}
        unkept={unkept}
        send={send}
      />
      {printTable}
      <PasteField onSource={(source) => send({ type: 'source.chosen', source })} />
    </>
  );
}
