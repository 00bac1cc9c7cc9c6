import { defineConfig } from '@playwright/test';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { APPEARANCE_MS, SERVER_MS, TEST_MS } from '#tests/support/patience.ts';
import { base, folder, host } from './place.ts';

const port = Number(process.env.TEST_PORT ?? 4397);

/** The site built for a folder of its host and served from there, by `npm run test:sub-path`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/sub-path-results',
  timeout: TEST_MS,
  expect: { timeout: APPEARANCE_MS },
  reporter: [['list'], ['json', { outputFile: '../../.cache/sub-path.json' }]],
  use: {
    baseURL: `http://localhost:${port}${base}/`,
    launchOptions: { executablePath: findOrInstallBrowser(console.log).path, args: [...browserArguments] },
  },
  webServer: {
    command: `node src/cli/astro.ts build --outDir ${folder} && node src/cli/serve.ts`,
    cwd: '../..',
    env: { PORT: String(port), BASE_PATH: base, SITE_URL: host, SITE_FOLDER: folder },
    url: `http://localhost:${port}${base}/`,
    timeout: SERVER_MS,
    reuseExistingServer: false,
  },
});
