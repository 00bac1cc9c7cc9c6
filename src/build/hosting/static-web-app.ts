import type { Deployment } from './deployment.ts';
import { askEachTime, folderRules, mimeTypes, securityHeaders } from './headers.ts';

/** `staticwebapp.config.json` of Azure Static Web Apps. */
export const staticWebAppConfig = ({ base, redirects }: Deployment) => ({
  globalHeaders: { ...securityHeaders, 'Cache-Control': askEachTime },
  routes: [
    ...redirects.map(({ from, to }) => ({ route: base + from, redirect: base + to, statusCode: 301 })),
    ...folderRules.map(({ folder, headers }) => ({ route: `${base}${folder}*`, headers })),
  ],
  responseOverrides: { '404': { rewrite: `${base}/404.html`, statusCode: 404 } },
  mimeTypes,
  trailingSlash: 'always',
});
