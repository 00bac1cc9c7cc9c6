import { type Ending, endingKinds } from '#content/schemas/ending.ts';
import { calendarFile } from './calendar.ts';
import { isOver, momentText } from './dates.ts';

/** Where what ends is listed. */
export const endingsPage = '/ending/';

/** Whether something has ended by that day, `YYYY-MM-DD`; what has no date has not. */
export const isPast = ({ on }: Pick<Ending, 'on'>, today: string): boolean => on !== 'unknown' && isOver(on, today);

/** The date as far as it is known: `30 November 2026`, `2026`, `no date announced`. */
export const endingDate = ({ on }: Pick<Ending, 'on'>): string =>
  on === 'unknown' ? 'no date announced' : momentText(on);

/** What happens and when, without a full stop: `End on 30 November 2026`, `Successor advised; no date announced`. */
export function endingText({ kind, on }: Pick<Ending, 'kind' | 'on'>): string {
  if (on === 'unknown') return `${endingKinds[kind]}; ${endingDate({ on })}`;
  return `${endingKinds[kind]} ${on.length === 10 ? 'on' : 'in'} ${endingDate({ on })}`;
}

/** What an answer has to show: everything that it depends on, but what is over for more than a year. */
export function endingsFor(answer: string, endings: readonly Ending[], today: string): Ending[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return endings.filter((ending) => ending.answers.includes(answer) && !isPast(ending, yearAgo));
}

/** Endings as they are read: what lies ahead with the nearest first, what has no date, and what is past with the latest first. */
export function endingGroups(
  endings: readonly Ending[],
  today: string,
): Readonly<Record<'ahead' | 'undated' | 'past', Ending[]>> {
  const dated = endings.filter(({ on }) => on !== 'unknown');
  return {
    ahead: dated.filter((ending) => !isPast(ending, today)),
    undated: endings.filter(({ on }) => on === 'unknown'),
    past: dated.filter((ending) => isPast(ending, today)).reverse(),
  };
}

/**
 * A calendar of the endings whose day is known; those of which only a month or a year is known have no place in it.
 *
 * @param origin address of the site, without a slash at its end
 */
export function endingsCalendar(endings: readonly Ending[], siteName: string, origin: string): string {
  const days = endings
    .filter(({ on }) => on.length === 10)
    .map(({ id, what, kind, on, meaning, advice, checked }) => ({
      uid: `${id}@${new URL(origin).host}`,
      day: on,
      summary: `${what}: ${endingKinds[kind].toLowerCase()}`,
      description: `${meaning} ${advice}`,
      url: `${origin}${endingsPage}#${id}`,
      changed: checked,
    }));
  return calendarFile(`What is ending (${siteName})`, siteName, days);
}
