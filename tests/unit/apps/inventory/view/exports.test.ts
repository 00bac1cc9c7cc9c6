// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { h } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyInventory } from '#apps/inventory/machine/inventory.ts';
import { Stopped } from '#apps/inventory/machine/worker-client.ts';
import { Exports } from '#apps/inventory/view/Exports.tsx';
import { openWith } from '#tests/support/inventory-page.ts';
import { show } from '#tests/support/islands.ts';

/** What the page gave the browser to save, by name. */
let saved: Map<string, Blob>;

beforeEach(() => {
  saved = new Map();
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:here/${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) saved.set(this.download, blob);
  });
});

const button = (name: string): HTMLButtonElement => screen.getByRole('button', { name });

const isReady = (): Promise<unknown> => waitFor(() => expect(button('CSV').disabled).toBe(false));

describe('a file', () => {
  test('is saved under the name of the inventory, with all that stands in it', async () => {
    await openWith('Interface\tHow soon\tColour\nOrders\tdaily\tblue\n');
    await isReady();
    fireEvent.click(button('CSV'));
    await waitFor(() => expect([...saved.keys()]).toEqual(['pasted-cells.csv']));
    const text = await saved.get('pasted-cells.csv')?.text();
    expect(text).toContain('Orders');
    expect(text).toContain('nightly');
    expect(text).toContain('blue');
  });

  test('says which cells it cannot keep as they are, and how many', async () => {
    await openWith('Interface\tColour\nOrders\tbl\u0001ue\n');
    await isReady();
    fireEvent.click(button('CSV'));
    await screen.findByText(/^One cell contains control characters.*row 2, column Colour\.$/);
  });

  test('that keeps everything says nothing, also after one that did not', async () => {
    await openWith('Interface\tColour\nOrders\tbl\u0001ue\n');
    await isReady();
    fireEvent.click(button('CSV'));
    await screen.findByText(/control characters/);
    await isReady();
    fireEvent.click(button('Excel'));
    await waitFor(() => expect([...saved.keys()]).toContain('pasted-cells.xlsx'));
    await isReady();
    expect(screen.queryByText(/control characters/)).toBeNull();
  });
});

describe('writing', () => {
  const written = { file: new Blob(['x']), losses: [] };

  function showExports(write: () => Promise<typeof written>, isReady = true) {
    const send = vi.fn();
    const decisions = {
      write,
      draw: vi.fn(),
      compare: vi.fn(),
      openProject: vi.fn(),
      update: vi.fn(),
      markSent: vi.fn(),
      forget: vi.fn(),
    };
    show(h(Exports, { inventory: emptyInventory, decisions, isReady, send }));
    return send;
  }

  test('waits until all interfaces are decided; printing does not', () => {
    showExports(() => Promise.resolve(written), false);
    expect(button('Excel').disabled).toBe(true);
    expect(button('Print').disabled).toBe(false);
  });

  test('is one at a time, says what is written, and can be stopped', () => {
    const send = showExports(() => new Promise(() => undefined));
    fireEvent.click(button('Excel'));
    expect(screen.getByRole('progressbar', { name: /Writing Excel/ })).toBeDefined();
    expect(button('CSV').disabled).toBe(true);
    fireEvent.click(button('Cancel'));
    expect(send).toHaveBeenCalledWith({ type: 'export.cancelled' });
  });

  test('that fails says why, and the same can be tried again', async () => {
    const write = vi.fn().mockRejectedValueOnce(new Error('The part is missing.')).mockResolvedValueOnce(written);
    showExports(write);
    fireEvent.click(button('JSON'));
    await screen.findByText(/The part is missing\./);
    expect(saved.size).toBe(0);
    fireEvent.click(button('Try again'));
    await waitFor(() => expect([...saved.keys()]).toEqual(['programme.json']));
    expect(write.mock.calls.map(([kind]) => kind)).toEqual(['json', 'json']);
    expect(screen.queryByText(/The part is missing\./)).toBeNull();
  });

  test('that somebody stopped is no failure', async () => {
    showExports(() => Promise.reject(new Stopped('Stopped.')));
    fireEvent.click(button('JSON'));
    await waitFor(() => expect(button('JSON').disabled).toBe(false));
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(saved.size).toBe(0);
  });
});
