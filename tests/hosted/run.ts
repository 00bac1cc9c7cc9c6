import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nginxServer } from '#build/hosting/nginx.ts';
import { movedPages } from '#content/publishing/moved.ts';
import { SERVER_MS } from '#tests/support/patience.ts';

/** `npm run test:hosted`: the browser tests against the built site as nginx serves it, with the headers of all hosts. */

const folder = resolve('.cache/nginx');
const port = Number(process.env.TEST_PORT ?? 4398);
const origin = `http://localhost:${port}`;

/** An address that has moved, whether or not one of the site's has. */
const moved = { from: '/moved-for-this-test/', to: '/integration/which-pattern/' };

const isThere = (command: string): boolean => spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined;

/** A configuration that keeps everything nginx writes below one folder and needs no rights. */
function configuration(): string {
  const redirects = [...movedPages(process.cwd()), moved];
  const site = { listen: String(port), root: resolve('dist'), base: '', redirects, strictTransport: false };
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/tmp;`,
  );
  return [
    'daemon off;',
    'worker_processes 1;',
    process.getuid?.() === 0 ? 'user root;' : '',
    `pid ${folder}/nginx.pid;`,
    `error_log ${folder}/error.log;`,
    `events { worker_connections 256; }`,
    `http {`,
    'access_log off;',
    ...scratch,
    nginxServer(site),
    '}',
  ].join('\n');
}

async function answers(deadline: number): Promise<boolean> {
  while (Date.now() < deadline) {
    const response = await fetch(origin).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}

/** @throws {Error} when an address that has moved does not lead on, or leads on without the headers of all responses */
async function checkRedirect(): Promise<void> {
  const { status, headers } = await fetch(origin + moved.from, { redirect: 'manual' });
  const to = headers.get('location');
  if (status !== 301 || to !== moved.to) throw new Error(`${moved.from} answers ${status} and leads to ${to}`);
  const policy = headers.get('content-security-policy');
  if (policy !== "frame-ancestors 'none'") throw new Error(`${moved.from} comes with the policy ${policy}`);
  console.log(`${moved.from} leads to ${to} (${status})`);
}

function startNginx(): ChildProcess {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration());
  return spawn('nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', file], { stdio: 'inherit' });
}

async function main(): Promise<number> {
  if (!existsSync('dist/index.html')) {
    console.error('There is no built site: run "npm run build" first.');
    return 1;
  }
  if (!isThere('nginx')) {
    console.log('skipped: nginx is not installed (Debian: apt-get install nginx-light)');
    return 0;
  }
  const nginx = startNginx();
  try {
    if (!(await answers(Date.now() + SERVER_MS))) throw new Error(`nginx does not answer; see ${folder}/error.log`);
    await checkRedirect();
    const playwright = join('node_modules', '@playwright/test/cli.js');
    const { status } = spawnSync(
      process.execPath,
      [playwright, 'test', '--config', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)],
      { stdio: 'inherit', env: { ...process.env, BASE_URL: origin } },
    );
    return status ?? 1;
  } finally {
    nginx.kill();
  }
}

process.exitCode = await main();
