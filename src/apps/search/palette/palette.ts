import { advice, reloadAnew, type SiteState, siteState } from '#apps/offline/site-state.ts';
import { answersAtOnce, nothingAtOnce } from '#apps/search/facts/at-once.ts';
import type { LightIndex } from '#apps/search/index/light-index.ts';
import { lightIndex, loadTexts, namesIndex } from '#apps/search/index/load.ts';
import { once } from '#apps/search/index/once.ts';
import { type SearchResults, searchLight, searchTexts } from '#apps/search/ranking/search.ts';
import { searchAddress } from '#apps/search/view/address.ts';
import { base } from '#apps/search/view/base.ts';
import { countText, noMatchText, readingText } from '#apps/search/view/wording.ts';
import styles from '#styles/palette.css?inline';
import { forgetSearches, keepSearch, recentSearches } from './recent.ts';
import { noMatchGroups, resultGroups, type SuggestionGroup, searchPage, startGroups } from './suggestions.ts';
import { createPaletteView, fillList, type PaletteView } from './view.ts';

/** Nobody's half-typed word is looked up in the texts. */
const TYPING_PAUSE_MS = 150;

const texts = once(async (attempt) => loadTexts(base, await namesIndex(), attempt));

const storage = (): Storage => window.localStorage;

/** The light index with all it can hold; what there is of it where the rest cannot be loaded. */
async function wholeIndex<Names extends LightIndex | undefined>(names: Names): Promise<LightIndex | Names> {
  try {
    return await lightIndex();
  } catch (error) {
    console.warn(error);
    return names;
  }
}

/**
 * The search of every page: opens at once, finds by the light index, asks the texts where that finds nothing, and leads
 * to the search page for the rest.
 */
class Palette {
  private readonly view: PaletteView = createPaletteView({
    onForget: () => this.forget(),
    onRetry: () => this.retry(),
  });
  private options: readonly HTMLElement[] = [];
  private active = -1;
  private light: LightIndex | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** How the site is where the questions could not be loaded. */
  private failure: SiteState | undefined;

  constructor() {
    const { dialog, input, list } = this.view;
    document.body.append(dialog);
    input.addEventListener('input', () => this.update());
    input.addEventListener('keydown', (event) => this.onKey(event));
    list.addEventListener('click', (event) => this.onClick(event));
    list.addEventListener('pointermove', (event) => this.activate(this.optionIndex(event)));
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  open(typed: string): void {
    const { dialog, input } = this.view;
    if (!dialog.open) dialog.showModal();
    if (typed === '') input.select();
    else input.value = typed;
    void this.load();
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    this.update();
    try {
      this.light ??= await namesIndex();
    } catch (error) {
      console.warn(error);
      this.failure = await siteState();
    }
    this.update();
    if (this.light) await this.refine();
  }

  /** Short answers and ways of asking come after the first results, which wait for nothing but the names. */
  private async refine(): Promise<void> {
    const before = this.light;
    this.light = await wholeIndex(before);
    if (this.light === before) return;
    const { options, active } = this;
    const chosen = options[active]?.getAttribute('href');
    this.update();
    if (active > 0) this.activate(this.options.findIndex((option) => option.getAttribute('href') === chosen));
  }

  private retry(): void {
    void (this.failure === 'updated' ? reloadAnew() : this.load());
  }

  private get query(): string {
    return this.view.input.value.trim();
  }

  private update(): void {
    const { query, light } = this;
    if (query === '') this.showStart();
    else if (light) this.showResults(query, light);
    else this.showWithoutIndex(query);
    this.offerRetry();
  }

  /** The search page has its own way of loading, and a list of all questions besides. */
  private showWithoutIndex(query: string): void {
    this.view.status.textContent = this.failure ? '' : 'Loading the questions…';
    this.show([searchPage(query, base)], -1);
  }

  private offerRetry(): void {
    const { retry, status, input } = this.view;
    if (this.failure) {
      status.textContent = `The questions could not be loaded. ${advice[this.failure]}`;
      retry.textContent = this.failure === 'updated' ? 'Reload' : 'Try again';
    }
    const hadFocus = retry === document.activeElement;
    retry.hidden = !this.failure;
    if (retry.hidden && hadFocus) input.focus();
  }

  private showStart(): void {
    const recent = recentSearches(storage);
    this.view.status.textContent = '';
    this.show(startGroups(recent, this.light, base), -1);
    this.view.forget.hidden = recent.length === 0;
  }

  private showResults(query: string, light: LightIndex): void {
    const results = searchLight({ query, literal: false }, light);
    const isAnswered = results.hits.length > 0;
    if (isAnswered) this.showHits(query, results, light);
    else this.askTexts(query, light);
  }

  private showHits(query: string, results: SearchResults, light: LightIndex): void {
    const { status } = this.view;
    status.textContent = `${readingText(results)} ${countText(results.asked, results.hits.length)}`.trim();
    status.removeAttribute('data-search-no-match');
    this.show(resultGroups(query, results, { light, base }), 0);
    void this.addAtOnce(query, results, light);
  }

  /** Figures and the advisor's offer come above the pages a moment later; the choice stays where it was. */
  private async addAtOnce(query: string, results: SearchResults, light: LightIndex): Promise<void> {
    const atOnce = await answersAtOnce(query, results);
    if (this.query !== query || this.light !== light) return;
    if (atOnce === nothingAtOnce) return;
    this.showAgain(resultGroups(query, results, { light, base, atOnce }));
  }

  /** Shows other groups with the same choice, as far as it is still there. */
  private showAgain(groups: readonly SuggestionGroup[]): void {
    const chosen = this.options[this.active]?.getAttribute('href');
    this.show(groups, -1);
    this.activate(
      Math.max(
        0,
        this.options.findIndex((option) => option.getAttribute('href') === chosen),
      ),
    );
  }

  /** Names alone never say that there is nothing: the texts of the pages are asked first. */
  private askTexts(query: string, light: LightIndex): void {
    this.view.status.textContent = 'Looking through the full texts…';
    this.view.status.removeAttribute('data-search-no-match');
    this.show([searchPage(query, base)], -1);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.showFromTexts(query, light), TYPING_PAUSE_MS);
  }

  private async showFromTexts(query: string, light: LightIndex): Promise<void> {
    const results = await this.searchedTexts(query, light);
    if (this.query !== query) return;
    if (results && results.hits.length > 0) this.showHits(query, results, light);
    else if (results) this.showNothing(query, results, light);
    else this.view.status.textContent = 'The texts of the pages could not be loaded, and no question answers this.';
  }

  /** What the texts find; `undefined` where they could not be loaded. */
  private async searchedTexts(query: string, light: LightIndex): Promise<SearchResults | undefined> {
    try {
      const [whole, loaded] = await Promise.all([wholeIndex(light), texts()]);
      return await searchTexts({ query, literal: false }, whole, loaded);
    } catch (error) {
      console.warn(error);
      return undefined;
    }
  }

  private showNothing(query: string, results: SearchResults, light: LightIndex): void {
    this.view.status.textContent = noMatchText(query, results);
    this.view.status.setAttribute('data-search-no-match', '');
    this.show(noMatchGroups(query, results, light, base), -1);
  }

  private show(groups: readonly SuggestionGroup[], active: number): void {
    this.view.forget.hidden = true;
    this.options = fillList(this.view.list, groups);
    this.active = -1;
    this.view.input.removeAttribute('aria-activedescendant');
    this.activate(active);
  }

  private activate(index: number): void {
    const option = this.options[index];
    if (!option || index === this.active) return;
    const before = this.options[this.active];
    if (before) before.ariaSelected = 'false';
    option.ariaSelected = 'true';
    option.scrollIntoView({ block: 'nearest' });
    this.view.input.setAttribute('aria-activedescendant', option.id);
    this.active = index;
  }

  private move(step: number): void {
    const count = this.options.length;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    if (count > 0) this.activate((from + step + count) % count);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.move(1);
    else if (event.key === 'ArrowUp') this.move(-1);
    else if (event.key === 'Enter') this.choose(this.options[this.active]);
    else return;
    event.preventDefault();
  }

  private optionIndex(event: Event): number {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    return option ? this.options.indexOf(option) : -1;
  }

  /** A click on a page's link is left to the browser, so that it opens where the visitor wants it. */
  private onClick(event: Event): void {
    const option = this.options[this.optionIndex(event)];
    if (option instanceof HTMLAnchorElement) this.keep();
    else if (option) this.choose(option);
  }

  private choose(option: HTMLElement | undefined): void {
    if (option instanceof HTMLAnchorElement) option.click();
    else if (option) this.repeat(option.textContent ?? '');
    else if (this.query !== '') window.location.assign(searchAddress(this.query, base));
  }

  private repeat(query: string): void {
    this.view.input.value = query;
    this.view.input.focus();
    this.update();
  }

  private keep(): void {
    if (this.query !== '') keepSearch(this.query, storage);
    this.view.dialog.close();
  }

  private forget(): void {
    forgetSearches(storage);
    this.view.input.focus();
    this.update();
  }
}

let palette: Palette | undefined;

function createPalette(): Palette {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  return new Palette();
}

/**
 * Opens the palette of this page, which is made the first time.
 *
 * @param typed what was typed while it was on its way; empty keeps the earlier query, selected
 */
export function openPalette(typed: string): void {
  palette ??= createPalette();
  palette.open(typed);
}
