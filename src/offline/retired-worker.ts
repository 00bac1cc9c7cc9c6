/// <reference lib="webworker" />

/** Takes the place of the service worker in a build with `OFFLINE=off`: it clears away all that one kept, then itself. */
declare const self: ServiceWorkerGlobalScope;

async function retire(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(retire()));
