/// <reference lib="webworker" />
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { onlyIntact } from './intact.ts';
import type { BuildInstalled } from './messages.ts';
import type { ShellEntry } from './replacements.ts';

/**
 * The service worker. It keeps the site usable without a network and shows nothing old while there is one.
 *
 * Old pages never meet new scripts: everything a page loads is named by its content or its build, and a new worker
 * waits until the last page of the old build is closed before it takes over and clears away what that build needed.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build; see `integration.ts`. */
declare const SHELL: ShellEntry[];
declare const BUILD: string;
declare const BASE: string;

const PAGES = 'pages-';
const PAGES_KEPT = 60;
const ASSETS_KEPT = 60;
/** How long a page may take before the one that was kept is shown instead. */
const PATIENCE_S = 4;

/** Scripts as they were built; see `intact.ts`. */
const integrities = new Map(SHELL.flatMap(({ url, integrity }) => (integrity ? [[url, integrity] as const] : [])));

const shell = new PrecacheController({ plugins: [onlyIntact(integrities)] });
shell.addToCacheList(SHELL);

/** A page is the same page whatever is asked of it in its query. */
const withoutQuery = (address: string): string => {
  const url = new URL(address);
  return url.origin + url.pathname;
};

/** Keeps what was used last, and gives all of it up before the browser runs out of space. */
const newest = (maxEntries: number): WorkboxPlugin =>
  new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true }) as WorkboxPlugin;

const keptPage = async (address: string): Promise<Response | undefined> =>
  (await caches.match(address, { cacheName: PAGES + BUILD })) ?? shell.matchPrecache(address);

const readPages = new NetworkFirst({
  cacheName: PAGES + BUILD,
  networkTimeoutSeconds: PATIENCE_S,
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => withoutQuery(request.url),
      cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
        cachedResponse ?? (await shell.matchPrecache(withoutQuery(request.url))),
      // Without a network Firefox hands a failed preload over as a response, which Workbox takes for the page and would
      // keep in place of the good one.
      cacheWillUpdate: async ({ response }) => (response.ok ? response : null),
      handlerDidError: async ({ request }) =>
        (await keptPage(withoutQuery(request.url))) ?? (await shell.matchPrecache(`${BASE}/offline/`)),
    },
    newest(PAGES_KEPT),
  ],
});

/** A page whose script did not work asks for it anew, and then what was kept of it is not good enough. */
const unlessAnew: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
    request.cache === 'reload' ? null : (cachedResponse ?? null),
};

const assets = new CacheFirst({
  cacheName: 'assets',
  plugins: [unlessAnew, newest(ASSETS_KEPT)],
});

const isOld = (cache: string): boolean => cache.startsWith(PAGES) && cache !== PAGES + BUILD;

const oldPageCaches = async (): Promise<string[]> => (await caches.keys()).filter(isOld);

const openPages = (): Promise<readonly Client[]> =>
  worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

async function readUnderEarlierBuilds(): Promise<string[]> {
  const caught = await Promise.all((await oldPageCaches()).map(async (name) => (await caches.open(name)).keys()));
  return caught.flat().map(({ url }) => url);
}

/**
 * Fetches what is open, which came without a worker on a first visit, and what was read under earlier builds, so that an
 * update costs nobody what they can read offline.
 */
async function gatherPages(event: ExtendableEvent): Promise<void> {
  const open = (await openPages()).map(({ url }) => withoutQuery(url));
  for (const url of new Set([...(await readUnderEarlierBuilds()), ...open])) {
    await readPages.handle({ event, request: new Request(url, { cache: 'no-cache' }) });
  }
}

async function announce(): Promise<void> {
  const message: BuildInstalled = { type: 'build.installed', build: BUILD };
  for (const page of await openPages()) page.postMessage(message);
}

async function install(event: ExtendableEvent): Promise<void> {
  await shell.install(event);
  await gatherPages(event);
  await announce();
}

async function activate(event: ExtendableEvent): Promise<void> {
  await shell.activate(event);
  await Promise.all((await oldPageCaches()).map((name) => caches.delete(name)));
  // The page is asked for while the worker still starts.
  await worker.registration.navigationPreload?.enable();
  // Only a first visit has pages without a worker; later ones were waited for.
  await worker.clients.claim();
}

worker.addEventListener('install', (event) => event.waitUntil(install(event)));
worker.addEventListener('activate', (event) => event.waitUntil(activate(event)));

registerRoute(new NavigationRoute(readPages));
registerRoute(
  new PrecacheRoute(shell, { cleanURLs: false, directoryIndex: '', ignoreURLParametersMatching: [/^ts$/] }),
);
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${BASE}/_astro/`), assets);
