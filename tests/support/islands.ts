import { configure } from '@testing-library/dom';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, vi } from 'vitest';
import { APPEARANCE_MS } from './patience.ts';

/** What tests of islands need beside the Testing Library: a page to stand in, and drawing that is done when an event is. */

configure({
  // Without style sheets there is nothing to be hidden by, and looking for it takes most of the time.
  defaultHidden: true,
  asyncUtilTimeout: APPEARANCE_MS,
  eventWrapper: (dispatch) => {
    let isHandled: unknown;
    act(() => {
      isHandled = dispatch();
    });
    return isHandled;
  },
});

/** A page in happy-dom has no size, and a table of which no row is in sight draws none. */
const SIGHT_PX = 900;

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => SIGHT_PX });

/** Draws an island in the page. */
export function show(island: ComponentChild): void {
  const container = document.createElement('main');
  document.body.append(container);
  act(() => render(island, container));
}

/** Takes all islands out of the page, and the blocks of data with them. */
export function closePage(): void {
  for (const container of document.querySelectorAll('main')) act(() => render(null, container));
  document.body.replaceChildren();
}

/** Puts a block of data into the page, as the pages of the site carry it for their islands. */
export function putData(id: string, data: unknown): void {
  const block = Object.assign(document.createElement('script'), { id, type: 'application/json' });
  block.textContent = JSON.stringify(data);
  document.body.append(block);
}

afterEach(() => {
  closePage();
  window.localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
