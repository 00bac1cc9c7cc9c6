/** The site's name, in titles, feeds and search engines. */
export const siteName = 'F&O Advisor';
