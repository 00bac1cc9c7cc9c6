/** Stands in every hub page, so it is small: it loads the filter once somebody is in the field, or was before it ran. */

const field = document.querySelector<HTMLInputElement>('#hub-filter');

function watch(input: HTMLInputElement): void {
  const load = (): Promise<typeof import('./hub-filter.ts')> => import(/* @vite-ignore */ input.dataset.filter ?? '');
  const follow = () =>
    load().then(
      ({ followHubFilter }) => followHubFilter(input),
      () => undefined,
    );
  if (document.activeElement === input) follow();
  else input.addEventListener('focus', follow, { once: true });
}

if (field) watch(field);

export {};
