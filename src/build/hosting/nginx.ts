import type { Deployment } from './deployment.ts';
import { askEachTime, type FolderRule, folderRules, mimeTypes, securityHeaders } from './headers.ts';

/** Where nginx listens and what it serves. */
export interface NginxSite extends Deployment {
  /** As in nginx's `listen`, such as `8080` or `443 ssl`. */
  listen: string;
  /** Absolute path of the built site. */
  root: string;
  /** Without it the site may be tried over plain http on this machine. */
  strictTransport: boolean;
}

function headerLines(headers: FolderRule['headers'], strictTransport: boolean): string[] {
  return Object.entries(headers)
    .filter(([name]) => strictTransport || name !== 'Strict-Transport-Security')
    .map(([name, value]) => `add_header ${name} "${value}" always;`);
}

/** All types: what nginx knows by itself is gone wherever a server names some. Its `charset` adds the character set. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  ...Object.fromEntries(Object.entries(mimeTypes).map(([ending, type]) => [ending, type.replace(/;.*/, '')])),
};

/** Text, but for HTML, which nginx compresses and gives its character set unasked. What Pagefind writes is compressed. */
const textTypes = [...new Set(Object.values(types))].filter(
  (type) => type !== 'text/html' && /^text\/|json$|xml$/.test(type),
);

const typeLines = (): string[] => [
  'types {',
  ...Object.entries(types).map(([ending, type]) => `  ${type} ${ending.slice(1)};`),
  '}',
];

/**
 * A location that serves files below `folder`; `alias` strips the base, which stands in no path on disk.
 *
 * @param headers all of them: nginx forgets those of the server wherever a location sets one of its own
 */
const location = (site: NginxSite, folder: string, headers: FolderRule['headers']): string[] => [
  `location ^~ ${site.base}${folder} {`,
  ...[`alias "${site.root}${folder}";`, 'index index.html;', ...headerLines(headers, site.strictTransport)].map(
    (line) => `  ${line}`,
  ),
  '}',
];

/**
 * A server block of nginx that serves the site with the same headers, caching, types, redirects and 404 page as the
 * hosts that read `staticwebapp.config.json` or `_headers`.
 */
export function nginxServer(site: NginxSite): string {
  const { base, redirects } = site;
  const lines = [
    `listen ${site.listen};`,
    'server_tokens off;',
    'charset utf-8;',
    `charset_types ${textTypes.join(' ')};`,
    ...typeLines(),
    'default_type application/octet-stream;',
    'absolute_redirect off;',
    'max_ranges 1;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    'gzip_min_length 1024;',
    `gzip_types ${textTypes.join(' ')};`,
    // Of the server, so that redirects and errors carry them too.
    ...headerLines({ ...securityHeaders, 'Cache-Control': askEachTime }, site.strictTransport),
    `error_page 404 ${base}/404.html;`,
    ...redirects.map(({ from, to }) => `location = ${base}${from} { return 301 ${base}${to}; }`),
    ...folderRules.flatMap(({ folder, headers }) => location(site, folder, { ...securityHeaders, ...headers })),
    ...location(site, '/', {}),
  ];
  return ['server {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}
