import type { Deployment } from './deployment.ts';
import { askEachTime, cacheRules, mimeTypes, securityHeaders } from './headers.ts';

/** `staticwebapp.config.json` of Azure Static Web Apps. */
export const staticWebAppConfig = ({ base, redirects }: Deployment) => ({
  globalHeaders: { ...securityHeaders, 'Cache-Control': askEachTime },
  routes: [
    ...redirects.map(({ from, to }) => ({ route: base + from, redirect: base + to, statusCode: 301 })),
    ...cacheRules.map(({ folder, caching }) => ({
      route: `${base}${folder}*`,
      headers: { 'Cache-Control': caching },
    })),
  ],
  responseOverrides: { '404': { rewrite: `${base}/404.html`, statusCode: 404 } },
  mimeTypes,
  trailingSlash: 'always',
});
