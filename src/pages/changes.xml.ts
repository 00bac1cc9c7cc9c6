import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { changeAnchor, changeDescription } from '#content/publishing/changes.ts';
import { origin } from '#content/publishing/origin.ts';
import { library } from '#content/publishing/site.ts';
import { changeKinds } from '#content/schemas/change.ts';
import { siteName } from '#layouts/site-name.ts';

/** Feed of what `/changes/` shows. */
export const GET: APIRoute = () =>
  rss({
    title: `${siteName}: changes`,
    description: 'Answers added, revised and corrected, and changes to the advisor’s rules.',
    site: `${origin}/`,
    customData: '<language>en-GB</language>',
    items: library.changes.map((change) => ({
      title: change.title,
      description: changeDescription(change, library.sources),
      categories: [changeKinds[change.kind]],
      pubDate: new Date(`${change.date}T00:00:00Z`),
      link: `${origin}/changes/#${changeAnchor(change, library.changes)}`,
    })),
  });
