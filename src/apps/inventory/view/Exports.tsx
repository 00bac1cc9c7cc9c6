import { useRef, useState } from 'preact/hooks';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import type { Send } from '#apps/inventory/machine/machine.ts';
import type { DecisionFeed } from '#apps/inventory/machine/services.ts';
import { Stopped } from '#apps/inventory/machine/worker-client.ts';
import type { ExportKind } from '#apps/inventory/writing/export-files.ts';
import { fileStem } from '#apps/inventory/writing/file-stem.ts';
import { hand } from '#apps/writing/hand.ts';
import { Working } from './Working.tsx';

interface ExportsProps {
  inventory: Inventory;
  decisions: DecisionFeed;
  isReady: boolean;
  send: Send;
}

const kinds: readonly { kind: ExportKind; label: string; ending: string }[] = [
  { kind: 'xlsx', label: 'Excel', ending: 'xlsx' },
  { kind: 'csv', label: 'CSV', ending: 'csv' },
  { kind: 'levels', label: 'Service levels of each interface (Excel)', ending: 'service-levels.xlsx' },
  { kind: 'project', label: 'Project file, to open here again', ending: 'json' },
  { kind: 'short', label: 'Short records, a page each (one Markdown file)', ending: 'md' },
  { kind: 'markdown', label: 'Decision records (one Markdown file)', ending: 'md' },
  { kind: 'zip', label: 'Decision records (zip, one file each)', ending: 'zip' },
  { kind: 'json', label: 'JSON', ending: 'json' },
];

/** Ways to take the inventory and its recommendations along. */
export function Exports({ inventory, decisions, isReady, send }: ExportsProps) {
  const [work, setWork] = useState<{ label: string; done: number } | undefined>();
  const [failure, setFailure] = useState<{ message: string; retry: () => void } | undefined>();
  const [losses, setLosses] = useState<readonly string[]>([]);
  const menu = useRef<HTMLDetailsElement>(null);
  const write = async (wanted: (typeof kinds)[number]): Promise<void> => {
    const { kind, label, ending } = wanted;
    if (menu.current) menu.current.open = false;
    setWork({ label, done: 0 });
    setFailure(undefined);
    setLosses([]);
    try {
      const { file, losses } = await decisions.write(kind, inventory, (part) => {
        if (part.of === 'progress') setWork({ label, done: part.done });
      });
      hand(`${fileStem(inventory.title, 'programme')}.${ending}`, file);
      setLosses(losses);
    } catch (error) {
      if (!(error instanceof Stopped)) {
        setFailure({ message: (error as Error).message, retry: () => void write(wanted) });
      }
    }
    setWork(undefined);
  };
  return (
    <>
      <details class="menu" ref={menu}>
        <summary class="button button--quiet">Export</summary>
        <ul>
          {kinds.map((one) => (
            <li key={one.kind}>
              <button
                type="button"
                class="link-button"
                disabled={!isReady || work !== undefined}
                onClick={() => write(one)}
              >
                {one.label}
              </button>
            </li>
          ))}
          <li>
            <button type="button" class="link-button" onClick={() => window.print()}>
              Print
            </button>
          </li>
        </ul>
      </details>
      {work && (
        <Working text={`Writing ${work.label}`} done={work.done} onCancel={() => send({ type: 'export.cancelled' })} />
      )}
      <div role="status">
        {losses.map((loss) => (
          <p key={loss}>{loss}</p>
        ))}
      </div>
      <p role="alert">
        {failure && (
          <>
            {failure.message}{' '}
            <button type="button" class="link-button" onClick={failure.retry}>
              Try again
            </button>
          </>
        )}
      </p>
    </>
  );
}
