// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, within } from '@testing-library/dom';
import { h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { putData, show } from '#tests/support/islands.ts';
import { toolNamed } from '#tests/support/tools.ts';

/** Draws the page of a tool anew: a page carries one tool, and holds on to it. */
async function openTool(id: string): Promise<void> {
  vi.resetModules();
  window.location.hash = '';
  putData('tool-data', toolNamed(id));
  const { ToolApp } = await import('#apps/tools/view/ToolApp.tsx');
  show(h(ToolApp, {}));
}

const headline = (): string => document.querySelector('.tool-headline')?.textContent ?? '';
const openExample = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Open the worked example' }));

beforeEach(async () => {
  indexedDB.deleteDatabase('tools');
});

test('the worked example shows its result, what it means and what decides it', async () => {
  await openTool('cutover-window');
  openExample();
  expect(headline()).toContain('9 h');
  expect(headline()).toContain('The last step ends at Sun 21:00, and one system must be open at Mon 06:00.');
  expect(headline()).toContain('The point of no return is Sun 18:00.');
  expect(document.querySelectorAll('.tool-chart__bar--marked')).toHaveLength(10);
});

test.each([
  ['cutover-window', 'Most of the steps have no time yet, so it cannot be said whether they fit.', 'The plan fits'],
  ['load-time', 'Fill in the records and the measured rate of at least one object', 'The loads fit'],
])('%s says of a plan that nobody has filled in that it is empty, and never that it fits', async (id, empty, fits) => {
  await openTool(id);
  expect(headline()).toContain(empty);
  expect(headline()).not.toContain(fits);
});

test.each(['cutover-window', 'load-time', 'five-year-cost', 'licences-and-capacity', 'batch-night'])(
  '%s shows a new visitor no number, no picture and no list of what matters before anything is filled in',
  async (id) => {
    // The draw is made elsewhere, and answers nothing here.
    vi.stubGlobal(
      'Worker',
      class extends EventTarget {
        postMessage(): void {}
        terminate(): void {}
      },
    );
    await openTool(id);
    expect(document.querySelector('.tool-headline__value')).toBeNull();
    expect(headline()).toMatch(/[Ff]ill in|Put in/);
    expect(document.querySelectorAll('.tool-chart, .tool-sensitivity')).toHaveLength(0);
    openExample();
    expect(document.querySelector('.tool-headline__value')?.textContent).toMatch(/\d/);
    expect(document.querySelectorAll('.tool-chart').length).toBeGreaterThan(0);
  },
);

test('before anything is filled in the results say how they will be worked out, and no number', async () => {
  await openTool('cutover-window');
  const results = screen.getByRole('region', { name: 'Results, and how each is worked out' });
  expect(results.textContent).toContain('highest “Ends” of all steps');
  expect(results.textContent).not.toMatch(/Sat|Mon|not filled in/);
});

test('an entry that is taken out for a moment takes no picture away', async () => {
  await openTool('cutover-window');
  openExample();
  fireEvent.input(screen.getByLabelText('Hours until one system must be open again'), { target: { value: '' } });
  expect(headline()).toContain('not known yet');
  expect(document.querySelectorAll('.tool-chart')).toHaveLength(1);
});

test('rows that are given have no fields for what is given, and none can be added or taken out', async () => {
  await openTool('licences-and-capacity');
  const prices = screen.getByRole('region', { name: 'Licences and their prices' });
  expect(within(prices).getByRole('cell', { name: 'Team Members' })).toBeTruthy();
  expect(within(prices).queryByRole('button')).toBeNull();
  const people = screen.getByRole('region', { name: 'People' });
  fireEvent.input(within(people).getByLabelText('People or devices, row 1'), { target: { value: '30' } });
  fireEvent.input(within(prices).getByLabelText('Price a month, row 1'), { target: { value: '100' } });
  expect(within(prices).getByRole('row', { name: /^1 Base/ }).textContent).toContain('37,200');
});

test('a table in which nothing can be filled in unfolds', async () => {
  await openTool('batch-night');
  openExample();
  const slots = screen.getByRole('region', { name: 'Half hours of the night' });
  expect(within(slots).getByText('Show all half hours').closest('details')?.open).toBe(false);
  expect(within(slots).queryByRole('textbox')).toBeNull();
  expect(slots.textContent).toContain('22:0022:3027');
});

test('an entry that is not allowed says so beside it, and stays', async () => {
  await openTool('cutover-window');
  openExample();
  const field = screen.getByLabelText('Hours until one system must be open again') as HTMLInputElement;
  fireEvent.input(field, { target: { value: 'sixty' } });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('sixty');
  expect(screen.getByText('“sixty” is not allowed: write a number from 4 to 240.')).toBeTruthy();
  expect(headline()).toContain('One entry cannot be read and is left out');
});

test('a row that is taken out takes its number out of the others', async () => {
  await openTool('cutover-window');
  openExample();
  fireEvent.click(screen.getByRole('button', { name: 'Take row 5 out' }));
  expect((screen.getByLabelText('After, row 5') as HTMLInputElement).value).toBe('');
  expect((screen.getByLabelText('After, row 6') as HTMLInputElement).value).toBe('5');
});

test('every result has its sum in words and in numbers', async () => {
  await openTool('middleware-or-not');
  const results = screen.getByRole('region', { name: 'Results, and how each is worked out' });
  expect(within(results).getByText(/Interfaces with F&O × One direct interface over the years = 8 × 6/)).toBeTruthy();
  expect(headline()).toContain('The hub saves 12 days.');
});

test('a sentence about a result has the numbers that were entered, and no braces', async () => {
  await openTool('middleware-or-not');
  expect(headline()).toContain('With 8 interfaces the hub takes');
  expect(headline()).not.toMatch(/[{}]/);
});
