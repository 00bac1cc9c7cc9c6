import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isField } from '#apps/inventory/reading/columns.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { choices, isChoice } from '#core/advisor/profile.ts';
import { choiceText } from '#core/advisor/wording.ts';
import type { EditableColumn } from './grid-columns.ts';

/** How an edit ended: where the focus goes next. */
export type EditEnd = 'stay' | 'down' | 'right' | 'left';

interface CellEditorProps {
  column: EditableColumn;
  label: string;
  text: string;
  /** The key that began the edit, where it was a character. */
  typed: string | undefined;
  onCommit: (text: string, end: EditEnd) => void;
  onCancel: () => void;
}

const ends: Readonly<Record<string, EditEnd>> = { Enter: 'down', Tab: 'right' };

/** A field in place of a cell: a list where the column takes words, text elsewhere. */
export function CellEditor({ column, label, text, typed, onCommit, onCancel }: CellEditorProps) {
  const { book } = useSetup();
  const [value, setValue] = useState(typed ?? text);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isOver = useRef(false);
  // Before the next event, or the second of two quick keys would be lost.
  useLayoutEffect(() => {
    field.current?.focus();
    if (typed === undefined) (field.current as Partial<HTMLInputElement> | null)?.select?.();
  }, [typed]);
  const end = (act: () => void): void => {
    if (isOver.current) return;
    isOver.current = true;
    act();
  };
  const handleKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') end(onCancel);
    const next = event.shiftKey && event.key === 'Tab' ? 'left' : ends[event.key];
    if (next === undefined) return;
    event.preventDefault();
    end(() => onCommit(value, next));
  };
  const shared = {
    ref: field,
    'aria-label': label,
    class: 'grid__editor',
    value,
    onKeyDown: handleKey,
    onBlur: () => end(() => onCommit(value, 'stay')),
  };
  const asked = column.kind === 'cell' && isField(column.column) ? column.column : undefined;
  if (asked && isChoice(asked)) {
    const values: readonly string[] = choices[asked];
    return (
      <select {...shared} onChange={({ currentTarget }) => setValue(currentTarget.value)}>
        <option value="">Not known</option>
        {value !== '' && !values.includes(value) && <option value={value}>{value} (not understood)</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {choiceText(asked, one, book)}
          </option>
        ))}
      </select>
    );
  }
  return <input type="text" {...shared} onInput={({ currentTarget }) => setValue(currentTarget.value)} />;
}
