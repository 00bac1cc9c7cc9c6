import type { APIRoute } from 'astro';
import { templateRows } from '#apps/inventory/writing/template.ts';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';

/** An empty inventory to fill in, with three rows that show how. */
export const GET: APIRoute = () => new Response(writeCsv(templateRows()));
