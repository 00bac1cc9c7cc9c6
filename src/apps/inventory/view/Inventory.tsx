import { useMemo, useState } from 'preact/hooks';
import { messageOf } from '#apps/inventory/machine/missing-part.ts';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { FromLog } from './FromLog.tsx';
import { Keeping } from './Keeping.tsx';
import { MappingStep } from './MappingStep.tsx';
import { Problems } from './Notices.tsx';
import { OpenInventory } from './OpenInventory.tsx';
import { StartPanel } from './StartPanel.tsx';
import { readPageData, SetupProvider } from './setup.ts';
import { isProject, readCsvSource } from './sources.ts';
import { useDropAndPaste } from './use-drop-and-paste.ts';
import { useInventory } from './use-inventory.ts';
import { Working } from './Working.tsx';

/** The inventory of a programme: read in, decided, shown, edited and written out, all in this browser. */
export function Inventory() {
  const { sample, ...setup } = useMemo(readPageData, []);
  const { snapshot, send, decisions } = useInventory(setup);
  const [projectFailure, setProjectFailure] = useState('');
  const open = async (source: Source): Promise<void> => {
    setProjectFailure('');
    if (!isProject(source)) {
      send({ type: 'source.chosen', source });
      return;
    }
    try {
      send({ type: 'project.opened', inventory: await decisions.openProject(source) });
    } catch (error) {
      setProjectFailure(messageOf(error));
    }
  };
  const isOver = useDropAndPaste(open);
  const requestSample = (): void =>
    send({ type: 'sample.requested', source: readCsvSource('Sample programme', sample) });
  const isReading = snapshot.hasTag('reading');
  const canBegin = snapshot.matches({ document: 'empty' }) || snapshot.matches({ document: { restoring: 'slow' } });

  return (
    <SetupProvider value={setup}>
      <div
        class="inventory"
        data-drop={isOver ? 'over' : undefined}
        data-kept={snapshot.matches({ keeping: 'saved' }) ? 'yes' : undefined}
      >
        <Keeping snapshot={snapshot} send={send} />
        <Problems snapshot={snapshot} send={send} />
        {projectFailure !== '' && (
          <p class="notice notice--failure" role="alert">
            {projectFailure}
          </p>
        )}
        <FromLog
          inventory={snapshot.matches({ document: 'open' }) ? snapshot.context.history.present.inventory : undefined}
          onChosen={open}
          onTaken={(inventory) => send({ type: 'log.taken', inventory })}
        />
        {canBegin && <StartPanel send={send} onSource={open} onSample={requestSample} />}
        {isReading && <Working text="Reading the spreadsheet" onCancel={() => send({ type: 'reading.cancelled' })} />}
        {snapshot.matches({ document: 'mapping' }) && <MappingStep snapshot={snapshot} send={send} />}
        {snapshot.matches({ document: 'open' }) && (
          <OpenInventory snapshot={snapshot} send={send} decisions={decisions} onSource={open} />
        )}
      </div>
    </SetupProvider>
  );
}
