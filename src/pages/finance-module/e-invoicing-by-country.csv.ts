import type { APIRoute } from 'astro';
import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { eInvoicingRows } from '#content/publishing/e-invoicing-table.ts';
import { library } from '#content/publishing/site.ts';

/** The table of e-invoicing as a file, a line for each duty. */
export const GET: APIRoute = () => new Response(writeCsv(eInvoicingRows(library)));
