import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withPolicy } from '#build/hosting/page-policy.ts';
import { siteServer } from '#cli/site-server.ts';
import { dist } from './pages.ts';

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function change(file: string, edit: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after !== before) writeFileSync(file, after);
}

const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/;

/** A page whose scripts were edited needs a policy that knows them. */
const withNewPolicy = (html: string): string =>
  withPolicy(html.replace(policy, ''), policy.exec(html)?.[1]?.includes('wasm-unsafe-eval') ?? false);

/** A copy of the built site that a test may serve, cut off and turn into a later build. */
export class SiteCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'fno-copy-'));
  private server: Server | undefined;
  private port = 0;

  constructor() {
    cpSync(dist, this.folder, { recursive: true });
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Serves what the folder holds now, always at the same address. */
  async serve(): Promise<void> {
    this.server = siteServer(this.folder);
    await new Promise<void>((resolve) => this.server?.listen(this.port, resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Refuses every connection from now on. */
  async cutOff(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  /** Deploys what another build would have made: new names for scripts, a new worker, and `mark` in every heading. */
  async deployLaterBuild(mark: string): Promise<void> {
    await this.cutOff();
    const scripts = readdirSync(join(this.folder, '_astro')).filter((name) => name.endsWith('.js'));
    const renamed = (text: string): string =>
      scripts.reduce((all, name) => all.replaceAll(name, name.replace(/\.js$/, 'N.js')), text);
    const build =
      /<meta name="build" content="(\w+)">/.exec(readFileSync(join(this.folder, 'index.html'), 'utf8'))?.[1] ?? '';
    const edit = (text: string): string => renamed(text).replaceAll(build, 'later000');
    for (const file of files(this.folder)) {
      if (file.endsWith('.html')) {
        change(file, (html) => withNewPolicy(edit(html).replace(/(<h1[^>]*>)/, `$1${mark} `)));
      } else if (file.endsWith('sw.js')) {
        change(file, (text) => edit(text).replace(/revision:`(\w+)`/g, 'revision:`$1n`'));
      } else if (file.endsWith('.js')) change(file, edit);
    }
    for (const name of scripts) {
      renameSync(join(this.folder, '_astro', name), join(this.folder, '_astro', name.replace(/\.js$/, 'N.js')));
    }
    change(join(this.folder, 'sw.js'), (text) =>
      text.replace(
        /(url:`([^`]*)`,revision:[^,}]*,integrity:`)[^`]*/g,
        (_entry, before: string, url: string) => before + this.integrityOf(url),
      ),
    );
    await this.serve();
  }

  private integrityOf(url: string): string {
    return `sha256-${createHash('sha256')
      .update(readFileSync(join(this.folder, url)))
      .digest('base64')}`;
  }

  async remove(): Promise<void> {
    await this.cutOff();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
