/** Where the site is deployed, its folder included, without a slash at the end: `https://host/folder`. */
export const origin = new URL(import.meta.env.BASE_URL, import.meta.env.SITE).href.replace(/\/$/, '');
