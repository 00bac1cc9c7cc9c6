import type { History } from '#apps/inventory/machine/history.ts';
import type { Send } from '#apps/inventory/machine/machine.ts';
import type { Setup } from '#apps/inventory/machine/protocol.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { workingColumns } from '#apps/inventory/reading/vocabulary.ts';
import { workingIndices } from '#apps/inventory/reading/working-columns.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { middlewareVerdicts } from '#core/advisor/rule-book.ts';
import { fieldLabel, middlewareText, patternName } from '#core/advisor/wording.ts';

interface FilterBarProps {
  shown: number;
  total: number;
  search: string;
  onSearch: (text: string) => void;
  filter: RowFilter | undefined;
  onFilter: (filter: RowFilter | undefined) => void;
  history: History;
  extraHeaders: readonly string[];
  send: Send;
}

/** A filter in a few words. */
function filterText(filter: RowFilter, { book }: Setup): string {
  switch (filter.by) {
    case 'pattern':
      return patternName(filter.pattern, book);
    case 'middleware':
      return middlewareText[filter.verdict];
    case 'hub-rule':
      return `Hub required: ${book.verdicts.find(({ id }) => id === filter.rule)?.reason ?? filter.rule}`;
    case 'conflict':
      return book.conflicts.find(({ id }) => id === filter.rule)?.title ?? filter.rule;
    case 'contradiction':
      return book.contradictions.find(({ id }) => id === filter.rule)?.reason ?? filter.rule;
    case 'load':
      return `Beyond: ${book.capacity.find(({ id }) => id === filter.rule)?.limitText ?? filter.rule}`;
    case 'blank':
      return `No answer to ${fieldLabel(filter.field, book)}`;
    case 'system':
      return filter.system === '' ? 'No other system named' : `To ${filter.system}`;
    case 'extra':
      return filter.text === '' ? 'Nothing said there' : filter.text;
    case 'name':
      return `Named ${filter.name}`;
    case 'unread':
      return 'With cells not understood';
    case 'no-pattern':
      return 'No pattern to recommend';
    case 'uncertain':
      return 'Not certain yet';
    case 'close':
      return 'Close calls';
    case 'hub-without-owner':
      return 'A hub required, and nobody runs one';
  }
}

function usualFilters({ book }: Setup): RowFilter[] {
  return [
    { by: 'uncertain' },
    { by: 'close' },
    { by: 'unread' },
    ...book.patterns.map(({ id }): RowFilter => ({ by: 'pattern', pattern: id })),
    ...middlewareVerdicts.map((verdict): RowFilter => ({ by: 'middleware', verdict })),
  ];
}

/** Adds a column by which people work through the list, where it has none yet. */
function AddColumn({ extraHeaders, send }: { extraHeaders: readonly string[]; send: Send }) {
  const { vocabulary } = useSetup();
  const indices = workingIndices(extraHeaders, vocabulary);
  const missing = workingColumns.filter((column) => indices[column] === undefined);
  if (missing.length === 0) return null;
  return (
    <select
      aria-label="Add a column"
      value=""
      onChange={({ currentTarget: { value } }) => value !== '' && send({ type: 'column.added', header: value })}
    >
      <option value="">Add a column…</option>
      {missing.map((column) => (
        <option key={column} value={vocabulary.working[column].label}>
          {vocabulary.working[column].label}
        </option>
      ))}
    </select>
  );
}

/** Which rows are shown, and steps back and forth through the edits. */
export function FilterBar({
  shown,
  total,
  search,
  onSearch,
  filter,
  onFilter,
  history,
  extraHeaders,
  send,
}: FilterBarProps) {
  const setup = useSetup();
  const usual = usualFilters(setup);
  const chosen = filter ? JSON.stringify(filter) : '';
  const isUsual = usual.some((one) => JSON.stringify(one) === chosen);
  const number = (value: number): string => value.toLocaleString('en-GB');
  return (
    <div class="filter-bar">
      <label>
        Find <input type="search" value={search} onInput={({ currentTarget }) => onSearch(currentTarget.value)} />
      </label>
      <label>
        Show{' '}
        <select
          value={chosen}
          onChange={({ currentTarget: { value } }) => onFilter(value === '' ? undefined : JSON.parse(value))}
        >
          <option value="">all</option>
          {filter && !isUsual && <option value={chosen}>{filterText(filter, setup)}</option>}
          {usual.map((one) => (
            <option key={JSON.stringify(one)} value={JSON.stringify(one)}>
              {filterText(one, setup)}
            </option>
          ))}
        </select>
      </label>
      <p role="status">
        {shown === total ? `${number(total)} interfaces` : `${number(shown)} of ${number(total)} interfaces`}
      </p>
      <span class="filter-bar__edits">
        <button
          type="button"
          class="button button--quiet"
          disabled={history.past.length === 0}
          title={history.present.done && `Undo: ${history.present.done}`}
          onClick={() => send({ type: 'undo.requested' })}
        >
          Undo
        </button>
        <button
          type="button"
          class="button button--quiet"
          disabled={history.future.length === 0}
          title={history.future[0] && `Redo: ${history.future[0].done}`}
          onClick={() => send({ type: 'redo.requested' })}
        >
          Redo
        </button>
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'row.added' })}>
          Add a row
        </button>
        <AddColumn extraHeaders={extraHeaders} send={send} />
      </span>
    </div>
  );
}
