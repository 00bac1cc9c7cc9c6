import type { WorkboxPlugin } from 'workbox-core/types.js';

/** Whether these bytes are the ones that this hash was made of, as `sha256-` and Base64, the form that browsers know. */
async function isIntact(bytes: ArrayBuffer, integrity: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return integrity === `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/**
 * Lets nothing out of a cache that is not as it was built: a script that a disk or an interrupted download has damaged
 * would otherwise be there for as long as the build. Workbox asks the network for what is refused, and keeps that.
 *
 * @param integrities by path below the host
 */
export const onlyIntact = (integrities: ReadonlyMap<string, string>): WorkboxPlugin => ({
  async cachedResponseWillBeUsed({ request, cachedResponse }) {
    if (!cachedResponse) return null;
    const integrity = integrities.get(new URL(request.url).pathname);
    if (!integrity) return cachedResponse;
    return (await isIntact(await cachedResponse.clone().arrayBuffer(), integrity)) ? cachedResponse : null;
  },
});
