import { defineConfig } from '@playwright/test';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { APPEARANCE_MS, SERVER_MS, TEST_MS } from '#tests/support/patience.ts';

const port = Number(process.env.TEST_PORT ?? 4399);

/** A server that somebody else has started, instead of our own. */
const running = process.env.BASE_URL;

export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/e2e',
  fullyParallel: true,
  // A page waits for its next picture oftener than for a core: three keep two cores busy.
  workers: 3,
  // A test that needs a second try is named at the end of `npm test`.
  retries: process.env.CI ? 1 : 0,
  timeout: TEST_MS,
  expect: { timeout: APPEARANCE_MS },
  reporter: [['list'], ['json', { outputFile: '../../.cache/e2e.json' }]],
  use: {
    // Only the tests of the service worker want one: in others it would answer in the server's place.
    serviceWorkers: 'block',
    baseURL: running ?? `http://localhost:${port}`,
    launchOptions: { executablePath: findOrInstallBrowser(console.log).path, args: [...browserArguments] },
  },
  ...(running === undefined && {
    webServer: {
      command: 'node src/cli/serve.ts',
      cwd: '../..',
      env: { PORT: String(port) },
      port,
      timeout: SERVER_MS,
      reuseExistingServer: false,
    },
  }),
});
