import { createContext, runInContext } from 'node:vm';
import * as fakeIndexedDb from 'fake-indexeddb';
import type { Replacements } from '#apps/offline/replacements.ts';
import { bundleWorker } from '#build/offline/bundle.ts';

/** Enough of a browser to run a service worker in: caches in memory and a network that holds what it is given. */

const ORIGIN = 'https://site.example';

const keyOf = (request: Request | string): string =>
  new URL(typeof request === 'string' ? request : request.url, ORIGIN).href;

class MemoryCache {
  readonly kept = new Map<string, Response>();

  async match(request: Request | string): Promise<Response | undefined> {
    return this.kept.get(keyOf(request))?.clone();
  }

  async put(request: Request | string, response: Response): Promise<void> {
    this.kept.set(keyOf(request), response);
  }

  async delete(request: Request | string): Promise<boolean> {
    return this.kept.delete(keyOf(request));
  }

  async keys(): Promise<Request[]> {
    return [...this.kept.keys()].map((url) => new Request(url));
  }
}

class MemoryCaches {
  readonly named = new Map<string, MemoryCache>();

  async open(name: string): Promise<MemoryCache> {
    const cache = this.named.get(name) ?? new MemoryCache();
    this.named.set(name, cache);
    return cache;
  }

  async keys(): Promise<string[]> {
    return [...this.named.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.named.delete(name);
  }

  async match(request: Request | string, { cacheName }: { cacheName: string }): Promise<Response | undefined> {
    return this.named.get(cacheName)?.match(request);
  }
}

class WorkerEvent extends Event {
  private readonly awaited: Promise<unknown>[] = [];
  response: Promise<Response> | undefined;
  readonly request: Request | undefined;

  constructor(type: string, request?: Request) {
    super(type);
    this.request = request;
  }

  waitUntil(work: Promise<unknown>): void {
    this.awaited.push(work);
  }

  respondWith(response: Promise<Response>): void {
    this.response = response;
  }

  async done(): Promise<void> {
    // Work may add further work.
    for (let at = 0; at < this.awaited.length; at += 1) await this.awaited[at];
  }
}

/** A worker as it was built, and what it can reach. */
export class WorkerWorld {
  readonly caches = new MemoryCaches();
  /** What the network answers, by path; what is not there is not found. */
  readonly network = new Map<string, string>();
  /** Paths that were asked of the network. */
  readonly asked: string[] = [];
  private readonly target = new EventTarget();

  async start(replacements: Replacements): Promise<void> {
    const code = await bundleWorker('worker', replacements);
    const registration = { scope: `${ORIGIN}/` };
    const self = {
      addEventListener: (type: string, listener: EventListener) => this.target.addEventListener(type, listener),
      clients: { matchAll: async () => [], claim: async () => undefined },
      registration,
      location: new URL(`${ORIGIN}/sw.js`),
      caches: this.caches,
    };
    const fetchFromNetwork = async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url);
      this.asked.push(pathname);
      const body = this.network.get(pathname);
      return this.at(request.url, new Response(body ?? 'not found', { status: body === undefined ? 404 : 200 }));
    };
    const { Request, Response, Headers, URL: Url, crypto, btoa, setTimeout, clearTimeout, console } = globalThis;
    const platform = { Request, Response, Headers, URL: Url, crypto, btoa, setTimeout, clearTimeout, console };
    // Workbox notes in a database when each page was kept.
    const databases = { ...fakeIndexedDb, indexedDB: new fakeIndexedDb.IDBFactory() };
    const context = { ...platform, ...databases, ...self, self, fetch: fetchFromNetwork, FetchEvent: WorkerEvent };
    runInContext(code, createContext(context));
  }

  private at(url: string, response: Response): Response {
    return Object.defineProperty(response, 'url', { value: url });
  }

  async dispatch(type: 'install' | 'activate'): Promise<void> {
    const event = new WorkerEvent(type);
    this.target.dispatchEvent(event);
    await event.done();
  }

  /** What a page gets that asks for this path; nothing where the worker leaves the request to the browser. */
  async get(path: string, init?: RequestInit): Promise<string | undefined> {
    const event = new WorkerEvent('fetch', new Request(ORIGIN + path, init));
    this.target.dispatchEvent(event);
    const response = await event.response;
    await event.done();
    return response?.text();
  }

  /** The cache of what a build needs, as Workbox names it. */
  shell(): Promise<MemoryCache> {
    return this.caches.open(`workbox-precache-v2-${ORIGIN}/`);
  }

  /** Paths with their query that a cache holds. */
  async pathsIn(cache: MemoryCache): Promise<string[]> {
    return (await cache.keys()).map(({ url }) => url.slice(ORIGIN.length));
  }
}
