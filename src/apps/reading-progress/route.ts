import { keepRead, readAnswers } from './read-answers.ts';

/** Lets a reader tick the answers of a reading path: only they know what they have read. */

interface Step {
  id: string;
  box: HTMLInputElement;
}

const status = document.querySelector('[data-progress]');
const again = document.querySelector<HTMLButtonElement>('[data-forget]');

const steps: readonly Step[] = [...document.querySelectorAll<HTMLElement>('[data-step]')].flatMap((item) => {
  const box = item.querySelector('input');
  return box && item.dataset.step ? [{ id: item.dataset.step, box }] : [];
});

function say(isKept: boolean): void {
  const count = steps.filter(({ box }) => box.checked).length;
  if (status) {
    status.textContent =
      `${count} of ${steps.length} read` +
      (isKept ? '' : ' (this browser keeps nothing: it is forgotten when you leave)');
  }
  if (again) again.hidden = count === 0;
}

function restore(): void {
  const read = readAnswers();
  for (const { id, box } of steps) box.checked = read.has(id);
  say(true);
}

for (const { id, box } of steps) {
  box.closest('label')?.removeAttribute('hidden');
  box.addEventListener('change', () => say(keepRead([id], box.checked)));
}
again?.addEventListener('click', () => {
  for (const { box } of steps) box.checked = false;
  say(
    keepRead(
      steps.map(({ id }) => id),
      false,
    ),
  );
});
restore();
// A page that the browser kept while an answer was read comes back as it was.
window.addEventListener('pageshow', restore);
