import type { APIRoute } from 'astro';
import { llmsIndex } from '#content/llms.ts';
import { origin } from '#content/origin.ts';
import { library } from '#content/site.ts';
import { siteName } from '#layouts/site-name.ts';

export const GET: APIRoute = () => new Response(llmsIndex(siteName, library, origin));
