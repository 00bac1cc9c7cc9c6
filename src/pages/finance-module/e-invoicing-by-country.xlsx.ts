import type { APIRoute } from 'astro';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { eInvoicingNotice, eInvoicingRows } from '#content/publishing/e-invoicing-table.ts';
import { origin } from '#content/publishing/origin.ts';
import { library } from '#content/publishing/site.ts';
import { today } from '#content/publishing/today.ts';

/** The table of e-invoicing as a workbook, with a sheet that says how far it can be relied on. */
export const GET: APIRoute = async () =>
  new Response(
    await writeWorkbook([
      { name: 'E-invoicing', rows: eInvoicingRows(library), widths: [18, 6, 40, 18, 12, 30, 40, 40, 7, 30, 30, 40] },
      { name: 'About', rows: [['About this table'], [eInvoicingNotice(today)], [origin]], widths: [90] },
    ]),
  );
