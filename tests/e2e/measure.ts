import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** What can be measured of a page as it stands; each measure lists what is wrong. */

/** How far the page reaches beyond the window, and what reaches there. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const past = document.documentElement.scrollWidth - window.innerWidth;
    if (past <= 0) return [];
    const isContained = (element: Element): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !isContained(element),
    );
    return [`${past} px`, ...wide.slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });

/**
 * Targets that are smaller than 24 px and have no excuse of WCAG's 2.5.8: a link in a sentence, or room around it so
 * that a circle of 24 px touches no other target.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LEAST = 24;
    const kinds = 'a[href], button, input, select, textarea, summary, [role="option"], label:has(input)';
    const scope = document.querySelector('dialog[open]') ?? document;
    const isInSentence = (element: Element): boolean => {
      const block = element.parentElement;
      if (!block || getComputedStyle(element).display !== 'inline') return false;
      return [...block.childNodes].some((node) => node !== element && (node.textContent ?? '').trim().length > 1);
    };
    const targets = [...scope.querySelectorAll(kinds)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => getComputedStyle(element).clipPath === 'none')
      .filter((element) => !element.matches('label input') && !element.closest('[aria-hidden="true"], [inert]'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const middle = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const isSmall = ({ box }: { box: DOMRect }): boolean => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
    const small = targets.filter(isSmall);
    const away = (from: { x: number; y: number }, box: DOMRect): number =>
      Math.hypot(
        Math.max(box.left - from.x, 0, from.x - box.right),
        Math.max(box.top - from.y, 0, from.y - box.bottom),
      );
    const isCrowded = (one: (typeof targets)[number]): boolean =>
      targets.some((other) => {
        if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
        const centre = middle(one.box);
        if (away(centre, other.box) < LEAST / 2) return true;
        const theirs = middle(other.box);
        return isSmall(other) && Math.hypot(centre.x - theirs.x, centre.y - theirs.y) < LEAST;
      });
    return small
      .filter((one) => !isInSentence(one.element) && isCrowded(one))
      .map(({ element, box }) => `${box.width.toFixed()}×${box.height.toFixed()}: ${element.outerHTML.slice(0, 120)}`);
  });

/** Texts that are cut off: what does not fit into its box and cannot be scrolled to. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && (element.textContent ?? '').trim() !== '')
      .filter((element) => {
        const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element);
        // A text that ends in dots is whole somewhere else: in the row's details, or once it is unfolded.
        if (clipPath !== 'none' || textOverflow === 'ellipsis') return false;
        const cutsX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 2;
        const cutsY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
        return cutsX || cutsY;
      })
      .map((element) => element.outerHTML.slice(0, 140)),
  );

/** A part of the page that is in the window, in CSS pixels from the beginning of the page. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What has the focus: its markup's beginning, what of it is in the window, and the least that its mark must cover. */
interface Focused {
  markup: string;
  box: Box;
  least: number;
}

/** Room around what has the focus, in which its mark is drawn. */
const AROUND = 6;

/** What has the focus, with an empty box where it is out of the window; nothing where nothing has the focus. */
const focusedNow = (page: Page): Promise<Focused | undefined> =>
  page.evaluate(async (around) => {
    await new Promise(requestAnimationFrame);
    const { activeElement: focused } = document;
    if (!focused || focused === document.body) return undefined;
    // A box or a button to tick is as good as its label.
    const target = focused.closest('label') ?? focused;
    const rects = [...target.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const left = Math.max(0, Math.min(...rects.map(({ left: edge }) => edge)) - around);
    const top = Math.max(0, Math.min(...rects.map(({ top: edge }) => edge)) - around);
    const right = Math.min(innerWidth, Math.max(...rects.map(({ right: edge }) => edge)) + around);
    const bottom = Math.min(innerHeight, Math.max(...rects.map(({ bottom: edge }) => edge)) + around);
    const box = {
      x: left + scrollX,
      y: top + scrollY,
      width: Math.max(0, right - left),
      height: Math.max(0, bottom - top),
    };
    // As WCAG's focus appearance has it, a line 4 px thick along the shortest side is the least there may be; a box to
    // tick may have it around itself alone.
    const marked = [...rects, focused.getBoundingClientRect()];
    const least = 4 * Math.min(...marked.map(({ width, height }) => Math.min(width, height)), box.width, box.height);
    return { markup: focused.outerHTML.slice(0, 140), box, least };
  }, AROUND);

/** Takes the focus away for as long as `use` takes and gives it back. */
async function withoutFocus<Value>(page: Page, use: () => Promise<Value>): Promise<Value> {
  const focused = await page.evaluateHandle(() => {
    const element = document.activeElement as HTMLElement;
    element.blur();
    return element;
  });
  const value = await use();
  await focused.evaluate((element) => element.focus({ preventScroll: true }));
  await focused.dispose();
  return value;
}

/** The light of each value of a colour channel, 0 to 255, as WCAG has it. */
const lights = Float64Array.from({ length: 256 }, (_, channel) => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** Relative luminance of each pixel of a picture, as WCAG has it. */
async function luminances(picture: Buffer): Promise<Float64Array> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const light = (index: number): number => lights[data[index] ?? 0] ?? 0;
  return Float64Array.from({ length: info.width * info.height }, (_, pixel) => {
    const red = pixel * info.channels;
    return 0.2126 * light(red) + 0.7152 * light(red + 1) + 0.0722 * light(red + 2);
  });
}

/** The least contrast between a pixel with the focus and the same without it that counts as seen. */
const SEEN = 3;

/** How many pixels of two pictures of one place differ so that one sees it. */
async function changedPixels(one: Buffer, another: Buffer): Promise<number> {
  const [before, after] = await Promise.all([luminances(one), luminances(another)]);
  return before.reduce((count, luminance, index) => {
    const other = after[index] ?? luminance;
    const contrast = (Math.max(luminance, other) + 0.05) / (Math.min(luminance, other) + 0.05);
    return contrast >= SEEN ? count + 1 : count;
  }, 0);
}

/** Takes a picture of a part of the window. */
type Camera = (box: Box) => Promise<Buffer>;

/**
 * A camera for many pictures of a page, in which no caret blinks and nothing is on its way from now on. Playwright's own
 * pictures see to that each time anew, and end what hangs on scrolling as well, such as the way up to the top.
 */
async function cameraOf(page: Page): Promise<Camera> {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; caret-color: #0000 !important }');
    document.adoptedStyleSheets.push(still);
  });
  const browser = await page.context().newCDPSession(page);
  return async (box) => {
    const clip = { ...box, scale: 1 };
    const { data } = await browser.send('Page.captureScreenshot', { clip, optimizeForSpeed: true });
    return Buffer.from(data, 'base64');
  };
}

/** What is wrong with how the focus is painted where it stands; empty where nothing is. */
async function faultOfFocus(page: Page, { markup, box, least }: Focused, take: Camera): Promise<string> {
  if (box.width < 1 || box.height < 1) return `out of the window: ${markup}`;
  const withFocus = await take(box);
  const without = await withoutFocus(page, () => take(box));
  const changed = await changedPixels(withFocus, without);
  return changed >= least ? '' : `${changed} of at least ${least.toFixed()} pixels change: ${markup}`;
}

/**
 * Goes on by a key, as often as given or to the end of the page, and names what takes the focus and does not show it:
 * what looks the same around it without the focus.
 */
export async function hiddenFocus(page: Page, key: string, most: number): Promise<string[]> {
  const hidden: string[] = [];
  const take = await cameraOf(page);
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    const focused = await focusedNow(page);
    if (!focused) break;
    const fault = await faultOfFocus(page, focused, take);
    if (fault !== '') hidden.push(fault);
  }
  return hidden;
}
