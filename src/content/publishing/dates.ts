const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11-23` as people write it: 23 November 2026. */
export const dateText = (iso: string): string => long.format(new Date(`${iso}T00:00:00Z`));
