import { useRef, useState } from 'preact/hooks';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { inLabels } from '#core/tools/arithmetic.ts';
import type { WorkedRow } from '#core/tools/evaluate.ts';
import type { Fault } from '#core/tools/read-entries.ts';
import { moveRow, removeRow } from '#core/tools/rows.ts';
import {
  type EnteredColumn,
  enteredColumns,
  newRow,
  type Row,
  type Table,
  type Tool,
  type WorkedColumn,
} from '#core/tools/tool.ts';
import { valueText } from '#core/tools/words.ts';
import { Ground } from './Inputs.tsx';

interface EntryTableProps {
  tool: Tool;
  table: Table;
  rows: readonly Row[];
  worked: readonly WorkedRow[];
  faults: readonly Fault[];
  onChange(rows: Row[]): void;
}

interface CellProps {
  column: EnteredColumn;
  text: string;
  name: string;
  faultId: string | undefined;
  onChange(text: string): void;
}

/** How many signs a field shows: a name, a few numbers of rows, or the largest number that is allowed. */
function sizeOf({ kind, max }: EnteredColumn): number {
  if (kind === 'text') return 25;
  return kind === 'after' ? 5 : Math.min(9, Math.max(4, String(max).length));
}

function EntryCell({ column, text, name, faultId, onChange }: CellProps) {
  const shared = {
    'aria-label': name,
    'aria-invalid': faultId ? ('true' as const) : undefined,
    'aria-describedby': faultId,
    value: text,
  };
  if (column.kind === 'choice') {
    return (
      <select {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {text === '' || !column.options.includes(text) ? <option value={text}>{text}</option> : null}
        {column.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      class={column.kind === 'number' ? 'number' : undefined}
      inputMode={column.kind === 'number' ? 'decimal' : undefined}
      autocomplete="off"
      size={sizeOf(column)}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

const headerOf = ({ label, unit }: { label: string; unit?: string | undefined }): string =>
  unit ? `${label}, ${unit}` : label;

/** What the incomplete rows still lack, in sentences. */
function missing(table: Table, rows: readonly WorkedRow[]): string[] {
  const required = enteredColumns(table).filter(({ isRequired }) => isRequired);
  return rows
    .filter(({ isComplete }) => !isComplete)
    .flatMap(({ index, values }) => {
      const lacking = required.filter(({ id }) => values[id] === undefined).map(({ label }) => label.toLowerCase());
      return lacking.length > 0 ? [`Row ${index + 1} is left out until it has ${lacking.join(', ')}.`] : [];
    });
}

/** A table to fill in, with what is worked out in each row beside it; one that nobody fills in unfolds. */
export function EntryTable({ tool, table, rows, worked, faults, onChange }: EntryTableProps) {
  const entered = enteredColumns(table).filter(({ kind }) => !table.isFixed || kind !== 'after');
  const shown = table.columns.filter((column): column is WorkedColumn => column.kind === 'worked' && !column.isHidden);
  // A table in which nothing can be filled in is there to be looked up.
  const isOpen = entered.some(({ isGiven }) => !isGiven);
  const body = useRef<HTMLTableSectionElement>(null);
  const [said, setSaid] = useState('');
  const heading = `table-${table.id}`;
  const lacking = missing(table, worked);

  const setCell = (index: number, id: string, text: string): void =>
    onChange(rows.map((row, each) => (each === index ? { ...row, [id]: text } : row)));

  /** Somebody who works with the keyboard goes on in the row that is there now. */
  const focusRow = (index: number): void => {
    requestAnimationFrame(() => body.current?.rows[index]?.querySelector<HTMLElement>('input, select')?.focus());
  };

  const faultId = (index: number, id: string): string | undefined =>
    faults.some(({ row, field }) => row === index && field === id) ? `${heading}-fault-${index}-${id}` : undefined;

  const grid = (
    <ScrollRegion label={`Table: ${table.label}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Number</span>
            </th>
            {entered.map((column) => (
              <th key={column.id} scope="col">
                {headerOf(column)}
              </th>
            ))}
            {shown.map((column) => (
              <th key={column.id} scope="col" class="tool-table__worked">
                {headerOf(column)}
              </th>
            ))}
            {!table.isFixed && (
              <th scope="col">
                <span class="visually-hidden">Change the row</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const cells = worked.find((each) => each.index === index)?.worked;
            return (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {entered.map((column) =>
                  column.isGiven ? (
                    <td key={column.id}>{row[column.id]}</td>
                  ) : (
                    <td key={column.id}>
                      <EntryCell
                        column={column}
                        text={row[column.id] ?? ''}
                        name={`${column.label}, row ${index + 1}`}
                        faultId={faultId(index, column.id)}
                        onChange={(text) => setCell(index, column.id, text)}
                      />
                    </td>
                  ),
                )}
                {shown.map(({ id, format }) => (
                  <td key={id} class="number tool-table__worked">
                    {valueText(cells?.[id], format)}
                  </td>
                ))}
                {!table.isFixed && (
                  <td class="tool-table__moves">
                    <button
                      type="button"
                      class="small-button"
                      disabled={index === 0}
                      aria-label={`Move row ${index + 1} up`}
                      onClick={() => {
                        onChange(moveRow(table, rows, index, -1));
                        focusRow(index - 1);
                      }}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      class="small-button"
                      aria-label={`Take row ${index + 1} out`}
                      onClick={() => {
                        onChange(removeRow(table, rows, index));
                        setSaid(`Row ${index + 1} is taken out.`);
                        focusRow(Math.max(0, index - 1));
                      }}
                    >
                      ×
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );

  return (
    <section class="tool-table" aria-labelledby={heading}>
      <h2 id={heading}>{table.label}</h2>
      {table.hint && <p>{table.hint}</p>}
      {faults.length > 0 && (
        <ul class="tool-table__faults">
          {faults.map(({ row = 0, field, text }) => (
            <li key={`${row}-${field}`} id={`${heading}-fault-${row}-${field}`}>
              {entered.find(({ id }) => id === field)?.label}, row {row + 1}: {text}
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        grid
      ) : (
        <details>
          <summary>Show all {table.row.many}</summary>
          {grid}
        </details>
      )}
      {!table.isFixed && (
        <p class="button-row">
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              onChange([...rows, newRow(table)]);
              focusRow(rows.length);
            }}
          >
            Add {/^[aeiou]/.test(table.row.one) ? 'an' : 'a'} {table.row.one}
          </button>
        </p>
      )}
      <p class="tool-table__lacking" role="status">
        {[said, ...lacking].filter(Boolean).join(' ')}
      </p>
      <details>
        <summary>How each row is worked out, and where its values come from</summary>
        <dl class="tool-formulas">
          {table.columns
            .filter((column): column is WorkedColumn => column.kind === 'worked')
            .map((column) => (
              <div key={column.id}>
                <dt>{headerOf(column)}</dt>
                <dd>{inLabels(tool, column.formula, table)}</dd>
              </div>
            ))}
        </dl>
        {[...(table.basis ? [table.basis] : []), ...table.sources].map((basis) => (
          <p key={basis.text}>
            <Ground basis={basis} />
          </p>
        ))}
      </details>
    </section>
  );
}
