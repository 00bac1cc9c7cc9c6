/** Where the site is deployed, its folder included, without a slash at the end: `https://host/folder`. */
export const origin = new URL(import.meta.env.BASE_URL, import.meta.env.SITE).href.replace(/\/$/, '');

/** An ordinary web search of this site alone; only a site whose address is known can be searched so. */
export const webSearch = process.env.SITE_URL
  ? `https://duckduckgo.com/?${new URLSearchParams({ q: `site:${origin.replace(/^https?:\/\//, '')}` })}`
  : undefined;
