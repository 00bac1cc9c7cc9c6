// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import { openWith } from '#tests/support/inventory-page.ts';

const programme = [
  'Name\tHow soon\tVolume a day\tColour',
  'Orders\tnightly\t900\tblue',
  'Prices\trealtime\t10000\tred',
  'Stock\tsoonish\t\tgreen',
].join('\n');

const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Interfaces' });

const rowOf = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(`^${name}`) });

/** The cell of a row under a header. */
function cell(name: string, header: string): HTMLElement {
  const place = within(grid()).getByRole('columnheader', { name: header }).getAttribute('aria-colindex');
  const found = [...rowOf(name).children].find((one) => one.getAttribute('aria-colindex') === place);
  if (!found) throw new Error(`${name} has no cell under ${header}`);
  return found as HTMLElement;
}

const names = (): string[] =>
  within(grid())
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent ?? '');

/** Clicks a cell, which moves the cursor there. */
function goTo(target: HTMLElement): void {
  fireEvent.pointerDown(target);
  fireEvent.click(target);
}

function press(key: string, more: KeyboardEventInit = {}): void {
  fireEvent.keyDown(document.activeElement as Element, { key, ...more });
}

const write = (text: string): void => {
  fireEvent.input(document.activeElement as Element, { target: { value: text } });
};

const choose = (value: string): void => {
  fireEvent.change(document.activeElement as Element, { target: { value } });
};

const focused = (): string => document.activeElement?.textContent ?? '';

describe('the cursor', () => {
  test('moves by arrow keys from cell to cell, and stops at the edges', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Interface'));
    expect(focused()).toBe('Orders');
    press('ArrowLeft');
    expect(focused()).toBe('Orders');
    press('ArrowDown');
    expect(focused()).toBe('Prices');
    press('ArrowDown');
    press('ArrowDown');
    expect(focused()).toBe('Stock');
    press('ArrowRight');
    expect(document.activeElement).toBe(cell('Stock', 'Pattern'));
    press('ArrowUp');
    expect(document.activeElement).toBe(cell('Prices', 'Pattern'));
  });

  test('reaches the header above the first row, where a column can be sorted', async () => {
    await openWith(programme);
    goTo(cell('Prices', 'Interface'));
    press('ArrowUp');
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(within(grid()).getByRole('button', { name: 'Interface' }));
    press('ArrowRight');
    expect(focused()).toBe('Pattern');
  });

  test('goes to the ends of a row by Home and End, and of the table with Ctrl', async () => {
    await openWith(programme);
    goTo(cell('Prices', 'How soon'));
    press('End');
    expect(document.activeElement).toBe(cell('Prices', 'Colour'));
    press('Home');
    expect(document.activeElement).toBe(cell('Prices', 'Interface'));
    press('End', { ctrlKey: true });
    expect(document.activeElement).toBe(cell('Stock', 'Colour'));
    press('Home', { ctrlKey: true });
    expect(document.activeElement).toBe(cell('Orders', 'Interface'));
  });

  test('is the one stop of the Tab key in the table, wherever it is', async () => {
    await openWith(programme);
    goTo(cell('Prices', 'How soon'));
    const stops = [...grid().querySelectorAll('[tabindex="0"]')];
    expect(stops).toEqual([cell('Prices', 'How soon')]);
  });

  test('stays in the table when the rows below it go', async () => {
    await openWith(programme);
    goTo(cell('Stock', 'Interface'));
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find' }), { target: { value: 'Orders' } });
    expect(names()).toEqual(['Orders']);
    expect(cell('Orders', 'Interface').tabIndex).toBe(0);
  });
});

describe('editing', () => {
  test('Enter opens a cell, and Enter again keeps what was written and goes down', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Interface'));
    press('Enter');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Interface, Orders' }));
    write('Orders of the shop');
    press('Enter');
    expect(names()).toEqual(['Orders of the shop', 'Prices', 'Stock']);
    expect(focused()).toBe('Prices');
  });

  test('F2 opens a cell with what stands in it', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Interface'));
    press('F2');
    expect(screen.getByRole('textbox', { name: 'Interface, Orders' })).toHaveProperty('value', 'Orders');
  });

  test('typing takes the place of what stood in the cell', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Interface'));
    press('X');
    expect(screen.getByRole('textbox', { name: 'Interface, Orders' })).toHaveProperty('value', 'X');
  });

  test.each([
    ['a space', ' ', {}],
    ['a shortcut of the browser', 'r', { ctrlKey: true }],
    ['a shortcut of the Mac', 'r', { metaKey: true }],
  ])('%s types nothing', async (_story, key, more) => {
    await openWith(programme);
    goTo(cell('Orders', 'Interface'));
    press(key, more);
    expect(within(grid()).queryByRole('textbox')).toBeNull();
  });

  test('Escape leaves a cell as it was, with the focus on it', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Interface'));
    press('Enter');
    write('Something else');
    press('Escape');
    expect(document.activeElement).toBe(cell('Orders', 'Interface'));
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
  });

  test('Tab keeps what was written and goes right, with Shift left', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Other system'));
    press('Enter');
    write('Shop');
    press('Tab');
    expect(cell('Orders', 'Other system').textContent).toBe('Shop');
    expect(document.activeElement).toBe(cell('Orders', 'Hours of the day'));
    press('Enter');
    press('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(cell('Orders', 'Other system'));
  });

  test('leaving the field otherwise keeps what was written', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Other system'));
    press('Enter');
    write('Shop');
    fireEvent.blur(document.activeElement as Element);
    expect(cell('Orders', 'Other system').textContent).toBe('Shop');
  });

  test('a column that takes words offers them, and the one chosen is shown as people say it', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'How soon'));
    press('Enter');
    const list = screen.getByRole('combobox', { name: 'How soon, Orders' });
    expect(list).toHaveProperty('value', 'nightly');
    choose('hourly');
    press('Enter');
    expect(cell('Orders', 'How soon').textContent).toBe('Within the hour');
  });

  test('a number is read however it is written', async () => {
    await openWith(programme);
    goTo(cell('Orders', 'Volume a day'));
    press('Enter');
    write('12k');
    press('Enter');
    expect(cell('Orders', 'Volume a day').textContent).toBe('12,000');
  });

  test('what is not understood says so and what is allowed, and is offered again as it was written', async () => {
    await openWith(programme);
    const unread = cell('Stock', 'How soon');
    expect(unread.getAttribute('aria-invalid')).toBe('true');
    expect(unread.textContent).toMatch(/^soonish; not understood, allowed: realtime, near-realtime, hourly, nightly/);
    goTo(unread);
    press('Enter');
    expect(within(document.activeElement as HTMLElement).getByRole('option', { name: /^soonish/ })).toHaveProperty(
      'selected',
      true,
    );
  });

  test.each(['Delete', 'Backspace'])('%s empties a cell, and Undo brings back what stood there', async (key) => {
    await openWith(programme);
    goTo(cell('Orders', 'How soon'));
    press(key);
    expect(cell('Orders', 'How soon').textContent).toBe('');
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo.title).toContain('How soon of Orders');
    fireEvent.click(undo);
    expect(cell('Orders', 'How soon').textContent).toBe('By the next day');
    fireEvent.click(screen.getByRole('button', { name: 'Redo' }));
    expect(cell('Orders', 'How soon').textContent).toBe('');
  });

  test('what the advisor worked out is read, not edited', async () => {
    await openWith(programme);
    const pattern = cell('Orders', 'Pattern');
    expect(pattern.getAttribute('aria-readonly')).toBe('true');
    goTo(pattern);
    press('Enter');
    press('x');
    press('Delete');
    expect(within(grid()).queryByRole('textbox')).toBeNull();
    expect(within(grid()).queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
  });

  test('a first click only moves the cursor, a second opens the cell', async () => {
    await openWith(programme);
    goTo(cell('Prices', 'Interface'));
    expect(within(grid()).queryByRole('textbox')).toBeNull();
    goTo(cell('Prices', 'Interface'));
    expect(within(grid()).getByRole('textbox', { name: 'Interface, Prices' })).toBe(document.activeElement);
  });

  test('an edit is made in the row that is meant, whatever the table is sorted by', async () => {
    await openWith(programme);
    const sort = within(grid()).getByRole('button', { name: 'Interface' });
    fireEvent.click(sort);
    fireEvent.click(sort);
    expect(names()[0]).toBe('Stock');
    goTo(cell('Stock', 'Other system'));
    press('Enter');
    write('Warehouse');
    press('Enter');
    fireEvent.click(sort);
    expect(cell('Stock', 'Other system').textContent).toBe('Warehouse');
    expect(cell('Orders', 'Other system').textContent).toBe('');
  });

  test('an edit is decided anew', async () => {
    await openWith('Name\tPurpose\nReports\tanalytics\nOthers\t\n');
    await waitFor(() => expect(cell('Reports', 'Pattern').textContent).not.toBe('…'));
    const before = cell('Reports', 'Pattern').textContent;
    goTo(cell('Reports', 'Purpose'));
    press('Delete');
    await waitFor(() => expect(cell('Reports', 'Pattern').textContent).toBe('No pattern'));
    expect(before).not.toBe('No pattern');
  });
});

describe('which rows are shown', () => {
  const shown = (): string => screen.getByText(/^[\d,]+( of [\d,]+)? interfaces$/).textContent ?? '';

  test('a search finds them by their words, and says how many of all', async () => {
    await openWith(programme);
    expect(shown()).toBe('3 interfaces');
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find' }), { target: { value: ' pri ' } });
    expect(names()).toEqual(['Prices']);
    expect(shown()).toBe('1 of 3 interfaces');
  });

  test('a filter leaves those with cells not understood, until all are asked for again', async () => {
    await openWith(programme);
    await waitFor(() => expect(cell('Stock', 'Pattern').textContent).not.toBe('…'));
    const filter = screen.getByRole('combobox', { name: 'Show' });
    const option = within(filter).getByRole<HTMLOptionElement>('option', { name: 'With cells not understood' });
    fireEvent.change(filter, { target: { value: option.value } });
    expect(names()).toEqual(['Stock']);
    fireEvent.change(filter, { target: { value: '' } });
    expect(names()).toEqual(['Orders', 'Prices', 'Stock']);
  });

  test('a header sorts by its column, the other way, and not at all', async () => {
    await openWith(programme);
    const header = within(grid()).getByRole('columnheader', { name: 'Volume a day' });
    const sort = within(header).getByRole('button');
    fireEvent.click(sort);
    expect([header.getAttribute('aria-sort'), names()]).toEqual(['ascending', ['Orders', 'Prices', 'Stock']]);
    fireEvent.click(sort);
    expect([header.getAttribute('aria-sort'), names()]).toEqual(['descending', ['Prices', 'Orders', 'Stock']]);
    fireEvent.click(sort);
    expect([header.getAttribute('aria-sort'), names()]).toEqual([null, ['Orders', 'Prices', 'Stock']]);
  });

  test('a cell that is typed is understood as one of a spreadsheet is', async () => {
    await openWith(programme);
    goTo(cell('Stock', 'Volume a day'));
    press('Enter');
    const editor = within(grid()).getByRole('textbox') as HTMLInputElement;
    fireEvent.input(editor, { target: { value: '365,000 a year' } });
    fireEvent.keyDown(editor, { key: 'Enter' });
    await waitFor(() => expect(cell('Stock', 'Volume a day').textContent).toBe('1,000 (up to 1,000)'), {
      timeout: 60_000,
    });
  });

  test('a column of somebody else is sorted and edited as ours are, and an edit of it is taken back', async () => {
    await openWith(programme);
    const header = within(grid()).getByRole('columnheader', { name: 'Colour' });
    fireEvent.click(within(header).getByRole('button'));
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    goTo(cell('Orders', 'Colour'));
    press('Enter');
    const editor = within(grid()).getByRole('textbox') as HTMLInputElement;
    expect(editor.value).toBe('blue');
    fireEvent.input(editor, { target: { value: 'green' } });
    fireEvent.keyDown(editor, { key: 'Enter' });
    expect(cell('Orders', 'Colour').textContent).toBe('green');
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo.title).toBe('Undo: Colour of Orders');
    fireEvent.click(undo);
    expect(cell('Orders', 'Colour').textContent).toBe('blue');
  });
});

describe('the row under the cursor', () => {
  test('is told below the table, and can be removed and brought back', async () => {
    await openWith(programme);
    goTo(cell('Prices', 'Interface'));
    expect(screen.getByRole('heading', { name: /^Prices/ })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Remove this row' }));
    expect(names()).toEqual(['Orders', 'Stock']);
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo.title).toContain('removing Prices');
    fireEvent.click(undo);
    expect(names()).toEqual(['Orders', 'Prices', 'Stock']);
  });

  test('opens in the advisor with its answers', async () => {
    await openWith(programme);
    goTo(cell('Prices', 'Interface'));
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open in the advisor' });
    expect(link.href).toContain('/advisor/#');
    expect(decodeURIComponent(link.href)).toMatch(/realtime/);
    expect(decodeURIComponent(link.href)).toMatch(/10000/);
  });
});
