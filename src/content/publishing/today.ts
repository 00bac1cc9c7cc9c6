/** The day on which the site is built, as `YYYY-MM-DD`; `SITE_DATE` sets another one. */
export const today = process.env.SITE_DATE ?? new Date().toISOString().slice(0, 10);
