import { readFileSync, type Stats } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import compression from 'compression';
import send from 'send';
import { askEachTime, fileHeaders, mimeTypes, securityHeaders } from '#build/hosting/headers.ts';

const methods: readonly string[] = ['GET', 'HEAD'];

/** Headers that describe a file, which a response in its place must not carry. */
const ofFiles: readonly string[] = ['Accept-Ranges', 'Cache-Control', 'Content-Length', 'ETag', 'Last-Modified'];

function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) {
    // A browser that once saw this on localhost would refuse plain http there for two years.
    if (name !== 'Strict-Transport-Security') response.setHeader(name, value);
  }
}

/** @param path below the site's folder, with a slash in front */
function setFileHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(fileHeaders(path))) response.setHeader(name, value);
  const type = Object.entries(mimeTypes).find(([ending]) => path.endsWith(ending))?.[1];
  if (type) response.setHeader('Content-Type', type);
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ofFiles) response.removeHeader(name);
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': askEachTime });
  response.end(body);
}

const sentences: Readonly<Record<number, string>> = {
  400: 'This request is not well formed.',
  405: 'Pages can only be read here: use GET or HEAD.',
  412: 'The file is not as this request expects it.',
  416: 'The file has no such part.',
};

const say = (response: ServerResponse, status: number): void =>
  answer(
    response,
    status,
    'text/plain; charset=utf-8',
    `${sentences[status] ?? 'The server failed at this request.'}\n`,
  );

/** Path and query as the browser sent them, also where a proxy sends the whole address. */
function addressOf(request: IncomingMessage): URL {
  // Two slashes in front would make a host of what follows them.
  const sent = (request.url ?? '/').replace(/^[/\\]+/, '/');
  const address = new URL(sent, 'http://localhost');
  decodeURIComponent(address.pathname);
  return address;
}

/** The address of a request, or nothing where it cannot be read. */
function readAddress(request: IncomingMessage): URL | undefined {
  try {
    return addressOf(request);
  } catch {
    return undefined;
  }
}

/** Whether more bytes are asked for from the end than there are: the whole file, says RFC 9110; too much, says `send`. */
const asksForAll = (range = '', size: number): boolean =>
  size > 0 && Number(/^bytes=-(\d+)$/.exec(range)?.[1] ?? 0) >= size;

/**
 * Answers requests for the built site as a host would: compressed, with the headers of `src/build/hosting/`, redirects to the
 * slash at the end, and the 404 page. Files, parts of files and what was kept are the business of `send`.
 *
 * @param base folder of the host that the site was built for, as `BASE_PATH` says it
 */
export function siteHandler(folder: string, base = ''): RequestListener {
  const root = resolve(folder);
  const compress = compression({
    // A part of a file is a part of what is on disk, not of what it would be compressed to.
    filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response),
  }) as unknown as (...args: [...Parameters<RequestListener>, () => void]) => void;

  const showMissing = (response: ServerResponse): void =>
    answer(response, 404, 'text/html; charset=utf-8', readFileSync(join(root, '404.html')));

  function fail(response: ServerResponse, status: number): void {
    // What may not be read is not there for whoever asks.
    if (status === 403 || status === 404) showMissing(response);
    else say(response, status);
  }

  function sendFile(request: IncomingMessage, response: ServerResponse, { pathname, search }: URL): void {
    send(request, pathname.slice(base.length), { root, cacheControl: false })
      .on('headers', (_response: ServerResponse, file: string) =>
        setFileHeaders(response, `/${relative(root, file).replaceAll(sep, '/')}`),
      )
      .on('file', (_path: string, { size }: Stats) => {
        if (asksForAll(request.headers.range, size)) delete request.headers.range;
      })
      .on('directory', () => {
        const path = pathname.slice(base.length).replace(/^\/+/, '');
        response.setHeader('Location', `${base}/${path}/${search}`);
        answer(response, 301, 'text/plain; charset=utf-8', 'This page has a slash at the end of its address.\n');
      })
      .on('error', ({ status }: { status?: number }) => attempt(response, () => fail(response, status ?? 500)))
      .pipe(response);
  }

  function respond(request: IncomingMessage, response: ServerResponse): void {
    setSecurityHeaders(response);
    if (!methods.includes(request.method ?? '')) {
      response.setHeader('Allow', methods.join(', '));
      say(response, 405);
      return;
    }
    // Parts are defined for GET alone.
    if (request.method === 'HEAD') delete request.headers.range;
    const address = readAddress(request);
    if (!address) say(response, 400);
    else if (!address.pathname.startsWith(`${base}/`)) showMissing(response);
    else compress(request, response, () => sendFile(request, response, address));
  }

  return (request, response) => attempt(response, () => respond(request, response));
}

/** Whatever goes wrong over one request is the end of that request and of nothing else. */
function attempt(response: ServerResponse, respond: () => void): void {
  try {
    respond();
  } catch (error) {
    console.error(error);
    say(response, 500);
  }
}

/** A server of the built site that listens nowhere yet; see {@link siteHandler}. */
export const siteServer = (folder: string, base = ''): Server => createServer(siteHandler(folder, base));
