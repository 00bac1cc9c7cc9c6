import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserType, chromium, firefox, webkit } from '@playwright/test';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import type { Found } from './driver.ts';
import { playwrightDriver } from './playwright-driver.ts';
import { puppeteerDriver } from './puppeteer-driver.ts';
import { seleniumDriver } from './selenium-driver.ts';

const onPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));

/** Playwright's own build of an engine, where it was downloaded. */
const playwrightsOwn = (type: BrowserType): Found | undefined =>
  existsSync(type.executablePath()) ? { start: () => playwrightDriver(type, {}) } : undefined;

/** Debian keeps it in a folder named after the library's version, beside the processes it starts. */
function miniBrowser(): string | undefined {
  const libraries = '/usr/lib/x86_64-linux-gnu'.replace('x86_64', process.arch === 'arm64' ? 'aarch64' : 'x86_64');
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
    .map((name) => join(libraries, name, 'MiniBrowser'))
    .find((file) => existsSync(file));
}

function findFirefox(): Found {
  const named = process.env.FIREFOX_PATH ?? onPath('firefox-esr') ?? onPath('firefox');
  if (named) return { start: () => puppeteerDriver(named) };
  return {
    skipped: 'no Firefox found (Debian: apt-get install firefox-esr; elsewhere: npx playwright install firefox)',
  };
}

function findWebKit(): Found {
  const webDriver = onPath('WebKitWebDriver');
  const browser = miniBrowser();
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || onPath('Xvfb'));
  if (webDriver && browser && hasScreen) return { start: () => seleniumDriver(webDriver, browser) };
  return {
    skipped:
      'no WebKit found (Debian: apt-get install webkit2gtk-driver xvfb; elsewhere: npx playwright install webkit)',
  };
}

/** Looks for an engine; only a Chromium is installed where there is none, since all tests need one. */
export const engines: Readonly<Record<string, () => Found>> = {
  chromium: () => {
    const executablePath = findOrInstallBrowser(console.log).path;
    return { start: () => playwrightDriver(chromium, { executablePath, args: [...browserArguments] }) };
  },
  firefox: () => playwrightsOwn(firefox) ?? findFirefox(),
  webkit: () => playwrightsOwn(webkit) ?? findWebKit(),
};
