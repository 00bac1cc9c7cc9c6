import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { keptMarkdown } from '#content/publishing/kept-markdown.ts';
import { llmsFull } from '#content/publishing/llms.ts';
import { origin } from '#content/publishing/origin.ts';
import { keyOfPage } from '#content/publishing/page-key.ts';
import { library } from '#content/publishing/site.ts';
import { siteName } from '#layouts/site-name.ts';

const file = join(import.meta.env.KEPT, 'markdown.v8');

export const GET: APIRoute = () =>
  new Response(llmsFull(siteName, library, keptMarkdown(library, origin, file, keyOfPage())));
