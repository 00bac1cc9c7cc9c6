import { readFileSync } from 'node:fs';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { deskOnDemand } from './mcp/desk.ts';
import { advisorServer } from './mcp/server.ts';
import { printable } from './printable.ts';

/**
 * `npm run --silent mcp`: a server of the Model Context Protocol over standard input and output, for editors and agents.
 * It reads `content/` and nothing else, and sends nothing anywhere. Standard output belongs to the protocol; whatever
 * goes wrong is said on standard error.
 */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const desk = deskOnDemand();
serveStdio(() => advisorServer(desk, version), {
  onerror: (error) => console.error(`mcp: ${printable(error.message)}`),
});
