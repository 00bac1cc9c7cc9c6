import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import sirv from 'sirv';
import { baseFrom } from '#hosting/deployment.ts';
import { askEachTime, fileHeaders, mimeTypes, securityHeaders } from '#hosting/headers.ts';

function setFileHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(fileHeaders(path))) response.setHeader(name, value);
  const type = Object.entries(mimeTypes).find(([ending]) => path.endsWith(ending))?.[1];
  if (type) response.setHeader('Content-Type', type);
}

/**
 * Serves the built site as a host would: compressed, with the headers of `src/hosting/` and the 404 page.
 *
 * @param base folder of the host that the site was built for, as `BASE_PATH` says it
 */
export function siteServer(folder: string, base = ''): Server {
  const compress = compression() as unknown as (...args: [...Parameters<RequestListener>, () => void]) => void;
  const showMissing = (response: ServerResponse): void => {
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': askEachTime });
    response.end(readFileSync(join(folder, '404.html')));
  };
  const files = sirv(folder, {
    etag: true,
    setHeaders: setFileHeaders,
    onNoMatch: (_request, response) => showMissing(response),
  });

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) {
      // A browser that once saw this on localhost would refuse plain http there for two years.
      if (name !== 'Strict-Transport-Security') response.setHeader(name, value);
    }
    const address = request.url ?? '/';
    if (!address.startsWith(`${base}/`)) {
      showMissing(response);
      return;
    }
    request.url = address.slice(base.length);
    compress(request, response, () => files(request, response));
  });
}

function main(): void {
  const folder = process.env.SITE_FOLDER ?? 'dist';
  const port = Number(process.env.PORT ?? 4321);
  const base = baseFrom(process.env.BASE_PATH ?? '/');
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`There is no ${folder}/index.html to serve: run "npm run build" first, or "npm start" for both.`);
    process.exitCode = 1;
    return;
  }
  const server = siteServer(folder, base);
  server.on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? `port ${port} is taken; set PORT to another one` : error.message;
    console.error(`The site cannot be served: ${reason}.`);
    process.exitCode = 1;
  });
  server.listen(port, () => console.log(`The site is served at http://localhost:${port}${base}/ (Ctrl+C stops it)`));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
