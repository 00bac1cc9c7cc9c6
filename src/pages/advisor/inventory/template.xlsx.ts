import type { APIRoute } from 'astro';
import { templateNotes, templateRows } from '#apps/inventory/writing/template.ts';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { vocabulary } from '#content/publishing/site-inventory.ts';
import { ruleBook } from '#content/publishing/site-rules.ts';

/** An empty inventory to fill in, with three rows that show how and a sheet that explains the columns. */
export const GET: APIRoute = async () =>
  new Response(
    await writeWorkbook([
      { name: 'Interfaces', rows: templateRows(), widths: [10, 32, 24, 16] },
      { name: 'Columns', rows: templateNotes(vocabulary, ruleBook), widths: [22, 24, 50, 90] },
    ]),
  );
