import type { APIRoute } from 'astro';
import { endingsCalendar } from '#content/publishing/endings.ts';
import { origin } from '#content/publishing/origin.ts';
import { library } from '#content/publishing/site.ts';
import { siteName } from '#layouts/site-name.ts';

/** Calendar of what `/ending/` shows, to be subscribed to. */
export const GET: APIRoute = () =>
  new Response(endingsCalendar(library.endings, siteName, origin), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
