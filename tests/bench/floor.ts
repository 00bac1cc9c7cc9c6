import { type HTMLElement, parse } from 'node-html-parser';

/** As much of the page's own CSS as a bare page would carry. */
const CSS_BYTES = 3000;

const noText = 'script, style, link, meta, svg, template, noscript, [hidden]';

function strip(element: HTMLElement): void {
  for (const name of Object.keys(element.attributes)) if (name !== 'href') element.removeAttribute(name);
  for (const child of element.querySelectorAll('*')) {
    for (const name of Object.keys(child.attributes)) if (name !== 'href') child.removeAttribute(name);
  }
}

/** Whole rules from the beginning of a style sheet. */
const firstRules = (css: string): string => css.slice(0, css.lastIndexOf('}', CSS_BYTES) + 1);

/** The same text and links as a page, with 3 kB of its CSS and nothing else: what no site could undercut. */
export function floorOf(html: string, css: string): string {
  const page = parse(html);
  const title = page.querySelector('title')?.text ?? '';
  const body = page.querySelector('body');
  if (!body) throw new Error('The page has no body');
  for (const element of body.querySelectorAll(noText)) element.remove();
  strip(body);
  return [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title><style>${firstRules(css)}</style></head>`,
    `${body.outerHTML}</html>`,
  ].join('');
}
