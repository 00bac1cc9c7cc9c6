import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { endingsPage, endingText } from '#content/publishing/endings.ts';
import { origin } from '#content/publishing/origin.ts';
import { library } from '#content/publishing/site.ts';
import { endingKinds } from '#content/schemas/ending.ts';
import { siteName } from '#layouts/site-name.ts';

/** Feed of what `/ending/` shows, by the day on which each entry was last looked at. */
export const GET: APIRoute = () =>
  rss({
    title: `${siteName}: what is ending`,
    description: 'What stops, loses support or closes in and around Dynamics 365 Finance & Operations.',
    site: `${origin}/`,
    customData: '<language>en-GB</language>',
    items: library.endings
      .toSorted((a, b) => b.checked.localeCompare(a.checked))
      .map((ending) => ({
        title: `${ending.what}: ${endingText(ending)}`,
        description: `${ending.meaning} ${ending.advice}`,
        categories: [endingKinds[ending.kind]],
        pubDate: new Date(`${ending.checked}T00:00:00Z`),
        link: `${origin}${endingsPage}#${ending.id}`,
      })),
  });
