import type { APIRoute } from 'astro';
import { llmsFull } from '#content/llms.ts';
import { origin } from '#content/origin.ts';
import { library } from '#content/site.ts';
import { siteName } from '#layouts/site-name.ts';

export const GET: APIRoute = () => new Response(llmsFull(siteName, library, origin));
