import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Builder, By, Capabilities, Key as SeleniumKey } from 'selenium-webdriver';
import { SERVER_MS } from '#tests/support/patience.ts';
import type { Driver, Key } from './driver.ts';

const keys: Readonly<Record<Key, string>> = {
  ArrowDown: SeleniumKey.ARROW_DOWN,
  ArrowRight: SeleniumKey.ARROW_RIGHT,
  'Control+k': 'k',
  Enter: SeleniumKey.ENTER,
  Escape: SeleniumKey.ESCAPE,
  Space: SeleniumKey.SPACE,
  Tab: SeleniumKey.TAB,
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function isUp(address: string): Promise<boolean> {
  const deadline = Date.now() + SERVER_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`${address}/status`).catch(() => undefined);
    if (response?.ok) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}

/** WebKitGTK's own small browser, by classic WebDriver; it draws on a screen, so one is made where there is none. */
export async function seleniumDriver(webDriver: string, miniBrowser: string): Promise<Driver> {
  const port = await freePort();
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? undefined : await startDisplay();
  const server = spawn(webDriver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...(display && { DISPLAY: display.name }) },
  });
  const stop = (): void => {
    server.kill();
    display?.process.kill();
  };
  try {
    if (!(await isUp(`http://127.0.0.1:${port}`))) throw new Error(`${webDriver} does not answer`);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    });
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    const running = await driver.getCapabilities();
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1200, height: 900 });
    return {
      name: `WebKitGTK ${running.getBrowserVersion() ?? ''}, WebDriver`,
      goto: (address) => driver.get(address),
      reload: () => driver.navigate().refresh(),
      evaluate: <T>(expression: string) => driver.executeScript<T>(`return (${expression});`),
      press: async (key) => {
        const actions = driver.actions();
        if (key === 'Control+k')
          await actions.keyDown(SeleniumKey.CONTROL).sendKeys('k').keyUp(SeleniumKey.CONTROL).perform();
        else await actions.sendKeys(keys[key]).perform();
      },
      type: (text) => driver.actions().sendKeys(text).perform(),
      click: async (selector) => {
        await driver.findElement(By.css(selector)).click();
      },
      close: async () => {
        await driver.quit().catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** A screen in memory, by the X server that writes the number it took to a pipe. */
async function startDisplay(): Promise<{ name: string; process: ChildProcess }> {
  const process = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    process.once('error', reject);
    process.once('exit', () => reject(new Error('Xvfb ended at once')));
    process.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { name: `:${number}`, process };
}
