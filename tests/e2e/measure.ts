import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What can be measured of a page as it stands; each measure lists what is wrong. */

/** What axe finds: everything in the first theme, and in a second one what hangs on colours. */
export async function violations(
  page: Page,
  within = 'html',
  themes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<string[]> {
  const found: string[] = [];
  for (const [place, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme });
    // Legacy mode spares a second page for results across frames, of which there are none, and halves the time.
    const axe = new AxeBuilder({ page })
      .include(within)
      .setLegacyMode()
      .options({ resultTypes: ['violations'] });
    const { violations: all } = await (place > 0
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe
    ).analyze();
    found.push(...all.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  return found;
}

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

/** What has the focus, where nothing of it can be seen; `end` where nothing has it. */
const unseenFocus = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const { activeElement: focused } = document;
    if (!focused || focused === document.body) return 'end';
    // A box or a button to tick is as good as its label.
    const target = focused.closest('label') ?? focused;
    const shares = [0.1, 0.5, 0.9];
    const points = [...target.getClientRects()].flatMap(({ x, y, width, height }) =>
      shares.flatMap((across) => shares.map((down) => ({ x: x + across * width, y: y + down * height }))),
    );
    return points.some((point) => target.contains(document.elementFromPoint(point.x, point.y)))
      ? ''
      : focused.outerHTML.slice(0, 140);
  });

/** Goes on by a key, as often as given or to the end of the page, and names what takes the focus unseen. */
export async function hiddenFocus(page: Page, key: string, most: number): Promise<string[]> {
  const hidden: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    const found = await unseenFocus(page);
    if (found === 'end') break;
    if (found !== '') hidden.push(found);
  }
  return hidden;
}
