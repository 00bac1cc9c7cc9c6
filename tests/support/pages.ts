import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';

/** A built page. */
export interface BuiltPage {
  /** Its address, such as `/integration/`. */
  address: string;
  html: string;
  root: HTMLElement;
}

export const dist = 'dist';

/** Every HTML page of the built site. */
export function builtPages(): BuiltPage[] {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no built site: run "npm run build" first');
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      const address = posix.join('/', file.replace(/index\.html$/, ''));
      return { address, html, root: parse(html, { comment: false }) };
    });
}
