/**
 * Headers of every response, for all hosts from one place.
 *
 * What scripts and styles may run is said by the policy in each page, which holds the hashes of that page's own; here
 * stands what a page cannot say of itself.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

const forGood = 'public, max-age=31536000, immutable';
export const askEachTime = 'no-cache';

/** Everything below `folder` may be kept for as long as `caching` says. */
export interface CacheRule {
  /** Path below the place the site is deployed to, with a slash at both ends. */
  folder: string;
  caching: string;
}

/** Files whose name holds a hash of their content never change. */
export const cacheRules: readonly CacheRule[] = [
  { folder: '/_astro/', caching: forGood },
  { folder: '/pagefind/fragment/', caching: forGood },
  { folder: '/pagefind/index/', caching: forGood },
];

/** What a browser may do with a file before it asks again: with most, nothing, since a page may change any day. */
export const cachingOf = (path: string): string =>
  cacheRules.find(({ folder }) => path.startsWith(folder))?.caching ?? askEachTime;

/** Endings that servers do not know or get wrong. A worker's and a manifest's type decide whether browsers take them. */
export const mimeTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.md': 'text/markdown; charset=utf-8',
  '.pagefind': 'application/wasm',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
