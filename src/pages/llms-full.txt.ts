import type { APIRoute } from 'astro';
import { llmsFull } from '#content/publishing/llms.ts';
import { origin } from '#content/publishing/origin.ts';
import { library } from '#content/publishing/site.ts';
import { siteName } from '#layouts/site-name.ts';

export const GET: APIRoute = () => new Response(llmsFull(siteName, library, origin));
