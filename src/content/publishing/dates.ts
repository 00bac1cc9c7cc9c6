const formats = {
  10: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  7: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const;

/** `2026-11-23` as people write it: 23 November 2026. */
export const dateText = (iso: string): string => formats[10].format(new Date(`${iso}T00:00:00Z`));

/** A day, a month or a year as people write it: `2026-11-23`, `2026-11` and `2026` as 23 November 2026, November 2026, 2026. */
export function momentText(moment: string): string {
  if (moment.length === 10) return dateText(moment);
  return moment.length === 7 ? formats[7].format(new Date(`${moment}-01T00:00:00Z`)) : moment;
}

/**
 * Whether a day, a month or a year is over on a day; the day itself is not, nor is the month or the year it lies in.
 *
 * @param today `YYYY-MM-DD`
 */
export const isOver = (moment: string, today: string): boolean => moment < today.slice(0, moment.length);

/** A day some days before another one, both `YYYY-MM-DD`. */
export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
