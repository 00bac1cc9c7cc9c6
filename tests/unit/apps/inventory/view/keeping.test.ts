// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { describe, expect, test, vi } from 'vitest';
import { openStore } from '#apps/inventory/keeping/store.ts';
import { freshBrowser, openPage, openWith } from '#tests/support/inventory-page.ts';
import { closePage } from '#tests/support/islands.ts';
import { head, inventoryOf, putEntry } from '#tests/support/kept-inventory.ts';

const table = 'Interface\tNumber\nOrders\t1\nPrices\t2\n';

const names = (): string[] =>
  within(screen.getByRole('grid'))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent ?? '');

const keptNames = async (): Promise<string[]> => {
  const found = await openStore().read();
  return typeof found === 'object' && 'inventory' in found
    ? found.inventory.rows.flatMap(({ cells }) => cells.name ?? [])
    : [];
};

const isKept = (expected: readonly string[]): Promise<unknown> =>
  waitFor(async () => expect(await keptNames()).toEqual(expected));

/** Writes a name into a row, from the keyboard. */
function rename(before: string, after: string): void {
  const cell = within(screen.getByRole('grid')).getByRole('rowheader', { name: before });
  fireEvent.click(cell);
  fireEvent.keyDown(cell, { key: 'F2' });
  fireEvent.input(document.activeElement as Element, { target: { value: after } });
  fireEvent.keyDown(document.activeElement as Element, { key: 'Enter' });
}

/** Another tab writes an inventory over the one that is kept. */
async function otherTab(count: number): Promise<void> {
  expect(
    await openStore().save(inventoryOf(count), ((await openStore().look()) as { revision: number }).revision),
  ).toMatchObject({
    result: 'saved',
  });
}

/** The notice with a text, which is read out as soon as it is there. */
const findNotice = async (text: RegExp): Promise<HTMLElement> => {
  const notice = (await screen.findByText(text)).closest<HTMLElement>('[role="alert"]');
  if (!notice) throw new Error('It is no alert.');
  return notice;
};

const hasNotice = (): boolean => screen.queryAllByRole('alert').some(({ textContent }) => textContent !== '');

const click = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test('what stands in the table is there again when the page is opened anew', async () => {
  await openWith(table);
  await isKept(['Orders', 'Prices']);
  rename('Orders', 'Orders of the shop');
  await isKept(['Orders of the shop', 'Prices']);
  closePage();
  openPage();
  await screen.findAllByRole('rowheader');
  expect(names()).toEqual(['Orders of the shop', 'Prices']);
});

describe('an inventory that another tab has changed', () => {
  async function conflict(): Promise<HTMLElement> {
    await openWith(table);
    await isKept(['Orders', 'Prices']);
    await otherTab(1);
    rename('Prices', 'Prices of today');
    return findNotice(/^This inventory was changed in another tab\./);
  }

  test('is announced where the focus is, and names what is not kept', async () => {
    const notice = await conflict();
    await waitFor(() => expect(document.activeElement).toBe(notice));
    expect(screen.getByText(/^1 changed interface is not kept\./)).toBeDefined();
    expect(names()).toEqual(['Orders', 'Prices of today; changed and not kept']);
    expect(await keptNames()).toEqual(['Interface 1']);
  });

  test('is shown where somebody asks for it, and Undo brings this one back', async () => {
    await conflict();
    click('Show the other tab’s');
    await waitFor(() => expect(names()).toEqual(['Interface 1']));
    expect(hasNotice()).toBe(false);
    click('Undo');
    expect(names()).toEqual(['Orders', 'Prices of today']);
  });

  test('gives way where somebody keeps this one', async () => {
    await conflict();
    click('Keep this one');
    await isKept(['Orders', 'Prices of today']);
    await waitFor(() => expect(hasNotice()).toBe(false));
    expect(names()).toEqual(['Orders', 'Prices of today']);
  });
});

test('a notice does not take the focus from somebody who is typing', async () => {
  await openWith(table);
  await isKept(['Orders', 'Prices']);
  await otherTab(1);
  rename('Prices', 'Prices of today');
  const search = screen.getByRole('searchbox', { name: 'Find' });
  search.focus();
  await findNotice(/^This inventory was changed/);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(document.activeElement).toBe(search);
});

test('an inventory that was cleared in another tab is said to be no longer kept, and can be kept again', async () => {
  await openWith(table);
  await isKept(['Orders', 'Prices']);
  const { revision } = (await head()) as unknown as { revision: number };
  expect(await openStore().clear(revision)).toEqual({ result: 'cleared' });
  rename('Prices', 'Prices of today');
  await findNotice(/cleared in another tab/);
  click('Keep this one');
  await isKept(['Orders', 'Prices of today']);
});

test.each([
  ['of a newer version of the page', { schemaVersion: 2, revision: 5 }, /A newer version of this page/, true],
  ['that is none', 'nonsense', /cannot be read/, false],
])('an inventory %s is left as it is, and that is said', async (_story, kept, text, canReload) => {
  freshBrowser();
  await putEntry('head', kept);
  openPage();
  await findNotice(text);
  expect(screen.queryByRole('button', { name: 'Reload' }) !== null).toBe(canReload);
  expect(screen.queryByRole('button', { name: /Keep this one/ })).toBeNull();
  expect(await head()).toEqual(kept);
});

test('a part of the inventory that is gone is counted, and nothing is written over the rest until somebody says so', async () => {
  freshBrowser();
  await openStore().save(inventoryOf(150), 0);
  const before = await head();
  const { bundles } = before;
  await putEntry(bundles[0] ?? '', 'nonsense');
  openPage();
  await findNotice(/1 of \d+ parts could not be read, and with them \d+ of 150 interfaces/);
  expect(await head()).toEqual(before);
  click('Keep what is shown');
  await waitFor(() => expect(hasNotice()).toBe(false));
  expect((await head()).rowCount).toBeLessThan(150);
});

test('a browser that keeps nothing says so, and the table works all the same', async () => {
  freshBrowser();
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  openPage();
  await screen.findByText(/does not let the page read what it may have kept/);
  click('Type rows');
  await screen.findByText(/lets the page keep nothing/);
  expect(within(await screen.findByRole('grid')).getAllByRole('rowheader')).toHaveLength(1);
});

describe('clearing everything', () => {
  test('asks first, and does nothing where the answer is no', async () => {
    await openWith(table);
    await isKept(['Orders', 'Prices']);
    const ask = vi.fn(() => false);
    vi.stubGlobal('confirm', ask);
    click('Clear everything');
    expect(ask).toHaveBeenCalledOnce();
    expect(names()).toEqual(['Orders', 'Prices']);
  });

  test('leaves nothing in the browser', async () => {
    await openWith(table);
    await isKept(['Orders', 'Prices']);
    vi.stubGlobal('confirm', () => true);
    click('Clear everything');
    await screen.findByRole('heading', { name: 'Open an inventory' });
    expect(await openStore().look()).toEqual({ holds: 'nothing', revision: 0 });
  });
});
