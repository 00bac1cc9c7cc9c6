/**
 * The field above a hub's questions: a form that leads to the search page, and a filter once somebody goes to it. It
 * stands in every hub page, so what the filter works with is loaded only then.
 */
const field = document.querySelector<HTMLInputElement>('#hub-filter');

if (field) {
  const follow = () => void import('./hub-questions.ts').then(({ followHubFilter }) => followHubFilter(field));
  // Somebody may be in it before this runs.
  if (document.activeElement === field) follow();
  else field.addEventListener('focus', follow, { once: true });
}

export {};
