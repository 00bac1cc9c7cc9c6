import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JSHandle, Page } from '@playwright/test';
import type axe from 'axe-core';

/** What axe finds in a page as it stands. */

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Theme = 'light' | 'dark';

/** Rules that weigh one colour against another. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Axe's own class of a colour, as far as it is used here. */
interface Color {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): Color;
}

/** Axe reads the colours of every element and of all around it anew, which takes half its time; a page has some twenty. */
function readEachColourOnce(): void {
  const { commons } = window.axe as unknown as { commons: { color: { Color: { prototype: Color } } } };
  const { prototype } = commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Color, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function (this: Color, text: string): Color {
    const colour = known.get(text);
    if (colour) return Object.assign(this, colour);
    const { r, g, b, alpha } = read.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(source);
  await page.evaluate(readEachColourOnce);
}

/**
 * The texts of a part of the page, but of those that look alike no more than three. Two look alike when they and all
 * elements around them have the same names, classes, colours, grounds and opacity, and the letters the same size and
 * weight: what is true of one's contrast is true of the other's.
 */
const differentTexts = (page: Page, within: string): Promise<JSHandle<Element[]>> =>
  page.evaluateHandle((selector) => {
    const ENOUGH = 3;
    const numbers = new Map<string, number>();
    const looks = new Map<Element, number>();
    const lookOf = (element: Element | null): number => {
      if (!element) return -1;
      const known = looks.get(element);
      if (known !== undefined) return known;
      const { color, backgroundColor, backgroundImage, opacity, textDecorationLine } = getComputedStyle(element);
      const look = JSON.stringify([
        lookOf(element.parentElement),
        element.localName,
        element.classList.value,
        [color, backgroundColor, backgroundImage, opacity, textDecorationLine],
      ]);
      const number = numbers.get(look) ?? numbers.size;
      numbers.set(look, number);
      looks.set(element, number);
      return number;
    };
    const holdsText = (element: Element): boolean =>
      element.matches('input, select, textarea') ||
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const counts = new Map<string, number>();
    return [...document.querySelectorAll(`${selector}, ${selector} *`)]
      .filter(holdsText)
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { fontSize, fontWeight } = getComputedStyle(element);
        const look = `${lookOf(element)} ${fontSize} ${fontWeight}`;
        counts.set(look, (counts.get(look) ?? 0) + 1);
        return (counts.get(look) ?? 0) <= ENOUGH;
      });
  }, within);

/** What the rules on colours find in the texts of a part of the page that look different. */
async function faultsOfColours(page: Page, within: string): Promise<axe.Result[]> {
  const texts = await differentTexts(page, within);
  const found = await page.evaluate(
    async ({ include, rules }) =>
      (await window.axe.run({ include }, { runOnly: rules, resultTypes: ['violations'] })).violations,
    { include: texts, rules: ofColours },
  );
  await texts.dispose();
  return found;
}

/** What any rule finds anywhere in a part of the page. */
const faults = (page: Page, within: string): Promise<axe.Result[]> =>
  page.evaluate(async (include) => (await window.axe.run(include, { resultTypes: ['violations'] })).violations, within);

/** What axe finds: everything in the first theme, and in a second one what hangs on colours. */
export async function violations(
  page: Page,
  within = 'html',
  themes: readonly Theme[] = ['light', 'dark'],
): Promise<string[]> {
  const found: string[] = [];
  await loadAxe(page);
  for (const [index, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme });
    const all = await (index === 0 ? faults : faultsOfColours)(page, within);
    found.push(...all.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  return found;
}
