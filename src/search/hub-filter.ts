/**
 * The field above a hub's questions: a form that leads to the search page, and a filter once somebody goes to it. It
 * stands in every hub page, so what the filter works with is loaded only then.
 */
const field = document.querySelector<HTMLInputElement>('#hub-filter');

field?.addEventListener(
  'focus',
  () => void import('./hub-questions.ts').then(({ followHubFilter }) => followHubFilter(field)),
  { once: true },
);

export {};
