// @vitest-environment happy-dom

import { configure, fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test, vi } from 'vitest';
import { writeProject } from '#apps/inventory/keeping/project-file.ts';
import { emptyInventory } from '#apps/inventory/machine/inventory.ts';
import { openWith } from '#tests/support/inventory-page.ts';
import { APPEARANCE_MS } from '#tests/support/patience.ts';

const list = [
  'Ref\tName\tOther system\tWhat it does\tHow soon\tType of system\tPeak volume\tOwner',
  'I-1\tCustomers\tWeb shop\tupdate\thourly\texternal\t80\tAnn',
  'I-2\tOrders\tWeb shop\tcreate\trealtime\texternal\t80\tann',
  'I-3\tStock\tBank\texport\tnightly\texternal\t90000\t',
].join('\n');

// Longer than anything takes on a busy machine.
configure({ asyncUtilTimeout: APPEARANCE_MS });

const open = async (label: string): Promise<void> => {
  const opener = await screen.findByRole('button', { name: label });
  fireEvent.click(opener);
  await waitFor(() => expect(opener.getAttribute('aria-expanded')).toBe('true'));
};

const rowsIn = (region: HTMLElement): string[][] =>
  within(region)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent ?? ''));

/** Chooses a file with the button of this label. */
function choose(label: string, name: string, text: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[type="file"][aria-label="${label}"]`);
  if (!input) throw new Error('no such button');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], name)] });
  fireEvent.change(input);
}

describe('groups', () => {
  test('by system, and by owner without regard to case; one of them is shown in the table', async () => {
    await openWith(list);
    await open('Group by system, owner, wave or status');
    const bySystem = await screen.findByRole('region', { name: 'Interfaces by Other system' });
    expect(rowsIn(bySystem).map(([name, count]) => [name, count])).toEqual([
      ['Web shop', '2'],
      ['Bank', '1'],
    ]);
    fireEvent.change(screen.getByLabelText('Group by'), { target: { value: 'owner' } });
    const byOwner = await screen.findByRole('region', { name: 'Interfaces by Owner' });
    expect(rowsIn(byOwner).map(([name, count]) => [name, count])).toEqual([
      ['Ann', '2'],
      ['Not said', '1'],
    ]);
    fireEvent.click(within(byOwner).getByRole('button', { name: 'Show the 2 of Ann' }));
    await screen.findByText('2 of 3 interfaces');
  });

  test('by what the list has no column for, it says so, and a column can be added', async () => {
    await openWith(list);
    await open('Group by system, owner, wave or status');
    fireEvent.change(await screen.findByLabelText('Group by'), { target: { value: 'wave' } });
    await screen.findByText(/^The list has no column for this/);
    fireEvent.change(screen.getByLabelText('Add a column'), { target: { value: 'Wave' } });
    await screen.findByText('Wave', { selector: '.grid__sort' });
    await screen.findByRole('region', { name: 'Interfaces by Wave' });
  });
});

test('an order of work is proposed with reasons, and written into a column that is added', async () => {
  await openWith(list);
  await open('Propose an order of work');
  const first = await screen.findByRole('region', { name: 'Wave 1: master data and proof' });
  expect(rowsIn(first)).toEqual([
    ['Customers', 'Web shop', 'It carries master or reference data, which transactions with the same system refer to.'],
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Write these waves into the column “Wave”' }));
  await screen.findByRole('columnheader', { name: 'Wave' });
  expect(screen.getAllByRole('gridcell', { name: 'Wave 1: master data and proof' })).toHaveLength(1);
});

describe('another version', () => {
  test('of the list shows what came, what went and what moved', async () => {
    await openWith(list);
    await open('Compare with an older version');
    await screen.findByRole('heading', { name: 'Two versions of the list' });
    const older = [
      'Ref,Name,Other system,What it does,How soon,Type of system,Peak volume',
      'I-1,Customers,Web shop,update,hourly,external,80',
      'I-3,Stock,Bank,create,realtime,external,80',
      'I-9,Payments,Bank,export,nightly,external,',
    ].join('\n');
    choose('Choose the older version', 'older.csv', older);
    await screen.findByText(
      /Against “older”: 1 interface added, 1 gone, 1 changed \(1 with another recommendation\), 1 the same/,
    );
    const [changed] = rowsIn(screen.getByRole('region', { name: 'Changed interfaces' }));
    expect(changed?.slice(0, 2)).toEqual(['I-3', 'Stock']);
    expect(changed?.[3]).toMatch(/^OData/);
    expect(changed?.[4]).toMatch(/^Data management framework/);
  });

  test('that cannot be read says why, and what is open stays', async () => {
    await openWith(list);
    await open('Compare with an older version');
    await screen.findByRole('heading', { name: 'Two versions of the list' });
    choose('Choose the older version', 'older.json', `{"format": "fno-interface-inventory", "version": 9}`);
    await screen.findByText(/written by a later version of this page/);
    expect(screen.getAllByRole('rowheader')).not.toHaveLength(0);
  });
});

describe('a project file', () => {
  const project = writeProject(
    {
      ...emptyInventory,
      title: 'Theirs',
      extraHeaders: ['Owner'],
      rows: [{ key: 1, cells: { name: 'Shared orders', latency: 'nightly' }, extras: ['Ann'] }],
    },
    '1.1.x',
  );

  test('is opened in the place of what is there, which is a step back', async () => {
    await openWith(list);
    choose('Open a spreadsheet', 'theirs.json', project);
    await screen.findByRole('rowheader', { name: 'Shared orders' });
    expect(screen.getByRole('heading', { name: 'Theirs' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('rowheader', { name: 'Customers' });
  });

  test('with a fault says where, and nothing is opened', async () => {
    await openWith(list);
    choose('Open a spreadsheet', 'theirs.json', project.replace('"rows"', '"lines"'));
    await screen.findByText(/rows is missing; allowed: a list of rows\./);
    expect(screen.getByRole('rowheader', { name: 'Customers' })).toBeDefined();
  });
});

test('a landscape says in words what it shows, has a table beside it, and a filter', async () => {
  await openWith(list);
  await open('Draw the landscape');
  const picture = await screen.findByRole('img', { name: 'The landscape of Pasted cells' });
  expect(picture.querySelectorAll('.landscape__box--system')).toHaveLength(2);
  expect(picture.querySelector('desc')?.textContent).toMatch(/^3 interfaces between F&O and 2 systems;/);
  fireEvent.change(screen.getByLabelText('System'), { target: { value: 'Bank' } });
  await waitFor(() => {
    const [row, ...more] = rowsIn(screen.getByRole('region', { name: 'Interfaces by system' }));
    expect(more).toEqual([]);
    expect(row?.[0]).toBe('Bank');
  });
});

test('a part that cannot be loaded says so and can be asked for again', async () => {
  vi.doMock('#apps/inventory/view/work/WavesView.tsx', () => {
    throw new Error('gone');
  });
  await openWith(list);
  fireEvent.click(await screen.findByRole('button', { name: 'Propose an order of work' }));
  await screen.findByText(/The part that proposes an order of work could not be loaded/);
  vi.doUnmock('#apps/inventory/view/work/WavesView.tsx');
});
