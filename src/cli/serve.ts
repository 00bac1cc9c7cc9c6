import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseFrom } from '#build/hosting/deployment.ts';
import { listenLocally } from './listen-locally.ts';
import { siteHandler } from './site-server.ts';

/** `npm run preview`, and the second half of `npm start`: shows the built site on this machine, and to no other. */

const USUAL_PORT = '4321';

const anotherPort = 'Set the environment variable PORT to another number, such as 4322, and start again.';

const readPort = (text: string): number | undefined => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
};

function reasonOf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') return `Another program already uses port ${port}. ${anotherPort}`;
  if (error.code === 'EACCES') return `This system does not let you use port ${port}. ${anotherPort}`;
  return `The site cannot be served: ${error.message}`;
}

async function main(): Promise<number> {
  const folder = process.env.SITE_FOLDER ?? 'dist';
  const base = baseFrom(process.env.BASE_PATH ?? '/');
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`There is no ${folder}/index.html to serve: run "npm run build" first, or "npm start" for both.`);
    return 1;
  }
  const asked = process.env.PORT ?? USUAL_PORT;
  const port = readPort(asked);
  if (port === undefined) {
    console.error(`PORT is "${asked}", but it has to be a whole number from 1 to 65535, such as 4322.`);
    return 1;
  }
  try {
    await listenLocally(siteHandler(folder, base), port);
  } catch (error) {
    console.error(reasonOf(error as NodeJS.ErrnoException, port));
    return 1;
  }
  console.log(`The site is served at http://localhost:${port}${base}/ (Ctrl+C stops it)`);
  return 0;
}

process.exitCode = await main();
