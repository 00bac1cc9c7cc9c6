import type { APIRoute } from 'astro';
import { sampleProgramme } from '#content/publishing/site-inventory.ts';

/** The sample programme as a file, for whoever wants to see it in a spreadsheet first. */
export const GET: APIRoute = () => new Response(`\uFEFF${sampleProgramme}`);
