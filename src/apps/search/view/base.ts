/** Where the site is deployed on its host, without a slash at the end; empty at the top. */
export const base = import.meta.env.BASE_URL.replace(/\/$/, '');
