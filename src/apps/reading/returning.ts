import { keepVisits, type LastRead, lastRead, mayKeep, noteVisit } from './visits.ts';

/** Shows who comes back what has changed since, and where they stopped. */

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const counted = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;

/** How many changes there were on the day of the last visit and after it. */
function changesSince(since: number, list: string): number {
  const day = new Date(since).toISOString().slice(0, 10);
  return list
    .split(' ')
    .map((entry) => entry.split('='))
    .filter(([on = '']) => on > day)
    .reduce((sum, [, count]) => sum + Number(count), 0);
}

function showNews(block: HTMLElement, before: number | undefined): boolean {
  const news = block.querySelector<HTMLElement>('[data-news]');
  const link = news?.querySelector('a');
  if (!news || !link || before === undefined) return false;
  const count = changesSince(before, block.dataset.changes ?? '');
  link.textContent = `${count === 0 ? 'Nothing has changed' : counted(count)} since your last visit on ${date.format(before)}`;
  news.hidden = false;
  return true;
}

function showLast(block: HTMLElement, last: LastRead | undefined): boolean {
  const line = block.querySelector<HTMLElement>('[data-last]');
  const link = line?.querySelector('a');
  if (!line || !link || !last) return false;
  link.href = last.path;
  link.textContent = last.title;
  line.hidden = false;
  return true;
}

/**
 * Ids of the answers that were marked as read. The pages of reading paths keep them; read here again, because a module
 * that both load would be one more request of the front page.
 */
function markedAsRead(): ReadonlySet<unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('answers-read') ?? '[]');
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set();
  }
}

/** Reading paths of which some answers are marked as read, and not all. */
function showBegun(block: HTMLElement): boolean {
  const read = markedAsRead();
  const begun = [...block.querySelectorAll<HTMLElement>('[data-begun]')].filter((line) => {
    const steps = line.dataset.begun?.split(' ') ?? [];
    const count = steps.filter((id) => read.has(id)).length;
    const said = line.querySelector('span');
    if (said) said.textContent = `${count} of ${steps.length} read`;
    line.hidden = count === 0 || count === steps.length;
    return !line.hidden;
  });
  return begun.length > 0;
}

const block = document.querySelector<HTMLElement>('[data-returning]');
if (block) {
  const shown = [showNews(block, noteVisit(Date.now())), showLast(block, lastRead()), showBegun(block)];
  block.hidden = !shown.includes(true) && block.dataset.always === undefined;
  const button = block.querySelector<HTMLButtonElement>('[data-forget-visits]');
  const nameButton = (): void => {
    if (button) button.textContent = mayKeep() ? 'Do not remember my visits' : 'Remember my visits';
  };
  button?.addEventListener('click', () => {
    keepVisits(!mayKeep());
    nameButton();
    for (const line of block.querySelectorAll<HTMLElement>('[data-news], [data-last]')) line.hidden = true;
  });
  nameButton();
}
