import { useRef } from 'preact/hooks';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { fileSource } from './sources.ts';

interface FileButtonProps {
  label: string;
  /** Missing where the button only keeps a place, and nothing may be chosen yet. */
  onSource?: ((source: Source) => void) | undefined;
}

/** A button that asks for a spreadsheet. */
export function FileButton({ label, onSource }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    const file = currentTarget.files?.[0];
    // The same file may be chosen again after it was mended.
    currentTarget.value = '';
    if (file) onSource?.(fileSource(file));
  };
  return (
    <>
      <button type="button" class="button button--quiet" onClick={() => input.current?.click()}>
        {label}
      </button>
      {onSource && (
        <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx,.json" aria-label={label} onChange={take} />
      )}
    </>
  );
}
