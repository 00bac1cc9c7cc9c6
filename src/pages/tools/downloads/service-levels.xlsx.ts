import type { APIRoute } from 'astro';
import { writeWorkbook } from '#apps/inventory/writing/write-workbook.ts';
import { ruleBook } from '#content/publishing/site-rules.ts';
import { serviceSheets } from '#core/advisor/service-sheet.ts';

/** The sheet of service levels, to be filled in. */
export const GET: APIRoute = async () => new Response(await writeWorkbook(serviceSheets([], ruleBook)));
