import { defineConfig } from '@playwright/test';
import { browserArguments, findOrInstallBrowser } from '../support/browser.ts';

const port = Number(process.env.TEST_PORT ?? 4399);

/** A server that somebody else has started, instead of our own. */
const running = process.env.BASE_URL;

export default defineConfig({
  testDir: '.',
  outputDir: '../../.cache/e2e',
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
      reuseExistingServer: false,
    },
  }),
});
