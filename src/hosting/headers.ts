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

/** Files whose name holds a hash of their content never change. */
export const immutableFolder = '/_astro/';
export const immutableCaching = 'public, max-age=31536000, immutable';

/**
 * The policy of a worker comes with its script, not from the page that starts it. This one lets it load further scripts
 * of ours and nothing else; on other files the header has no effect.
 */
export const workerPolicy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

export const immutableHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': immutableCaching,
  'Content-Security-Policy': workerPolicy,
};

/** `staticwebapp.config.json` of Azure Static Web Apps. */
export const staticWebAppConfig = () => ({
  globalHeaders: securityHeaders,
  routes: [{ route: `${immutableFolder}*`, headers: immutableHeaders }],
  responseOverrides: { '404': { rewrite: '/404.html', statusCode: 404 } },
  mimeTypes: { '.pagefind': 'application/wasm', '.pf_meta': 'application/octet-stream' },
  trailingSlash: 'always',
});

/** `_headers`, as Cloudflare Pages, Netlify and others read it. */
export const headersFile = (): string =>
  [
    '/*',
    ...Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`),
    `${immutableFolder}*`,
    ...Object.entries(immutableHeaders).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ].join('\n');
