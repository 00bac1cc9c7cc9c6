/** Marks in the list of contents which section is being read. */

/** Share of the window's height above which a heading counts as begun. */
const READING_LINE = 0.35;

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));

function mark(): void {
  const line = innerHeight * READING_LINE;
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const begun = headings.findLastIndex((heading) => (heading?.getBoundingClientRect().top ?? Infinity) < line);
  const current = isAtEnd ? links.length - 1 : begun;
  for (const [index, link] of links.entries()) {
    if (index === current) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

let isDue = false;
if (links.length > 0) {
  addEventListener(
    'scroll',
    () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

export {};
