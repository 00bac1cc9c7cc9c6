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
/** `Cache-Control` of what may be kept, and is asked after before each use. */
export const askEachTime = 'no-cache';

/** Headers that every file below `folder` carries beside, or instead of, those of all responses. */
export interface FolderRule {
  /** Path below the place the site is deployed to, with a slash at both ends. */
  folder: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * The policy of a worker comes with its script, not from the page that starts it. This one lets it load further scripts
 * of ours and nothing else; on other files the header has no effect.
 */
export const workerPolicy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

/** Files whose name holds a hash of their content never change. */
export const folderRules: readonly FolderRule[] = [
  { folder: '/_astro/', headers: { 'Cache-Control': forGood, 'Content-Security-Policy': workerPolicy } },
  { folder: '/pagefind/fragment/', headers: { 'Cache-Control': forGood } },
  { folder: '/pagefind/index/', headers: { 'Cache-Control': forGood } },
];

/** Headers of one file, those of all responses left out. With most files a browser asks each time: a page may change any day. */
export const fileHeaders = (path: string): FolderRule['headers'] => ({
  'Cache-Control': askEachTime,
  ...folderRules.find(({ folder }) => path.startsWith(folder))?.headers,
});

/** Endings that servers do not know or get wrong. A worker's and a manifest's type decide whether browsers take them. */
export const mimeTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pagefind': 'application/wasm',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
