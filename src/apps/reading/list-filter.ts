/**
 * Leaves of a long list the entries that hold every word typed. An entry is marked `data-entry`, and what holds several
 * of them `data-entries`: it goes when none of its own is left.
 */

const form = document.querySelector<HTMLFormElement>('[data-list-filter]');

/** Words as they are compared: without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function watch(list: HTMLFormElement): void {
  const field = list.querySelector('input');
  const status = list.querySelector('[role="status"]');
  const things = list.dataset.listFilter;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
  const groups = [...document.querySelectorAll<HTMLElement>('[data-entries]')];
  let texts: readonly string[] | undefined;

  const filter = (): void => {
    texts ??= entries.map(({ textContent }) => plain(textContent ?? ''));
    const words = plain(field?.value ?? '')
      .split(/\s+/)
      .filter(Boolean);
    for (const [index, entry] of entries.entries()) {
      entry.hidden = !words.every((word) => texts?.[index]?.includes(word));
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-entry]:not([hidden])');
    const shown = entries.filter(({ hidden }) => !hidden).length;
    if (status) status.textContent = words.length === 0 ? '' : `${shown} of ${entries.length} ${things}`;
  };

  list.addEventListener('submit', (event) => event.preventDefault());
  field?.addEventListener('input', filter);
  // What leads to an entry has to find it.
  addEventListener('hashchange', () => {
    if (!field || field.value === '' || !document.querySelector(':target')?.closest('[hidden]')) return;
    field.value = '';
    filter();
    document.querySelector(':target')?.scrollIntoView();
  });
}

if (form) watch(form);

export {};
