import type { APIRoute } from 'astro';
import { llmsIndex } from '#content/publishing/llms.ts';
import { origin } from '#content/publishing/origin.ts';
import { library } from '#content/publishing/site.ts';
import { siteName } from '#layouts/site-name.ts';

export const GET: APIRoute = () => new Response(llmsIndex(siteName, library, origin));
