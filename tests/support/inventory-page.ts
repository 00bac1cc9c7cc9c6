import 'fake-indexeddb/auto';
import { fireEvent, screen } from '@testing-library/dom';
import { IDBFactory } from 'fake-indexeddb';
import { h } from 'preact';
import { vi } from 'vitest';
import type { FromWorker, ToWorker } from '#apps/inventory/machine/protocol.ts';
import { Inventory } from '#apps/inventory/view/Inventory.tsx';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { putData, show } from './islands.ts';
import { tables } from './lexicon.ts';
import { book } from './rule-book.ts';

/** The page of the inventory in happy-dom, with its worker in the same thread and a browser that keeps what it is given. */

const SAMPLE = 'Name,What happens,How soon\nSample orders,Read,Nightly\n';

/** What the worker takes for its own global scope. */
class Scope extends EventTarget {
  readonly location = window.location;
  /** Whom to answer, and under which number, by the number that the worker was asked under. */
  private readonly asked = new Map<number, { page: EventTarget; id: number }>();

  ask(page: EventTarget, request: ToWorker): void {
    const id = this.asked.size + 1;
    this.asked.set(id, { page, id: request.id });
    this.dispatchEvent(new MessageEvent('message', { data: { ...request, id } }));
  }

  postMessage(message: FromWorker): void {
    const { page, id } = this.asked.get(message.id) ?? {};
    page?.dispatchEvent(new MessageEvent('message', { data: { ...message, id } }));
  }
}

let scope: Promise<Scope> | undefined;

/** Loads the site's own worker, once for all pages of a test file: a page opened later sets it up anew. */
async function loadWorker(): Promise<Scope> {
  const loaded = new Scope();
  // For good: what an earlier page asked for is still answered when its test is over.
  Object.defineProperty(globalThis, 'self', { configurable: true, value: loaded });
  await import('#apps/inventory/machine/inventory.worker.ts');
  return loaded;
}

/** A worker in the page's own thread. Messages are handed over uncloned, since a blob of happy-dom cannot be cloned. */
class WorkerHere extends EventTarget {
  private isEnded = false;

  async postMessage(request: ToWorker): Promise<void> {
    scope ??= loadWorker();
    const there = await scope;
    if (!this.isEnded) there.ask(this, request);
  }

  override dispatchEvent(event: Event): boolean {
    return this.isEnded || super.dispatchEvent(event);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

let browsers = 0;

/** A browser that has never been on this page, with tabs of its own. */
export function freshBrowser(): void {
  browsers += 1;
  const suffix = ` of browser ${browsers}`;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal(
    'BroadcastChannel',
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name + suffix);
      }
    },
  );
}

/** Opens the page in a tab. */
export function openPage(): void {
  vi.stubGlobal('Worker', WorkerHere);
  putData('inventory-data', { book, vocabulary: loadVocabulary(), language: tables, sample: SAMPLE });
  show(h(Inventory, {}));
}

/** Opens the page in a fresh browser, where nothing is kept. */
export async function openEmpty(): Promise<void> {
  freshBrowser();
  openPage();
  await screen.findByRole('heading', { name: 'Open an inventory' });
}

/** Pastes a table into the page, as it comes from a spreadsheet. */
export function paste(text: string): void {
  fireEvent.paste(document.body, { clipboardData: { getData: () => text } });
}

/** Takes a table in as it is understood, in a fresh browser. */
export async function openWith(text: string): Promise<void> {
  await openEmpty();
  paste(text);
  fireEvent.click(await screen.findByRole('button', { name: 'Decide these interfaces' }));
  await screen.findAllByRole('rowheader');
}
