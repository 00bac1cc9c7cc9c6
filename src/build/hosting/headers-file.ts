import type { Deployment } from './deployment.ts';
import { folderRules, securityHeaders } from './headers.ts';

const rule = (path: string, headers: Readonly<Record<string, string>>): string[] => [
  path,
  ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
];

/**
 * `_headers`, as Cloudflare Pages, Netlify and others read it.
 *
 * They join the values of all rules that match, so pages keep the host's own caching, which is to ask each time, and a
 * worker is held to both policies.
 */
export const headersFile = ({ base }: Deployment): string =>
  [
    ...rule(`${base}/*`, securityHeaders),
    ...folderRules.flatMap(({ folder, headers }) => rule(`${base}${folder}*`, headers)),
    '',
  ].join('\n');

/** `_redirects`, as the same hosts read it. */
export const redirectsFile = ({ base, redirects }: Deployment): string =>
  redirects.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('');
