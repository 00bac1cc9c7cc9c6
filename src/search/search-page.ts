import { find, type Outcome, type PageData, type SearchIndex } from './find.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Behaviour of `/search/`: loads the index on first use and shows what it finds while one types. */

interface Loaded {
  index: SearchIndex;
  vocabulary: Vocabulary;
}

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The search page has no #${id}`);
  return found as T;
};

const form = element<HTMLFormElement>('search-form');
const input = element<HTMLInputElement>('q');
const filterBox = element('search-filters');
const hub = element<HTMLSelectElement>('search-hub');
const audience = element<HTMLSelectElement>('search-audience');
const status = element('search-status');
const list = element<HTMLOListElement>('search-results');

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

let loading: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  // The index is made after the bundle, so its address must stay out of the bundler's sight.
  const address = `${base}/pagefind/pagefind.js`;
  const [index, response] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<SearchIndex & { init(): Promise<void> }>,
    fetch(`${base}/search-vocabulary.json`),
  ]);
  if (!response.ok) throw new Error(`The vocabulary answered ${response.status}`);
  await index.init();
  return { index, vocabulary: (await response.json()) as Vocabulary };
}

/** Loads once; a failed attempt may be repeated. */
function loaded(): Promise<Loaded> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

const chosenFilters = (): Record<string, string> => ({
  ...(hub.value && { hub: hub.value }),
  ...(audience.value && { audience: audience.value }),
});

/** The index marks the words it found; everything else in its excerpt is text that it has escaped. */
function excerptOf({ excerpt }: PageData): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  for (const node of new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName === 'MARK') paragraph.append(Object.assign(document.createElement('mark'), { textContent: text }));
    else paragraph.append(text);
  }
  return paragraph;
}

function itemOf(page: PageData): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.searchResult = '';
  const heading = document.createElement('h2');
  heading.append(Object.assign(document.createElement('a'), { href: page.url, textContent: page.meta.title ?? page.url }));
  const kind = page.meta.kind === 'Pattern' ? 'Pattern' : page.meta.hub;
  const label = Object.assign(document.createElement('p'), { className: 'search-results__hub', textContent: kind ?? '' });
  item.append(heading, label, excerptOf(page));
  return item;
}

function noMatch(query: string): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.searchNoMatch = '';
  item.textContent = `Nothing on this site answers “${query}” well. Try fewer or other words, or browse all questions below.`;
  return item;
}

function show(query: string, { results, widened }: Outcome): void {
  list.replaceChildren(...(results.length > 0 ? results.map(itemOf) : [noMatch(query)]));
  const also = widened.map(({ asked, names }) => `${asked} (also ${names.slice(1, 3).join(', ')})`).join('; ');
  const count = results.length === 1 ? '1 result' : `${results.length} results`;
  status.textContent = results.length > 0 ? `${count} for “${query}”.${also && ` Searched for ${also}.`}` : 'No good match.';
}

function showFailure(): void {
  status.textContent = 'The search index could not be loaded. ';
  const retry = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Try again' });
  retry.addEventListener('click', () => void run());
  status.append(retry);
}

/** Each run outdates the one before, so that slow answers never overwrite newer ones. */
let latest = 0;

async function run(): Promise<void> {
  latest += 1;
  const mine = latest;
  const query = input.value.trim();
  const address = new URL(window.location.href);
  const parameters = { q: query, hub: hub.value, audience: audience.value };
  for (const [name, value] of Object.entries(parameters)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  window.history.replaceState(null, '', address);
  if (query === '') {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const { index, vocabulary } = await loaded();
    const outcome = await find(query, chosenFilters(), index, vocabulary);
    if (mine === latest) show(query, outcome);
  } catch (error) {
    console.warn(error);
    if (mine === latest) showFailure();
  }
}

const PAUSE = 150;
let pending: ReturnType<typeof setTimeout> | undefined;

function start(): void {
  const asked = new URLSearchParams(window.location.search);
  input.value = asked.get('q') ?? '';
  hub.value = asked.get('hub') ?? '';
  audience.value = asked.get('audience') ?? '';
  filterBox.hidden = false;
  input.addEventListener('focus', () => void loaded().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(() => void run(), PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pending);
    void run();
  });
  for (const select of [hub, audience]) select.addEventListener('change', () => void run());
  if (input.value !== '') void run();
}

start();
