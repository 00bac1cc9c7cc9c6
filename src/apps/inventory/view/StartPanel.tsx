import type { Send } from '#apps/inventory/machine/machine.ts';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { path } from '#content/publishing/path.ts';
import { FileButton } from './FileButton.tsx';
import { PasteField } from './PasteField.tsx';

interface StartPanelProps {
  /** Missing, as `onSample`, where the page keeps the panel's place until it can do something. */
  send?: Send;
  /** Opens a spreadsheet or a project file. */
  onSource?: (source: Source) => void;
  onSample?: () => void;
}

/** The ways to begin. */
export function StartPanel({ send, onSource, onSample }: StartPanelProps) {
  return (
    <section class="start" aria-labelledby="start-heading">
      <h2 id="start-heading">Open an inventory</h2>
      <p class="start__drop">
        Drop a spreadsheet anywhere on this page, or <FileButton label="choose a file" onSource={onSource} />
      </p>
      <p>
        CSV or Excel (.xlsx), one interface a row, with whatever headers and words you use: you see how they were
        understood before anything is decided.
      </p>
      <div class="start__ways">
        <button type="button" class="button" onClick={onSample}>
          Open the sample programme
        </button>
        <button type="button" class="button button--quiet" onClick={() => send?.({ type: 'row.added' })}>
          Type rows
        </button>
        <a class="button button--quiet" href={path('/advisor/inventory/template.xlsx')} download>
          Template (Excel)
        </a>
        <a class="button button--quiet" href={path('/advisor/inventory/template.csv')} download>
          Template (CSV)
        </a>
      </div>
      <PasteField onSource={(source) => onSource?.(source)} />
    </section>
  );
}
