import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { listenLocally } from '#cli/listen-locally.ts';

const folder = mkdtempSync(join(tmpdir(), 'fno-served-'));
writeFileSync(join(folder, 'index.html'), '<p>Read me.</p>');
writeFileSync(join(folder, '404.html'), '<p>Not here.</p>');

const started: ChildProcess[] = [];

afterEach(() => {
  for (const process of started.splice(0)) process.kill();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the server as `npm run preview` does. */
function serve(port: number | string): { server: ChildProcess; said: () => string } {
  let said = '';
  const server = spawn(process.execPath, ['src/cli/serve.ts'], {
    env: { ...process.env, PORT: String(port), SITE_FOLDER: folder, BASE_PATH: '/' },
  });
  started.push(server);
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (part) => {
      said += part;
    });
  }
  return { server, said: () => said };
}

async function freePort(): Promise<number> {
  const servers = await listenLocally(() => undefined, 0);
  servers.close();
  return servers.port;
}

const isAnswered = (host: string, port: number): Promise<boolean> =>
  fetch(`http://${host}:${port}/`).then(
    ({ ok }) => ok,
    () => false,
  );

test('it is reached as localhost by either name of this machine, and not from elsewhere', async () => {
  const port = await freePort();
  const { said } = serve(port);
  await expect.poll(said, { timeout: 60_000 }).toContain(`http://localhost:${port}/`);
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const isThere = (family: string): boolean => own.some(({ internal, family: of }) => internal && of === family);
  expect(await isAnswered('127.0.0.1', port)).toBe(isThere('IPv4'));
  expect(await isAnswered('[::1]', port)).toBe(isThere('IPv6'));
  const outside = own.filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside) expect(await isAnswered(address, port), address).toBe(false);
});

test.each(['127.0.0.1', '::1'])('a port that is taken at %s is said, with what to do', async (host) => {
  const other = createServer();
  other.listen(0, host);
  const isThere = await Promise.race([
    once(other, 'listening').then(() => true),
    once(other, 'error').then(() => false),
  ]);
  if (!isThere) return;
  const { port } = other.address() as AddressInfo;
  const { server, said } = serve(port);
  const [code] = await once(server, 'close');
  other.close();
  expect(code).toBe(1);
  expect(said().trim()).toBe(
    `Another program already uses port ${port}. Set the environment variable PORT to another number, such as 4322, and start again.`,
  );
});

test.each(['', 'abc', '0', '-1', '70000', '43.5'])('PORT "%s" is refused, with what is allowed', async (port) => {
  const { server, said } = serve(port);
  const [code] = await once(server, 'close');
  expect(code).toBe(1);
  expect(said().trim()).toBe(`PORT is "${port}", but it has to be a whole number from 1 to 65535, such as 4322.`);
});
