/**
 * Shows what a mark stands for beside it: by hover, by focus and by touch. Without this script a mark is a link to the
 * list of sources or to the glossary; with it, a click with the mouse and Enter still are.
 */

/** Long enough that a pointer on its way elsewhere opens nothing. */
const REST_MS = 150;
/** Long enough to reach the note from its mark. */
const LEAVE_MS = 300;

let shown: { mark: HTMLElement; note: HTMLElement } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let isTouch = false;

const markAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null;

function hide(): void {
  clearTimeout(timer);
  if (shown?.note.matches(':popover-open')) shown.note.hidePopover();
  shown = undefined;
}

function show(mark: HTMLElement): void {
  clearTimeout(timer);
  const note = document.getElementById(`note-${mark.dataset.note}`);
  if (!note?.showPopover || (shown?.mark === mark && note.matches(':popover-open'))) return;
  hide();
  // Its mark as the source: the browser places the note beside it, and Tab goes from the mark into the note.
  note.showPopover({ source: mark });
  shown = { mark, note };
}

const isWithin = (target: EventTarget | null): boolean =>
  shown !== undefined && target instanceof Node && (shown.mark.contains(target) || shown.note.contains(target));

/** At 400 % zoom and on a small phone a note would cover what has the focus next; there a mark stays a link. */
const coversText = (): boolean => window.matchMedia('(max-width: 24rem)').matches;

document.addEventListener('pointerdown', ({ pointerType }) => {
  isTouch = pointerType === 'touch';
});
document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType === 'touch') return;
  const mark = markAt(target);
  if (mark || isWithin(target)) clearTimeout(timer);
  if (mark) timer = setTimeout(show, REST_MS, mark);
  else if (shown && !isWithin(target)) timer = setTimeout(hide, LEAVE_MS);
});
document.addEventListener('focusin', ({ target, relatedTarget }) => {
  const mark = markAt(target);
  // A note that closes while the focus is in it gives the focus back to its mark, which must not open it again.
  if (mark && mark === shown?.mark && isWithin(relatedTarget)) return;
  if (mark?.matches(':focus-visible') && !coversText()) show(mark);
  else if (shown && !isWithin(target)) hide();
});
document.addEventListener('click', (event) => {
  const mark = markAt(event.target);
  if (!mark) return;
  if (!isTouch) hide();
  else if (document.getElementById(`note-${mark.dataset.note}`)?.showPopover) {
    event.preventDefault();
    show(mark);
  }
});

export {};
