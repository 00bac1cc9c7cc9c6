import { useRef, useState } from 'preact/hooks';
import type { ExportKind } from '#inventory/export-files.ts';
import type { Inventory } from '#inventory/inventory.ts';
import { normaliseWord } from '#inventory/vocabulary.ts';
import { Stopped, type WorkerClient } from '#inventory/worker-client.ts';
import type { Send } from './use-inventory.ts';
import { Working } from './Working.tsx';

interface ExportsProps {
  inventory: Inventory;
  worker: WorkerClient;
  isReady: boolean;
  send: Send;
}

const kinds: readonly { kind: ExportKind; label: string; ending: string }[] = [
  { kind: 'xlsx', label: 'Excel', ending: 'xlsx' },
  { kind: 'csv', label: 'CSV', ending: 'csv' },
  { kind: 'markdown', label: 'Decision records (one Markdown file)', ending: 'md' },
  { kind: 'zip', label: 'Decision records (zip, one file each)', ending: 'zip' },
  { kind: 'json', label: 'JSON', ending: 'json' },
];

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads the file after this turn; a large one may take its time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const fileName = (title: string): string => normaliseWord(title).replaceAll(/[^a-z0-9]+/g, '-') || 'programme';

/** Ways to take the inventory and its recommendations along. */
export function Exports({ inventory, worker, isReady, send }: ExportsProps) {
  const [work, setWork] = useState<{ label: string; done: number } | undefined>();
  const [failure, setFailure] = useState('');
  const menu = useRef<HTMLDetailsElement>(null);
  const write = async ({ kind, label, ending }: (typeof kinds)[number]): Promise<void> => {
    if (menu.current) menu.current.open = false;
    setWork({ label, done: 0 });
    setFailure('');
    try {
      const { title, extraHeaders } = inventory;
      const blob = await worker.ask('export', { kind, inventory: { title, extraHeaders } }, (part) => {
        if (part.of === 'progress') setWork({ label, done: part.done });
      });
      save(`${fileName(inventory.title)}.${ending}`, blob);
    } catch (error) {
      if (!(error instanceof Stopped)) setFailure((error as Error).message);
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
      <p role="alert">{failure}</p>
    </>
  );
}
