import type { APIRoute } from 'astro';
import { path } from '#content/publishing/path.ts';
import { siteName } from '#layouts/site-name.ts';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: path(`/icons/${purpose}-${size}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const shortcut = (name: string, address: string) => ({ name, url: path(address) });

/** What a browser needs to know to install the site. */
const manifest = {
  id: path('/'),
  name: siteName,
  description: 'Positions on Dynamics 365 Finance & Operations, and an advisor for integration patterns.',
  lang: 'en-GB',
  start_url: path('/'),
  scope: path('/'),
  display: 'minimal-ui',
  background_color: '#fdfcf9',
  theme_color: '#fdfcf9',
  icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  shortcuts: [shortcut('Advisor', '/advisor/'), shortcut('Patterns', '/patterns/'), shortcut('Search', '/search/')],
};

export const GET: APIRoute = () => new Response(JSON.stringify(manifest));
