// Stands in every page, so it is small: it loads the palette once a visitor shows that they want it.
const opener = document.querySelector('[data-palette]');
const load = () => import(opener.dataset.palette);
const open = (event) => {
  event.preventDefault();
  load().then(
    (palette) => palette.openPalette(),
    () => opener.submit(),
  );
};
opener.addEventListener('submit', open);
opener.addEventListener('pointerenter', load, { once: true });
opener.addEventListener('focusin', load, { once: true });
addEventListener('keydown', (event) => {
  const isPlain = !event.shiftKey && !event.altKey;
  if ((event.ctrlKey || event.metaKey) && isPlain && event.key.toLowerCase() === 'k') open(event);
});
if (/Mac|iP/.test(navigator.platform)) opener.querySelector('kbd').textContent = '⌘ K';
