import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type HTMLElement, parse } from 'node-html-parser';

/** What is measured, by kind of page. */
export const pages = {
  home: '/',
  hub: '/integration/',
  answer: '/integration/which-pattern/',
  advisor: '/advisor/',
  search: '/search/',
  inventory: '/advisor/inventory/',
} as const;

/** The most CSS that counts as needed for the first paint, compressed. */
const CRITICAL_BYTES = 3000;

const noText = 'script, style, link, meta, svg, template, noscript, [hidden]';

function strip(element: HTMLElement): void {
  for (const name of Object.keys(element.attributes)) if (name !== 'href') element.removeAttribute(name);
  for (const child of element.querySelectorAll('*')) {
    for (const name of Object.keys(child.attributes)) if (name !== 'href') child.removeAttribute(name);
  }
}

/** The page's own CSS as far as it is critical, without its face: all of it, or whole rules from its beginning. */
function criticalCss(css: string): string {
  let part = css.replace(/@font-face\s*\{[^}]*\}/g, '');
  while (brotliCompressSync(part).length > CRITICAL_BYTES) {
    part = part.slice(0, part.lastIndexOf('}', Math.floor(part.length * 0.95)) + 1);
  }
  return part;
}

/** The same text and links as a page with its critical CSS and nothing else: what no site could undercut. */
export function floorOf(html: string): string {
  const page = parse(html);
  const css = page.querySelectorAll('style').map((style) => style.rawText);
  const title = page.querySelector('title')?.text ?? '';
  const body = page.querySelector('body');
  if (!body) throw new Error('The page has no body');
  for (const element of body.querySelectorAll(noText)) element.remove();
  strip(body);
  return [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title><style>${criticalCss(css.join(''))}</style></head>`,
    `${body.outerHTML}</html>`,
  ].join('');
}

/** A copy of the built site with the floor of each measured page beside it, below `/floor/`; the caller removes it. */
export function siteWithFloors(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fno-bench-'));
  cpSync('dist', folder, { recursive: true });
  for (const [name, address] of Object.entries(pages)) {
    const file = join('dist', address, 'index.html');
    if (!existsSync(file)) throw new Error(`This build has no ${address}`);
    mkdirSync(join(folder, 'floor', name), { recursive: true });
    writeFileSync(join(folder, 'floor', name, 'index.html'), floorOf(readFileSync(file, 'utf8')));
  }
  return folder;
}
