import { readState, type SearchState, writeState } from './address.ts';
import { type Choice, chosenPages, countValues } from './facets.ts';
import { find, type Outcome } from './find.ts';
import { type Loaded, loader } from './load.ts';
import { button, noMatchItem, resultItem } from './results-view.ts';
import { countText, isWidened, noMatchText, rewriteText } from './wording.ts';

/** Behaviour of `/search/`: loads the index on first use and shows what it finds while one types. */

const PAGE_SIZE = 10;
const TYPING_PAUSE_MS = 150;

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The search page has no #${id}`);
  return found as T;
};

const form = element<HTMLFormElement>('search-form');
const input = element<HTMLInputElement>('q');
const filters = element('search-filters');
const selects = {
  hub: element<HTMLSelectElement>('search-hub'),
  audience: element<HTMLSelectElement>('search-audience'),
};
const status = element('search-status');
const note = element('search-note');
const list = element<HTMLOListElement>('search-results');
const more = element<HTMLButtonElement>('search-more');

const loaded = loader(import.meta.env.BASE_URL.replace(/\/$/, ''));

let literal = false;
let shownPages = PAGE_SIZE;

const currentState = (): SearchState => ({
  query: input.value.trim(),
  hub: selects.hub.value,
  audience: selects.audience.value,
  literal,
});

/** Adds to each option how many results it would leave. */
function showCounts(select: HTMLSelectElement, counts: ReadonlyMap<string, number>): void {
  for (const option of select.options) {
    option.dataset.name ??= option.text;
    const count = counts.get(option.value);
    option.text = count === undefined ? option.dataset.name : `${option.dataset.name} (${count})`;
  }
}

function showNote(outcome: Outcome): void {
  note.replaceChildren(rewriteText(outcome));
  if (!isWidened(outcome.concepts)) return;
  const searchLiterally = button('Search for exactly what I typed', () => {
    literal = true;
    void run();
  });
  note.append(' ', searchLiterally);
}

/** Each run outdates the one before, so that slow answers never overwrite newer ones. */
let latestRun = 0;

async function show(state: SearchState, outcome: Outcome, { index, facets }: Loaded, isCurrent: () => boolean) {
  const choice: Choice = { hub: state.hub, audience: state.audience };
  const chosen = chosenPages(outcome.pages, choice, facets);
  const pages = await Promise.all(chosen.slice(0, shownPages).map(({ id }) => index.page(id)));
  if (!isCurrent()) return;
  const items = pages.map((page) => resultItem(page, outcome.concepts));
  list.replaceChildren(...(items.length > 0 ? items : [noMatchItem(noMatchText(state.query))]));
  more.hidden = chosen.length <= shownPages;
  for (const [filter, select] of Object.entries(selects)) {
    showCounts(select, countValues(outcome.pages, filter, choice, facets));
  }
  showNote(outcome);
  status.textContent = countText(state.query, chosen.length);
}

function clear(): void {
  list.replaceChildren();
  note.replaceChildren();
  status.textContent = '';
  more.hidden = true;
  for (const select of Object.values(selects)) showCounts(select, new Map());
}

function showFailure(): void {
  clear();
  status.textContent = 'The search index could not be loaded.';
  note.append(button('Try again', () => void run()));
}

async function run(): Promise<void> {
  latestRun += 1;
  const mine = latestRun;
  const isCurrent = (): boolean => mine === latestRun;
  const state = currentState();
  window.history.replaceState(null, '', `${window.location.pathname}${writeState(state)}`);
  if (state.query === '') {
    clear();
    return;
  }
  try {
    const everything = await loaded();
    const vocabulary = state.literal ? { ...everything.vocabulary, synonyms: [], words: [] } : everything.vocabulary;
    const outcome = await find(state.query, everything.index, vocabulary);
    await show(state, outcome, everything, isCurrent);
  } catch (error) {
    console.warn(error);
    if (isCurrent()) showFailure();
  }
}

/** A search for something else starts again from the top and by every name. */
function runAnew(): void {
  literal = false;
  shownPages = PAGE_SIZE;
  void run();
}

let pause: ReturnType<typeof setTimeout> | undefined;

function start(): void {
  const asked = readState(window.location.search);
  input.value = asked.query;
  selects.hub.value = asked.hub;
  selects.audience.value = asked.audience;
  literal = asked.literal;
  filters.hidden = false;
  input.addEventListener('focus', () => void loaded().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(runAnew, TYPING_PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    runAnew();
  });
  for (const select of Object.values(selects)) select.addEventListener('change', () => void run());
  more.addEventListener('click', () => {
    shownPages += PAGE_SIZE;
    void run();
  });
  if (input.value !== '') void run();
}

start();
