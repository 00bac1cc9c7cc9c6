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

/** nginx forgets the headers of the server wherever a location sets one of its own, so each location states all. */
function headerLines(own: FolderRule['headers'], strictTransport: boolean): string[] {
  const all = Object.entries({ ...securityHeaders, ...own });
  return all
    .filter(([name]) => strictTransport || name !== 'Strict-Transport-Security')
    .map(([name, value]) => `    add_header ${name} "${value}" always;`);
}

const types = (): string => {
  const byType = Object.entries(mimeTypes).map(
    ([ending, type]) => `    ${type.replace(/;.*/, '')} ${ending.slice(1)};`,
  );
  return ['  types {', '    text/html html;', '    text/css css;', '    image/svg+xml svg;', '    image/png png;']
    .concat('    application/json json;', '    application/xml xml;', '    text/plain txt;', ...byType, '  }')
    .join('\n');
};

/** A location that serves files below `folder`; `alias` strips the base, which stands in no path on disk. */
const location = (site: NginxSite, { folder, headers }: FolderRule): string =>
  [
    `  location ^~ ${site.base}${folder} {`,
    `    alias "${site.root}${folder}";`,
    '    index index.html;',
    ...headerLines(headers, site.strictTransport),
    '  }',
  ].join('\n');

/**
 * A server block of nginx that serves the site with the same headers, caching, types, redirects and 404 page as the
 * hosts that read `staticwebapp.config.json` or `_headers`.
 */
export function nginxServer(site: NginxSite): string {
  const { base, redirects } = site;
  return [
    'server {',
    `  listen ${site.listen};`,
    '  charset utf-8;',
    '  charset_types text/css text/javascript text/markdown text/plain application/json application/xml;',
    types(),
    '  default_type application/octet-stream;',
    '  absolute_redirect off;',
    '  gzip on;',
    '  gzip_types text/css text/javascript text/markdown application/json application/xml image/svg+xml;',
    `  error_page 404 ${base}/404.html;`,
    ...redirects.map(({ from, to }) => `  location = ${base}${from} { return 301 ${base}${to}; }`),
    ...folderRules.map((rule) => location(site, rule)),
    location(site, { folder: '/', headers: { 'Cache-Control': askEachTime } }),
    '}',
    '',
  ].join('\n');
}
