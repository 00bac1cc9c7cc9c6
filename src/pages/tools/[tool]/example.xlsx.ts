import type { APIRoute } from 'astro';
import { writeToolWorkbook } from '#apps/tools/writing/write-tool-workbook.ts';
import { origin } from '#content/publishing/origin.ts';
import { tools } from '#content/publishing/site-tools.ts';
import { exampleEntries, type Tool } from '#core/tools/tool.ts';

export const getStaticPaths = () => tools.map((tool) => ({ params: { tool: tool.id }, props: { tool } }));

/** The workbook of a tool with its worked example. */
export const GET: APIRoute<{ tool: Tool }> = async ({ props: { tool } }) =>
  new Response(
    await writeToolWorkbook(tool, exampleEntries(tool), {
      address: `${origin}/tools/${tool.id}/`,
      answerAddress: (id) => `${origin}/${id}/`,
    }),
  );
