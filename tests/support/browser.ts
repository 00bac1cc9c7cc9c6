import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

/** Where systems keep a browser of the Chromium family. */
const usualPlaces: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...windowsFolders.flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

export interface Browser {
  path: string;
  /** How it was come by, for the person who reads the output. */
  origin: string;
}

/** A browser that is there already. */
export function findBrowser(): Browser | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return { path: named, origin: 'named by CHROME_PATH' };
    throw new Error(`CHROME_PATH names ${named}, which does not exist`);
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, origin: "Playwright's own" };
  const path = usualPlaces.find((place) => existsSync(place));
  return path ? { path, origin: "the system's" } : undefined;
}

const isDebianRoot = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  readFileSync('/etc/debian_version', 'utf8') !== '';

function installFromDebian(): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env: environment });
}

/**
 * A browser for the tests: one that is there, or one installed now, by Playwright's download or from Debian.
 *
 * @throws {Error} with what to do when none can be had
 */
export function findOrInstallBrowser(say: (text: string) => void): Browser {
  const found = findBrowser();
  if (found) return found;
  if (isDebianRoot()) {
    say('No browser found: installing Chromium with apt-get …');
    installFromDebian();
  } else {
    say("No browser found: downloading Playwright's Chromium …");
    spawnSync(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
  const installed = findBrowser();
  if (installed) return { ...installed, origin: 'just installed' };
  throw new Error('No browser could be installed. Install Chrome, Chromium or Edge, or name one in CHROME_PATH.');
}

/** Switches for a headless run that stays on this machine. Chromium as root needs its sandbox off. */
export const browserArguments: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
