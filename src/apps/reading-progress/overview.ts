import { readAnswers } from './read-answers.ts';

/** Shows on the list of reading paths how much of each was read. */
function show(): void {
  const read = readAnswers();
  for (const card of document.querySelectorAll<HTMLElement>('[data-reading-path]')) {
    const steps = card.dataset.steps?.split(' ') ?? [];
    const count = steps.filter((id) => read.has(id)).length;
    const progress = card.querySelector('[data-progress]');
    if (progress) progress.textContent = count > 0 ? `, ${count} read` : '';
  }
}

show();
// A page that the browser kept while an answer was read comes back as it was.
window.addEventListener('pageshow', show);
