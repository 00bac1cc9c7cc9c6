import type { APIRoute } from 'astro';
import { briefDocument } from '#apps/tools/writing/brief-document.ts';
import { origin } from '#content/publishing/origin.ts';
import { tools } from '#content/publishing/site-tools.ts';
import { exampleEntries, type Tool } from '#core/tools/tool.ts';

export const getStaticPaths = () =>
  tools.filter(({ brief }) => brief).map((tool) => ({ params: { tool: tool.id }, props: { tool } }));

/** The page of a tool for those who decide, with its worked example, as a Word document. */
export const GET: APIRoute<{ tool: Tool }> = async ({ props: { tool } }) =>
  new Response(await briefDocument(tool, exampleEntries(tool), `${origin}/tools/${tool.id}/`));
