import { createHash } from 'node:crypto';

const inlineBlock = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;
const data = /\btype="application\/(ld\+)?json"/;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Hashes of what stands inline between tags of one kind; blocks of data never run and need none. */
function inlineHashes(html: string, kind: 'script' | 'style'): string[] {
  const texts = [...html.matchAll(inlineBlock)]
    .filter(([, name, attributes = '']) => name === kind && !data.test(attributes) && !attributes.includes(' src='))
    .map(([, , , text = '']) => text);
  return [...new Set(texts.map(hashOf))];
}

const hasScript = (html: string): boolean =>
  [...html.matchAll(inlineBlock)].some(([, name, attributes = '']) => name === 'script' && !data.test(attributes));

/**
 * The content security policy of one built page. It allows what the page holds and nothing else: a page without a
 * script may run none and fetch nothing.
 *
 * @param runsWebAssembly whether the page's scripts may compile WebAssembly
 */
export function pagePolicy(html: string, runsWebAssembly: boolean): string {
  const webAssembly = runsWebAssembly ? ["'wasm-unsafe-eval'"] : [];
  const scripts = hasScript(html)
    ? [
        ["script-src 'self'", ...webAssembly, ...inlineHashes(html, 'script')].join(' '),
        "connect-src 'self'",
        "worker-src 'self'",
      ]
    : [];
  return [
    "default-src 'none'",
    ...scripts,
    ["style-src 'self'", ...inlineHashes(html, 'style')].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

const firstInHead = '<meta charset="utf-8">';

/** The page with something at the beginning of its head. */
function withFirst(html: string, what: string, tag: string): string {
  if (!html.includes(firstInHead)) throw new Error(`has no ${firstInHead}, after which its ${what} belongs`);
  return html.replace(firstInHead, () => firstInHead + tag);
}

/**
 * The page with its policy in front of all that the policy governs.
 *
 * @throws {Error} when the page does not begin its head with its character set
 */
export const withPolicy = (html: string, runsWebAssembly: boolean): string =>
  withFirst(
    html,
    'security policy',
    `<meta http-equiv="content-security-policy" content="${pagePolicy(html, runsWebAssembly)}">`,
  );

/**
 * The page with the name of its build, which its scripts read (`src/apps/offline/page-build.ts`). It comes into the page
 * after it is drawn, because a page that stays the same is taken from the build before.
 *
 * @throws {Error} when the page does not begin its head with its character set
 */
export const withBuild = (html: string, build: string): string =>
  withFirst(html, 'build', `<meta name="build" content="${build}">`);
