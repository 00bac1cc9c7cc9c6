import { advice, reloadAnew, type SiteState, siteState } from '#apps/offline/site-state.ts';
import { answersAtOnce } from '#apps/search/facts/at-once.ts';
import type { LightEntry } from '#apps/search/index/light-file.ts';
import type { LightIndex } from '#apps/search/index/light-index.ts';
import { facts, lightIndex, loadTexts, namesIndex } from '#apps/search/index/load.ts';
import { once } from '#apps/search/index/once.ts';
import type { PageData } from '#apps/search/index/text-index.ts';
import { countValues, type Facet, filterEntries } from '#apps/search/ranking/facets.ts';
import { everyPage, type SearchResults, searchLight, searchTexts } from '#apps/search/ranking/search.ts';
import { readState, type SearchState, writeState } from './address.ts';
import { atOnceList } from './at-once-view.ts';
import { base } from './base.ts';
import { button, byId } from './elements.ts';
import { noMatchItem, resultItem } from './results-view.ts';
import { countText, isWidened, readingText } from './wording.ts';

/** Behaviour of `/search/`: shows what the light index finds at once, then what the texts of the pages add. */

const PAGE_SIZE = 10;
const TYPING_PAUSE_MS = 80;

const form = byId<HTMLFormElement>('search-form');
const input = byId<HTMLInputElement>('q');
const filters = byId('search-filters');
const selects: Record<Facet, HTMLSelectElement> = {
  hub: byId<HTMLSelectElement>('search-hub'),
  audience: byId<HTMLSelectElement>('search-audience'),
};
const statusLine = byId('search-status');
const note = byId('search-note');
const atOnce = byId('search-at-once');
const allQuestions = byId('all-questions');
const list = byId<HTMLOListElement>('search-results');
const more = byId<HTMLButtonElement>('search-more');

const texts = once(async (attempt) => loadTexts(base, await namesIndex(), attempt));

let literal = false;
let shownPages = PAGE_SIZE;

const currentState = (): SearchState => ({
  query: input.value.trim(),
  hub: selects.hub.value,
  audience: selects.audience.value,
  literal,
});

/** Adds to each option how many results it would leave. */
function showCounts(select: HTMLSelectElement, counts: ReadonlyMap<string, number> | undefined): void {
  for (const option of select.options) {
    option.dataset.name ??= option.text;
    const isCounted = counts !== undefined && option.value !== '';
    option.text = isCounted ? `${option.dataset.name} (${counts.get(option.value) ?? 0})` : option.dataset.name;
  }
}

function showReading(results: SearchResults): void {
  note.replaceChildren(readingText(results));
  if (!isWidened(results)) return;
  const typed = currentState().query;
  const text = results.corrected === undefined ? 'Search for exactly what I typed' : `Search instead for “${typed}”`;
  note.append(
    ' ',
    button(text, () => {
      literal = true;
      remember('push');
      void run();
    }),
  );
}

type ReadPage = (entry: LightEntry) => Promise<PageData | undefined>;

const readNothing: ReadPage = async () => undefined;

/** Shows the results that are chosen, once the texts of those on view are read. */
async function show(
  results: SearchResults,
  index: LightIndex,
  read: ReadPage,
  isCurrent: () => boolean,
): Promise<void> {
  const state = currentState();
  const entries = results.hits.flatMap(({ path }) => index.entries.get(path) ?? []);
  const left = filterEntries(entries, state);
  const onView = left.slice(0, shownPages);
  const pages = await Promise.all(onView.map(read));
  if (!isCurrent()) return;
  const context = { base, light: index, results };
  const items = onView.map((entry, index) => resultItem(entry, context, pages[index]));
  list.replaceChildren(...(items.length > 0 ? items : [noMatchItem(state.query, context)]));
  // Results grow where the list of all questions stands, and would push it away under a finger.
  allQuestions.hidden = items.length > 0;
  more.hidden = left.length <= shownPages;
  for (const facet of ['hub', 'audience'] as const) showCounts(selects[facet], countValues(entries, facet, state));
  showReading(results);
  statusLine.textContent = countText(results.asked, left.length);
}

/** Figures, a definition and the advisor's offer come after the pages, above them, and keep nobody waiting. */
async function showAtOnce(query: string, results: SearchResults, isCurrent: () => boolean): Promise<void> {
  const found = await answersAtOnce(query, results);
  if (isCurrent()) atOnce.replaceChildren(...atOnceList(query, found, base));
}

function clear(): void {
  atOnce.replaceChildren();
  list.replaceChildren();
  list.ariaBusy = 'false';
  allQuestions.hidden = false;
  note.replaceChildren();
  statusLine.textContent = '';
  more.hidden = true;
  for (const select of Object.values(selects)) showCounts(select, undefined);
}

/** Without the texts the light index's results stand, where it has any; without it nothing does. */
function showFailure(hasShown: boolean, state: SiteState): void {
  if (hasShown) {
    note.append(' The texts of the pages could not be loaded, so these are results by question and short answer only.');
  } else {
    clear();
    statusLine.textContent = `The search could not be loaded. ${advice[state]} All questions stand below.`;
  }
  note.append(' ', state === 'updated' ? button('Reload', reloadAnew) : button('Try again', tryAgain));
}

let failures = 0;

/** Some browsers remember what failed to load for as long as the page is open, so the second time the page goes too. */
function tryAgain(): void {
  if (failures > 1) void reloadAnew();
  else void run();
}

/** The light index with all it holds, once it is there. */
let whole: LightIndex | undefined;

/** Each run outdates the one before, so that slow answers never overwrite newer ones. */
let latestRun = 0;

/** One run of the search page, as long as it is the latest. */
interface Run {
  search: SearchState;
  isCurrent: () => boolean;
  /** Whether there are results on view already. */
  hasShown: boolean;
}

async function showLight(current: Run, index: LightIndex): Promise<void> {
  const results = searchLight(current.search, index);
  if (results.hits.length === 0) return;
  await show(results, index, readNothing, current.isCurrent);
  current.hasShown = true;
}

/** Shows what the names find, then what all that is known of the pages finds, then what their texts add. */
async function showSearched(current: Run): Promise<void> {
  const { search, isCurrent } = current;
  const names = whole ?? (await namesIndex());
  await showLight(current, names);
  whole ??= await lightIndex();
  const index = whole;
  void showAtOnce(search.query, searchLight(search, index), isCurrent);
  if (index !== names) await showLight(current, index);
  const loaded = await texts();
  const results = await searchTexts(search, index, loaded);
  await show(results, index, ({ path }) => loaded.page(path), isCurrent);
}

/** Shows all pages of a hub or for a role, where nothing is asked. */
async function showChosen({ isCurrent }: Run): Promise<void> {
  whole ??= await lightIndex();
  atOnce.replaceChildren();
  await show(everyPage(whole), whole, readNothing, isCurrent);
}

async function run(): Promise<void> {
  latestRun += 1;
  const mine = latestRun;
  const search = currentState();
  const current: Run = { search, isCurrent: () => mine === latestRun, hasShown: false };
  if (search.query === '' && search.hub === '' && search.audience === '') {
    clear();
    return;
  }
  list.ariaBusy = 'true';
  if (list.childElementCount === 0) {
    allQuestions.hidden = true;
    statusLine.textContent = 'Searching…';
  }
  try {
    await (search.query === '' ? showChosen(current) : showSearched(current));
    failures = 0;
  } catch (error) {
    console.warn(error);
    failures += 1;
    const state = await siteState();
    if (current.isCurrent()) showFailure(current.hasShown, state);
  } finally {
    if (current.isCurrent()) list.ariaBusy = 'false';
  }
}

/** Keeps the address in step: a choice can be gone back from, typing cannot. */
function remember(how: 'push' | 'replace'): void {
  const address = `${window.location.pathname}${writeState(currentState())}`;
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

/** A search for something else starts again from the top and by every name. */
function runAnew(how: 'push' | 'replace'): void {
  literal = false;
  shownPages = PAGE_SIZE;
  remember(how);
  void run();
}

function restore(): void {
  const asked = readState(window.location.search);
  input.value = asked.query;
  selects.hub.value = asked.hub;
  selects.audience.value = asked.audience;
  literal = asked.literal;
  shownPages = PAGE_SIZE;
  void run();
}

let pause: ReturnType<typeof setTimeout> | undefined;

function start(): void {
  document.querySelector('[data-load-guard]')?.remove();
  filters.hidden = false;
  input.addEventListener('focus', () => void Promise.all([lightIndex(), facts()]).catch(() => undefined), {
    once: true,
  });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => runAnew('replace'), TYPING_PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    runAnew('push');
  });
  for (const select of Object.values(selects)) {
    select.addEventListener('change', () => {
      shownPages = PAGE_SIZE;
      remember('push');
      void run();
    });
  }
  more.addEventListener('click', () => {
    shownPages += PAGE_SIZE;
    void run();
  });
  window.addEventListener('popstate', restore);
  // What somebody typed while the script was on its way stays.
  const isTyped = document.activeElement === input && input.value.trim() !== '';
  if (isTyped) runAnew('replace');
  else restore();
}

start();
