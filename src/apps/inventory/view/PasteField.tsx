import type { Source } from '#apps/inventory/reading/import-session.ts';
import { readCsvSource } from './sources.ts';

/** A place to paste cells into, for whoever cannot or would not drop a file. */
export function PasteField({ onSource }: { onSource: (source: Source) => void }) {
  const take = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    onSource(readCsvSource('Pasted cells', text));
  };
  return (
    <details class="paste">
      <summary>Or paste cells</summary>
      <label>
        Copy the table in Excel, header included, and paste it here
        <textarea rows={3} onPaste={take} />
      </label>
    </details>
  );
}
