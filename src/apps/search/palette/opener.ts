/** Stands in every page, so it is small: it loads the palette once a visitor shows that they want it. */

const LATE_MS = 4000;

const searchForm = document.querySelector<HTMLFormElement>('[data-palette]');

function watch(form: HTMLFormElement): void {
  /** What was typed while the palette was on its way. */
  let typed = '';
  const load = (): Promise<typeof import('./palette.ts')> => import(/* @vite-ignore */ form.dataset.palette ?? '');
  const loadAhead = () => load().catch(() => undefined);
  const searchPage = () => form.submit();
  const showPalette = (event: Event) => {
    event.preventDefault();
    typed = '';
    // The search page stands in for a palette that does not come, comes late, or is too much for the browser.
    const late = setTimeout(searchPage, LATE_MS);
    load()
      .then(({ openPalette }) => openPalette(typed))
      .catch(searchPage)
      .finally(() => clearTimeout(late));
  };
  form.addEventListener('submit', showPalette);
  form.addEventListener('pointerenter', loadAhead, { once: true });
  form.addEventListener('focusin', loadAhead, { once: true });
  document.addEventListener('keydown', (event) => {
    const { key, shiftKey, altKey } = event;
    if (event.ctrlKey || event.metaKey) {
      if (!shiftKey && !altKey && key.toLowerCase() === 'k') showPalette(event);
    } else if (!key[1]) typed += key;
  });
  const keys = form.querySelector('kbd');
  if (keys && /Mac|iP/.test(navigator.platform)) keys.textContent = '⌘ K';
}

if (searchForm) watch(searchForm);

export {};
