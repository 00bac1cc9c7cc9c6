import { useEffect, useRef, useState } from 'preact/hooks';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { fileSource, isTable, readCsvSource } from './sources.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

/**
 * Takes spreadsheets that are dropped anywhere on the page, and cells that are pasted outside of any field.
 *
 * @returns whether a file is held over the page just now
 */
export function useDropAndPaste(onSource: (source: Source) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onSource);
  latest.current = onSource;
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const handlers = {
      dragover: (event: DragEvent) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event: DragEvent) => {
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        latest.current(fileSource(file));
      },
      paste: (event: ClipboardEvent) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (isTyping(event.target) || !isTable(text)) return;
        event.preventDefault();
        latest.current(readCsvSource('Pasted cells', text));
      },
    };
    const controller = new AbortController();
    for (const [name, handler] of Object.entries(handlers)) {
      document.addEventListener(name, handler as EventListener, { signal: controller.signal });
    }
    return () => controller.abort();
  }, []);
  return isOver;
}
