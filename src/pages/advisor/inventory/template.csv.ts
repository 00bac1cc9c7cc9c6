import type { APIRoute } from 'astro';
import { templateRows } from '#inventory/template.ts';
import { writeCsv } from '#inventory/write-csv.ts';

/** An empty inventory to fill in, with three rows that show how. */
export const GET: APIRoute = () => new Response(writeCsv(templateRows()));
