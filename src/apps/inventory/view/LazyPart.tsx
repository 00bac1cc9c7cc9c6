import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { loadPart, messageOf } from '#apps/inventory/machine/missing-part.ts';

interface LazyPartProps<Props> {
  /** What opens it. */
  label: string;
  /** What the part does, as the middle of a sentence. */
  work: string;
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** A part of the page that is loaded when somebody asks for it, and stays open from then on until it is closed. */
export function LazyPart<Props extends object>({ label, work, load, props }: LazyPartProps<Props>) {
  const [part, setPart] = useState<{ Part: ComponentType<Props> } | undefined>();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState('');
  const open = async (): Promise<void> => {
    setFailure('');
    setOpen(!isOpen);
    if (isOpen || part) return;
    try {
      const Part = await loadPart(work, load);
      setPart({ Part });
    } catch (error) {
      setOpen(false);
      setFailure(messageOf(error));
    }
  };
  return (
    <>
      <p>
        <button type="button" class="button button--quiet" aria-expanded={isOpen} onClick={open}>
          {label}
        </button>
      </p>
      {failure !== '' && (
        <p class="notice notice--failure" role="alert">
          {failure} Try again with the button above.
        </p>
      )}
      {isOpen && !part && <p role="status">Loading…</p>}
      {isOpen && part && <part.Part {...props} />}
    </>
  );
}
