/** Sorts tables marked with `data-sortable` by their headings, and filters the one that a form names by what is typed. */

const collator = new Intl.Collator('en-GB', { numeric: true });

/** What a row is sorted by in one column. */
const keyOf = (row: HTMLTableRowElement, column: number): string => row.cells[column]?.dataset.sort ?? '';

/** Rows without a key stay at the end, whichever way the others go. */
function compare(a: string, b: string, direction: 1 | -1): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return direction * collator.compare(a, b);
}

function sortBy(
  heading: HTMLTableCellElement,
  headings: readonly HTMLTableCellElement[],
  body: HTMLTableSectionElement,
) {
  const direction = heading.ariaSort === 'ascending' ? -1 : 1;
  for (const other of headings) other.removeAttribute('aria-sort');
  heading.ariaSort = direction === 1 ? 'ascending' : 'descending';
  const column = heading.cellIndex;
  const rows = [...body.rows].sort((a, b) => compare(keyOf(a, column), keyOf(b, column), direction));
  body.append(...rows);
}

/** Puts a button into each heading; without this script the headings are plain text and the table is complete. */
function makeSortable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body) return;
  for (const heading of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => sortBy(heading, headings, body));
    heading.append(button);
  }
}

function makeFilter(form: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${form.dataset.tableFilter} tbody tr`)];
  const field = form.querySelector('input');
  const status = form.querySelector('[role="status"]');
  if (!field || !status) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.dataset.name?.toLowerCase().includes(wanted);
    const shown = rows.filter(({ hidden }) => !hidden).length;
    status.textContent = wanted === '' ? '' : `${shown} of ${rows.length} countries`;
  });
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-table-filter]')) makeFilter(form);
