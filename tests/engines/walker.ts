import { APPEARANCE_MS } from '#tests/support/patience.ts';
import type { Driver } from './driver.ts';

const PAUSE_MS = 100;

/** What a person looks for: a kind of element and, where there are several, words in its name or text. */
export interface Wanted {
  css: string;
  text?: string;
}

const words = ({ css, text }: Wanted): string => (text ? `${css} with “${text}”` : css);

/** Expression for the first visible element that is wanted, or null. */
const first = ({ css, text = '' }: Wanted): string => `
  [...document.querySelectorAll(${JSON.stringify(css)})].find((element) =>
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility === 'visible' &&
    ((element.getAttribute('aria-label') ?? '') + ' ' + element.textContent).includes(${JSON.stringify(text)})) ?? null`;

/** Walks through the site as a person does: looks, waits, clicks and types. */
export class Walker {
  readonly driver: Driver;
  readonly origin: string;
  private marks = 0;

  constructor(driver: Driver, origin: string) {
    this.driver = driver;
    this.origin = origin;
  }

  open(path: string): Promise<void> {
    return this.driver.goto(this.origin + path);
  }

  /** Waits until an expression in the page is true, or something other than false, null and ''; returns it. */
  async until<T>(what: string, expression: string): Promise<T> {
    const deadline = Date.now() + APPEARANCE_MS;
    let last: unknown;
    while (Date.now() < deadline) {
      // A page that is being left answers with an error.
      const value = await this.driver.evaluate<T>(expression).catch((error: unknown) => {
        last = error;
        return undefined;
      });
      if (value) return value;
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
    throw new Error(`waited in vain for ${what}${last instanceof Error ? ` (${last.message.split('\n')[0]})` : ''}`);
  }

  /** Waits for an element and tells its text. */
  see(wanted: Wanted): Promise<string> {
    return this.until(words(wanted), `(${first(wanted)})?.textContent.trim() || null`);
  }

  /** Whether there is such an element now. */
  sees(wanted: Wanted): Promise<boolean> {
    return this.driver.evaluate(`(${first(wanted)}) !== null`);
  }

  /** Clicks once the element can be: while a page comes in, engines refuse what is drawn over or still moves. */
  async click(wanted: Wanted): Promise<void> {
    const deadline = Date.now() + APPEARANCE_MS;
    for (;;) {
      this.marks += 1;
      const mark = (element: string): string =>
        `((element) => { element?.setAttribute('data-walk', '${this.marks}'); return element !== null; })(${element})`;
      await this.until(words(wanted), mark(first(wanted)));
      try {
        await this.driver.click(`[data-walk="${this.marks}"]`);
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      }
    }
  }

  /** Puts the focus where a person would have tabbed to. */
  async focus(wanted: Wanted): Promise<void> {
    await this.until(
      words(wanted),
      `((element) => { element?.focus(); return element !== null && document.activeElement === element; })(${first(wanted)})`,
    );
  }

  /** Chooses in a list that unfolds; engines show it outside the page, where no remote control reaches. */
  async choose(wanted: Wanted, option: string): Promise<void> {
    await this.until(
      `${words(wanted)} with the option “${option}”`,
      `((select) => {
        const chosen = [...(select?.options ?? [])].find(({ text }) => text.startsWith(${JSON.stringify(option)}));
        if (!chosen) return false;
        select.value = chosen.value;
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })(${first(wanted)})`,
    );
  }

  /** Where the page is, host left out. */
  address(): Promise<string> {
    return this.driver.evaluate('location.pathname + location.search + location.hash');
  }
}

/** Stops a walk that ended up elsewhere. */
export function expected(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
