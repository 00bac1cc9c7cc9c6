import { useMemo, useState } from 'preact/hooks';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import type { History } from '#apps/inventory/machine/history.ts';
import {
  type Inventory,
  type InventoryRow,
  profileOf,
  rowTitle,
  sharedAnswers,
} from '#apps/inventory/machine/inventory.ts';
import type { Send } from '#apps/inventory/machine/machine.ts';
import { isMeant, type RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { mentions, type Sorting, sortRows } from '#apps/inventory/machine/sort-rows.ts';
import { readerOf, readValue } from '#apps/inventory/reading/read-value.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { ToLog } from '#apps/inventory/view/ToLog.tsx';
import { type DecisionEntry, decisionEntryOf } from '#apps/inventory/writing/decision-entry.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { FilterBar } from './FilterBar.tsx';
import { Grid } from './Grid.tsx';
import { type EditableColumn, type GridColumn, gridColumns, sortKeyOf } from './grid-columns.ts';
import { RowDetails } from './RowDetails.tsx';

interface InterfaceTableProps {
  inventory: Inventory;
  outcomes: ReadonlyMap<number, Outcome>;
  history: History;
  filter: RowFilter | undefined;
  onFilter: (filter: RowFilter | undefined) => void;
  /** Keys of changed interfaces that are not kept; missing where all changes are kept. */
  unkept: ReadonlySet<number> | undefined;
  send: Send;
}

/** Rows that a filter and a search leave, in the order asked for. */
function useShownRows(
  rows: readonly InventoryRow[],
  shared: Profile,
  outcomes: ReadonlyMap<number, Outcome>,
  filter: RowFilter | undefined,
  search: string,
  sorting: Sorting | undefined,
): readonly InventoryRow[] {
  return useMemo(() => {
    const meant = filter ? rows.filter((row) => isMeant(filter, row, outcomes.get(row.key), shared)) : rows;
    const found = search.trim() === '' ? meant : meant.filter((row) => mentions(row, search.trim()));
    return sorting ? sortRows(found, sorting, outcomes) : found;
  }, [rows, shared, outcomes, filter, search, sorting]);
}

const nextSorting = (before: Sorting | undefined, column: GridColumn): Sorting | undefined => {
  const by = sortKeyOf(column);
  if (before?.by !== by) return { by, direction: 'ascending' };
  return before.direction === 'ascending' ? { by, direction: 'descending' } : undefined;
};

function unkeptText(changed: number): string {
  if (changed === 0) return 'Your latest changes are not kept.';
  return changed === 1
    ? '1 changed interface is not kept.'
    : `${changed.toLocaleString('en-GB')} changed interfaces are not kept.`;
}

/** The interfaces: to look through, to sort, to filter and to edit in place. */
export function InterfaceTable({ inventory, outcomes, history, filter, onFilter, unkept, send }: InterfaceTableProps) {
  const { vocabulary, book } = useSetup();
  const [search, setSearch] = useState('');
  const [sorting, setSorting] = useState<Sorting | undefined>();
  const [row, setRow] = useState<InventoryRow | undefined>();
  const { rows, extraHeaders } = inventory;
  const columns = useMemo(() => gridColumns(extraHeaders, vocabulary, book), [extraHeaders, vocabulary, book]);
  const reader = useMemo(() => readerOf(vocabulary, book, noCorrections), [vocabulary, book]);
  const shared = useMemo(() => sharedAnswers(inventory), [inventory]);
  const shown = useShownRows(rows, shared, outcomes, filter, search, sorting);

  const entryOf = (one: InventoryRow): DecisionEntry =>
    decisionEntryOf(
      one,
      rows.findIndex(({ key }) => key === one.key),
      profileOf(one, shared),
      inventory,
      { vocabulary, book },
      new Date(),
    );

  const edit = (row: InventoryRow, column: EditableColumn, raw: string): void => {
    const { key } = row;
    const index = rows.findIndex((one) => one.key === key);
    const done = `${column.label} of ${rowTitle(row, index)}`;
    if (column.kind === 'extra') {
      send({ type: 'extra.edited', key, index: column.index, text: raw.trim(), done });
      return;
    }
    const { text } = readValue(column.column, raw, reader);
    send({ type: 'cell.edited', key, column: column.column, text, done });
  };

  return (
    <section class="interfaces" aria-labelledby="interfaces-heading">
      <h3 id="interfaces-heading" tabIndex={-1}>
        Interfaces
      </h3>
      <FilterBar
        shown={shown.length}
        total={rows.length}
        search={search}
        onSearch={setSearch}
        filter={filter}
        onFilter={onFilter}
        history={history}
        extraHeaders={extraHeaders}
        send={send}
      />
      {unkept && (
        <p class="interfaces__unkept" role="status">
          {unkeptText(unkept.size)} See the notice at the top of the page.
        </p>
      )}
      <Grid
        rows={shown}
        unkept={unkept}
        columns={columns}
        outcomes={outcomes}
        shared={shared}
        sorting={sorting}
        onSort={(column) => setSorting((before) => nextSorting(before, column))}
        onEdit={edit}
        onRow={setRow}
      />
      <p class="interfaces__keys">
        Arrow keys move, Enter or typing edits, Escape leaves a cell as it was, Delete empties it.
      </p>
      {row && (
        <RowDetails
          row={row}
          index={rows.findIndex(({ key }) => key === row.key)}
          outcome={outcomes.get(row.key)}
          shared={shared}
          entry={() => entryOf(row)}
          send={send}
        />
      )}
      <ToLog
        label={shown.length === rows.length ? 'Put all into the decision log' : 'Put those shown into the decision log'}
        entries={() => shown.map(entryOf)}
        isDisabled={shown.length === 0}
      />
    </section>
  );
}
