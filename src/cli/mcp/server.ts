import { type CallToolResult, McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { fillFigures } from '#content/publishing/figures-text.ts';
import type { Desk } from './desk.ts';
import { InputError } from './interfaces.ts';
import { type DeskTool, readPage, tools } from './tools.ts';

const instructions =
  'Pattern selection and sourced answers for Dynamics 365 Finance & Operations. Ask recommend about one interface, and say what is not known as missing rather than guessing it: the verdict tells how certain it is and which answers are open. Cite a figure with its bound, its condition and its source.';

const failed = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true });

/** Runs a tool; what was sent wrongly comes back as a sentence that a caller can act on. */
async function callResult(tool: DeskTool, input: unknown, desk: () => Desk): Promise<CallToolResult> {
  try {
    const warnings: string[] = [];
    const answered = await tool.run(input, desk(), warnings);
    const isText = typeof answered === 'string';
    const texts = [isText ? answered : JSON.stringify(answered), ...warnings.map((warning) => `Warning: ${warning}`)];
    return {
      content: texts.map((text) => ({ type: 'text', text })),
      ...(!isText && { structuredContent: answered }),
    };
  } catch (error) {
    if (error instanceof InputError) return failed(`${tool.name}: ${error.message}`);
    throw error;
  }
}

/** A page of the site as a resource. */
interface PageKind {
  name: string;
  title: string;
  /** What stands between the scheme and the rest of the address. */
  template: string;
  /** All pages: the path that `readPage` takes, and what they are called. */
  pages: (desk: Desk) => { path: string; title: string; line: string }[];
}

const scheme = 'fno-advisor://';

const pageKinds: readonly PageKind[] = [
  {
    name: 'answers',
    title: 'Answers',
    template: `${scheme}{hub}/{slug}`,
    pages: ({ library }) =>
      library.answers.map(({ id, question, verdict }) => ({
        path: id,
        title: fillFigures(question, library.figures),
        line: fillFigures(verdict, library.figures),
      })),
  },
  {
    name: 'patterns',
    title: 'Integration patterns',
    template: `${scheme}patterns/{pattern}`,
    pages: ({ library }) =>
      library.patterns.map(({ id, name, verdict }) => ({
        path: `patterns/${id}`,
        title: name,
        line: fillFigures(verdict, library.figures),
      })),
  },
];

function readResource(uri: string, desk: Desk): string {
  try {
    return readPage(uri.slice(scheme.length), desk);
  } catch (error) {
    if (error instanceof InputError) throw new ResourceNotFoundError(uri, error.message);
    throw error;
  }
}

/**
 * The server of the Model Context Protocol: the advisor, the answers and the ledger as tools, the pages as resources.
 *
 * @param desk opens the data when something is first asked
 */
export function advisorServer(desk: () => Desk, version: string): McpServer {
  const server = new McpServer({ name: 'fno-pattern-advisor', version }, { instructions });
  for (const tool of tools) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      (input: unknown) => callResult(tool, input, desk),
    );
  }
  // Patterns come first, since the address of an answer would match theirs too.
  for (const { name, title, template, pages } of pageKinds.toReversed()) {
    const list = () => ({
      resources: pages(desk()).map((page) => ({
        uri: `${scheme}${page.path}`,
        name: page.path,
        title: page.title,
        description: page.line,
        mimeType: 'text/markdown',
      })),
    });
    server.registerResource(
      name,
      new ResourceTemplate(template, { list }),
      { title, mimeType: 'text/markdown' },
      (uri) => ({ contents: [{ uri: uri.href, mimeType: 'text/markdown', text: readResource(uri.href, desk()) }] }),
    );
  }
  return server;
}
