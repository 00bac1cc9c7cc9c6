import type { APIRoute } from 'astro';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { ruleBook, situations } from '#content/publishing/site-rules.ts';
import { serviceSheets } from '#core/advisor/service-sheet.ts';

/** The sheet of service levels, of common interfaces. */
export const GET: APIRoute = async () =>
  new Response(
    await writeWorkbook(
      serviceSheets(
        situations.map(({ situation, profile }) => ({ name: situation, owner: '', profile, unsure: [] })),
        ruleBook,
      ),
    ),
  );
