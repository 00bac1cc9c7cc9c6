// Stands in every page, so it is small: it loads the palette once a visitor shows that they want it.
const opener = document.querySelector('[data-palette]');
const load = () => import(opener.dataset.palette);
const loadAhead = () => load().catch(() => {});
const open = (event) => {
  event.preventDefault();
  // The search page stands in for a palette that does not come, comes late, or is too much for the browser.
  const late = setTimeout(() => opener.submit(), 4000);
  load()
    .then((palette) => palette.openPalette())
    .catch(() => opener.submit())
    .finally(() => clearTimeout(late));
};
opener.addEventListener('submit', open);
opener.addEventListener('pointerenter', loadAhead, { once: true });
opener.addEventListener('focusin', loadAhead, { once: true });
addEventListener('keydown', (event) => {
  const isPlain = !event.shiftKey && !event.altKey;
  if ((event.ctrlKey || event.metaKey) && isPlain && event.key.toLowerCase() === 'k') open(event);
});
if (/Mac|iP/.test(navigator.platform)) opener.querySelector('kbd').textContent = '⌘ K';
