import { resolve } from 'node:path';
import { baseFrom } from '#build/hosting/deployment.ts';
import { nginxServer } from '#build/hosting/nginx.ts';
import { movedPages } from '#content/publishing/moved.ts';

/**
 * Prints a server block of nginx for the built site.
 *
 * @example npm run --silent nginx -- "443 ssl" > /etc/nginx/conf.d/site.conf
 */
const [listen = '80'] = process.argv.slice(2);
const base = baseFrom(process.env.BASE_PATH ?? '/');
const root = resolve('dist').replaceAll('\\', '/');
process.stdout.write(nginxServer({ listen, root, base, redirects: movedPages(process.cwd()), strictTransport: true }));
