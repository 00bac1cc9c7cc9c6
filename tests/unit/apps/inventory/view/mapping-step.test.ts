// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { openEmpty, openWith, paste } from '#tests/support/inventory-page.ts';

const confirm = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Decide these interfaces' });

const meaning = (header: string): HTMLSelectElement => screen.getByRole('combobox', { name: `Meaning of ${header}` });

const chosen = (list: HTMLSelectElement): string => list.selectedOptions[0]?.textContent ?? '';

/** Why a column was taken for what it was taken for. */
const because = (header: string): string => meaning(header).closest('tr')?.lastElementChild?.textContent ?? '';

const choose = (list: HTMLSelectElement, label: string): void => {
  const option = within(list).getByRole<HTMLOptionElement>('option', { name: label });
  fireEvent.change(list, { target: { value: option.value } });
};

const gridNames = async (): Promise<string[]> => {
  const grid = await screen.findByRole('grid', { name: 'Interfaces' });
  const cells = await within(grid).findAllByRole('rowheader');
  return cells.map(({ textContent }) => textContent ?? '');
};

describe('how a spreadsheet was understood', () => {
  const table = 'Interface\tFrequency\tProtocl\tColour\nOrders\tdaily\trest\tblue\nStock\thourly\tfile\tred\n';

  test('is said under a heading that has the focus, with each column and why', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    await waitFor(() =>
      expect(document.activeElement?.textContent).toBe('How the spreadsheet “Pasted cells” was understood'),
    );
    expect(screen.getByText(/^2 interfaces, 3 of 4 columns used/)).toBeDefined();
    expect(chosen(meaning('Frequency'))).toBe('How soon');
    expect(because('Interface')).toBe('same name');
    expect(because('Frequency')).toBe('known word for it');
    expect(because('Protocl')).toBe('similar spelling, please check');
    expect(chosen(meaning('Colour'))).toBe('Keep, but do not use');
    expect(because('Colour')).toBe('');
  });

  test('shows what stands in a column', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    expect(meaning('Colour').closest('tr')?.textContent).toContain('blue · red');
  });

  test('can be corrected, and the page remembers what was chosen', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    choose(meaning('Colour'), 'Other system');
    await screen.findByText(/4 of 4 columns used/);
    expect(because('Colour')).toBe('as you chose');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByRole('heading', { name: 'Open an inventory' });
    paste(table);
    await confirm();
    expect(chosen(meaning('Colour'))).toBe('Other system');
    expect(because('Colour')).toBe('as you chose before');
  });

  test('can be given up, and nothing was taken in', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByRole('heading', { name: 'Open an inventory' });
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

describe('words that were not understood', () => {
  const table = 'Interface\tHow soon\nOrders\tsoonish\nStock\tdaily\nPrices\tsoonish\n';

  test('are listed with how many cells hold them, before those that were translated', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    const list = await screen.findByRole('combobox', { name: /“soonish” means/ });
    expect(chosen(list as HTMLSelectElement)).toBe('Not understood: choose');
    const rows = within(screen.getByRole('region', { name: 'Words' })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('soonish2');
    expect(rows[2]?.textContent).toContain('daily1');
    expect(screen.getByText(/^2 words were translated, 1 of them/)).toBeDefined();
  });

  test('name the cells, and what is allowed there', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    await screen.findByText(/^2 cells could not be read and count as not known/);
    const rows = within(screen.getByRole('region', { name: 'Cells that could not be read' })).getAllByRole('row');
    expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
      '2How soonsoonishrealtime, near-realtime, hourly, nightly',
      '4How soonsoonishrealtime, near-realtime, hourly, nightly',
    ]);
  });

  test('are read everywhere as what somebody says they mean', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    choose(await screen.findByRole('combobox', { name: /“soonish” means/ }), 'Within the hour');
    await waitFor(() => expect(screen.queryByText(/could not be read/)).toBeNull());
    fireEvent.click(await confirm());
    await screen.findByRole('grid');
    expect(await gridNames()).toEqual(['Orders', 'Stock', 'Prices']);
    expect(screen.getAllByRole('gridcell').filter(({ textContent }) => textContent === 'Within the hour')).toHaveLength(
      2,
    );
  });
});

describe('rows that are no interface', () => {
  const table =
    'Number\tInterface\tHow soon\tOperation\tIn scope\n1\tOrders\tdaily\tcreate\tYes\nFinance\t\t\t\t\n2\tStock\tdaily\tread\tNo\n';

  test('are shown as left out with why, and are taken in where somebody says so', async () => {
    await openEmpty();
    paste(table);
    await confirm();
    expect(screen.getByText(/^1 interface, /)).toBeDefined();
    expect(screen.getByText('2 rows left out, because they are no interfaces to decide')).toBeDefined();
    const group = screen.getByRole('group', { name: /^Rows that are out of scope/, hidden: true });
    expect(group.textContent).toContain('Row 4: 2 · Stock · daily · read · No');
    fireEvent.click(within(group).getByRole('checkbox', { hidden: true }));
    await screen.findByText(/^2 interfaces, /);
    fireEvent.click(await confirm());
    expect(await gridNames()).toEqual(['Orders', 'Stock']);
  });
});

describe('the row of headers', () => {
  test('can be said to be another, or none', async () => {
    await openEmpty();
    paste('Operation\tLatency\ncreate\tnightly\nInterface\tOperation\nOrders\tread\n');
    await confirm();
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: /^Headers stand in/ });
    choose(list, 'row 3: Interface · Operation');
    await screen.findByText(/^1 interface, 2 of 2 columns used/);
    choose(
      screen.getByRole<HTMLSelectElement>('combobox', { name: /^Headers stand in/ }),
      'no row: the list begins at once',
    );
    await screen.findByText(/^4 interfaces, 0 of 2 columns used/);
  });
});

describe('a second spreadsheet', () => {
  const second = 'Interface\tColour\nStock\tred\n';

  test('goes behind what is there, where somebody adds it; Undo takes it away again', async () => {
    await openWith('Interface\tNumber\nOrders\t1\n');
    paste(second);
    fireEvent.click(await screen.findByRole('button', { name: 'Add them to the inventory' }));
    expect(await gridNames()).toEqual(['Orders', 'Stock']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await gridNames()).toEqual(['Orders']);
  });

  test('takes the place of what is there, where somebody says so; Undo brings that back', async () => {
    await openWith('Interface\tNumber\nOrders\t1\n');
    paste(second);
    fireEvent.click(await screen.findByRole('button', { name: 'Replace the inventory by these' }));
    await waitFor(async () => expect(await gridNames()).toEqual(['Stock']));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await gridNames()).toEqual(['Orders']);
  });
});

describe('a workbook', () => {
  const drop = async (sheets: Parameters<typeof writeWorkbook>[0]): Promise<void> => {
    const blob = await writeWorkbook(sheets);
    const file = new File([await blob.arrayBuffer()], 'Plan of 2027.xlsx');
    fireEvent.drop(document.body, { dataTransfer: { files: [file], types: ['Files'] } });
  };

  test('with several sheets is read from the one that looks like an inventory, and any other can be chosen', async () => {
    await openEmpty();
    await drop([
      { name: 'Notes', rows: [['Remark'], ['none'], ['at all']], widths: [10] },
      {
        name: 'List',
        rows: [
          ['Interface', 'How soon'],
          ['Orders', 'daily'],
        ],
        widths: [10],
      },
    ]);
    await confirm();
    expect(screen.getByRole('heading', { name: /“Plan of 2027”/ })).toBeDefined();
    const sheets = screen.getByRole<HTMLSelectElement>('combobox', { name: /Sheet/ });
    expect(screen.getByText(/^1 interface, 2 of 2 columns used/)).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Notes.*no column of an inventory/ }).disabled).toBe(
      true,
    );
    choose(sheets, 'Notes (2 rows)');
    await screen.findByText(/^2 interfaces, 0 of 1 column used/);
  });

  test('with a sheet for each system is read into one list, which says where each interface stood', async () => {
    await openEmpty();
    const rows = (...names: string[]) => [['Interface', 'How soon'], ...names.map((name) => [name, 'daily'])];
    await drop([
      { name: 'SAP', rows: rows('Orders', 'Stock'), widths: [10] },
      { name: 'Salesforce', rows: rows('Quotes'), widths: [10] },
    ]);
    await confirm();
    fireEvent.click(screen.getByRole('checkbox', { name: /Salesforce/ }));
    await screen.findByText(/2 interfaces from “SAP”, 1 interface from “Salesforce”: 3 interfaces together/);
    expect(screen.getByText(/^3 interfaces, 2 of 2 columns used/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Decide these interfaces' }));
    expect(await gridNames()).toEqual(['Orders', 'Stock', 'Quotes']);
    expect(screen.getByRole('columnheader', { name: 'Sheet' })).toBeDefined();
  });
});

describe('what cannot be read', () => {
  test('is refused with what to do, and the page is ready for another', async () => {
    await openEmpty();
    const file = new File([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])], 'old.xls');
    fireEvent.drop(document.body, { dataTransfer: { files: [file], types: ['Files'] } });
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('.xls');
    expect(screen.getByRole('heading', { name: 'Open an inventory' })).toBeDefined();
    paste('Interface\tNumber\nOrders\t1\n');
    await confirm();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('for want of a row below its header says so', async () => {
    await openEmpty();
    paste('Interface\tHow soon\n');
    expect((await screen.findByRole('alert')).textContent).toContain('no row below it');
  });
});

test('the sample programme says that it is invented, and a spreadsheet of somebody does not', async () => {
  await openEmpty();
  fireEvent.click(screen.getByRole('button', { name: 'Open the sample programme' }));
  expect(await gridNames()).toEqual(['Sample orders']);
  expect(screen.getByText(/^An invented programme/)).toBeDefined();
  paste('Interface\tNumber\nOrders\t1\n');
  fireEvent.click(await screen.findByRole('button', { name: 'Replace the inventory by these' }));
  await waitFor(async () => expect(await gridNames()).toEqual(['Orders']));
  expect(screen.queryByText(/^An invented programme/)).toBeNull();
});
