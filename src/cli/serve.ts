import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import sirv from 'sirv';
import { immutableFolder, immutableHeaders, securityHeaders } from '#hosting/headers.ts';

/** Serves the built site as a host would: compressed, with the headers of `src/hosting/` and the 404 page. */
export function siteServer(folder: string): Server {
  const compress = compression() as unknown as (...args: [...Parameters<RequestListener>, () => void]) => void;
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      if (!path.startsWith(immutableFolder)) return;
      for (const [name, value] of Object.entries(immutableHeaders)) response.setHeader(name, value);
    },
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    },
  });

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) {
      // A browser that once saw this on localhost would refuse plain http there for two years.
      if (name !== 'Strict-Transport-Security') response.setHeader(name, value);
    }
    compress(request, response, () => files(request, response));
  });
}

function main(): void {
  const folder = 'dist';
  const port = Number(process.env.PORT ?? 4321);
  if (!existsSync(`${folder}/index.html`)) {
    console.error(`There is no ${folder}/index.html to serve: run "npm run build" first, or "npm start" for both.`);
    process.exitCode = 1;
    return;
  }
  const server = siteServer(folder);
  server.on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? `port ${port} is taken; set PORT to another one` : error.message;
    console.error(`The site cannot be served: ${reason}.`);
    process.exitCode = 1;
  });
  server.listen(port, () => console.log(`The site is served at http://localhost:${port}/ (Ctrl+C stops it)`));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
