/// <reference lib="webworker" />

/** Takes the place of the service worker in a build with `OFFLINE=off`: it clears away all that one kept, then itself. */
const worker = self as unknown as ServiceWorkerGlobalScope;

async function retire(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await worker.registration.unregister();
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(retire()));
