// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Questionnaire } from '#apps/questionnaire/view/Questionnaire.tsx';
import { putData, show } from '#tests/support/islands.ts';
import { tables } from '#tests/support/lexicon.ts';
import { book } from '#tests/support/rule-book.ts';

const examples = ['Nightly, 50,000 sales orders from a Shopify store into F&O; nobody waits.'];

/** Opens the advisor at an address; the language comes as the site would send it. */
function openAt(fragment = ''): void {
  window.history.replaceState(null, '', `/advisor/${fragment}`);
  putData('rule-book', book);
  show(h(Questionnaire, {}));
}

beforeEach(() => {
  window.localStorage.clear();
  vi.stubGlobal('fetch', async () => Response.json({ tables, examples }));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const box = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Describe the interface in a sentence' });

async function describeIt(text: string): Promise<void> {
  fireEvent.focus(box());
  fireEvent.input(box(), { target: { value: text } });
  await screen.findByRole('list', { name: 'What was understood' });
}

const rows = (): HTMLElement => screen.getByRole('list', { name: 'What was understood' });
const use = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Use these answers' }));
};
const address = (): URLSearchParams => new URLSearchParams(window.location.hash.slice(1));

describe('the box at the top of the advisor', () => {
  test('lists what was understood, with the words it rests on', async () => {
    openAt();
    await describeIt('Orders from Salesforce into F&O, nightly');
    expect(within(rows()).getByRole('combobox', { name: 'How soon' })).toHaveProperty('value', 'nightly');
    expect(rows().textContent).toContain('from “nightly”');
    expect(screen.getByText('Systems named: Salesforce.')).toBeTruthy();
  });

  test('underlines the words in place', async () => {
    openAt();
    await describeIt('nightly, lunch');
    const underlined = [...document.querySelectorAll('[data-understood="certain"]')].map((one) => one.textContent);
    expect(underlined).toEqual(['nightly']);
  });

  test('makes answers of it, and the questions that are left follow', async () => {
    openAt();
    await describeIt('Orders from Salesforce into F&O, nightly');
    use();
    expect(address().get('latency')).toBe('nightly');
    expect(address().get('direction')).toBe('inbound');
    expect(screen.getByRole('heading', { level: 2, name: /\?$/ })).toBeTruthy();
  });

  test('takes corrections and leaves out what was removed', async () => {
    openAt();
    await describeIt('Orders from Salesforce into F&O, nightly, 5,000 orders a day');
    fireEvent.change(within(rows()).getByRole('combobox', { name: 'How soon' }), { target: { value: 'hourly' } });
    fireEvent.click(within(rows()).getByRole('button', { name: 'Remove Volume a day' }));
    use();
    expect(address().get('latency')).toBe('hourly');
    expect(address().get('volume_per_day')).toBeNull();
  });

  test('asks before earlier answers make way, and keeps them aside', async () => {
    openAt(`#rules=${book.version}&operation=read&at=review`);
    fireEvent.click(screen.getAllByRole('button', { name: /^Change/ })[0] as HTMLElement);
    await describeIt('nightly');
    use();
    expect(address().get('latency')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Keep the answers as they are' }));
    expect(address().get('operation')).toBe('read');
    use();
    fireEvent.click(screen.getByRole('button', { name: /^Use the sentence/ }));
    expect(address().get('latency')).toBe('nightly');
    expect(address().get('operation')).toBeNull();
  });

  test('offers the answers that made way', async () => {
    openAt();
    const [first] = screen.getAllByRole('radio');
    fireEvent.click(first as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: /^Next/ }));
    await describeIt('nightly');
    use();
    fireEvent.click(screen.getByRole('button', { name: /^Use the sentence/ }));
    const link = screen.getByRole('link', { name: 'Open them' });
    expect(link.getAttribute('href')).toContain('operation=read');
  });

  test('shows what the text says twice, and takes neither', async () => {
    openAt();
    await describeIt('Orders are sent nightly and stock is sent hourly');
    expect(rows().textContent).toContain('neither is taken');
  });

  test('fills the box with an example', async () => {
    openAt();
    fireEvent.focus(box());
    fireEvent.click(await screen.findByRole('button', { name: examples[0] as string, hidden: true }));
    await waitFor(() => expect(box().value).toBe(examples[0]));
  });

  test('takes a sentence from the address, and leaves the draft as it is', async () => {
    window.localStorage.setItem('advisor-draft', `rules=${book.version}&operation=read`);
    openAt(`#sentence=${encodeURIComponent('Stock to the web shop, hourly')}`);
    await screen.findByRole('list', { name: 'What was understood' });
    expect(box().value).toBe('Stock to the web shop, hourly');
    expect(window.localStorage.getItem('advisor-draft')).toContain('operation=read');
  });

  test('says so when the language does not come, and keeps the text', async () => {
    let fails = true;
    vi.stubGlobal('fetch', async () =>
      fails ? new Response('', { status: 503 }) : Response.json({ tables, examples }),
    );
    openAt();
    fireEvent.focus(box());
    fireEvent.input(box(), { target: { value: 'nightly' } });
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(box().value).toBe('nightly');
    fails = false;
    fireEvent.click(again);
    await screen.findByRole('list', { name: 'What was understood' });
  });
});
