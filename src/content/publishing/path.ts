const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page for the place the site is deployed to, which may be a folder of its host. */
export const path = (address: string): string => `${base}${address}`;
