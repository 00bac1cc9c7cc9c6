import { expect } from 'vitest';

const forbidden = 'script, img, iframe, object, embed, base, meta, link, style, [data-injected]';

/** Fails where something that was read has become an element, a handler or an address that runs. */
export function expectNoInjectedMarkup(root: Element): void {
  expect([...root.querySelectorAll(forbidden)].map(({ outerHTML }) => outerHTML)).toEqual([]);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const runs = name.startsWith('on') || (/^(href|src|action)$/.test(name) && /^\s*javascript:/i.test(value));
      if (runs) throw new Error(`injected: ${name}="${value}"`);
    }
  }
}
