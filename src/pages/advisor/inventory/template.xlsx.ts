import type { APIRoute } from 'astro';
import { vocabulary } from '#content/site-inventory.ts';
import { ruleBook } from '#content/site-rules.ts';
import { templateNotes, templateRows } from '#inventory/template.ts';
import { writeWorkbook } from '#inventory/write-workbook.ts';

/** An empty inventory to fill in, with three rows that show how and a sheet that explains the columns. */
export const GET: APIRoute = async () =>
  new Response(
    await writeWorkbook([
      { name: 'Interfaces', rows: templateRows(), widths: [10, 32, 24, 16] },
      { name: 'Columns', rows: templateNotes(vocabulary, ruleBook), widths: [22, 24, 50, 90] },
    ]),
  );
