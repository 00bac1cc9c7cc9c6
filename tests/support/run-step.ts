import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { SILENCE_MS } from './patience.ts';

/** A program of `npm test`. */
export interface Program {
  name: string;
  /** Run by the Node that runs this. */
  script: string;
  arguments: readonly string[];
}

export interface Ended {
  succeeded: boolean;
  seconds: number;
}

export interface Patience {
  /** After this long without a word from the program the reader is told that it still runs, and again after as long. */
  announceMs: number;
  /** After this long without a word it is taken to hang, and is ended. */
  hangMs: number;
}

const usual: Patience = { announceMs: 30_000, hangMs: SILENCE_MS };

/** What tools compile is kept in the project's folder, not in the system's for temporary files. */
const caches = {
  NODE_COMPILE_CACHE: resolvePath('node_modules/.cache/compiled'),
  PWTEST_CACHE_DIR: resolvePath('node_modules/.cache/playwright'),
};

/** How long a program that was asked to end may take over it. */
const FAREWELL_MS = 10_000;

/** A process ends with all it has started: browsers and servers would stay behind otherwise. */
function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function endForGood(child: ChildProcess): void {
  end(child, 'SIGTERM');
  setTimeout(() => end(child, 'SIGKILL'), FAREWELL_MS).unref();
}

/** Whoever stops the whole run stops what runs in it. */
function stopWithUs(child: ChildProcess): () => void {
  const stop = (): void => {
    end(child, 'SIGTERM');
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  };
}

/**
 * Runs a program and passes on what it writes. While it writes nothing, `say` tells that it still runs, so that nobody
 * takes a slow step for a hanging one; one that does hang is ended, and `say` names it.
 *
 * @param say takes one line
 * @param write takes what the program writes, in the place of our own output
 */
export function runStep(
  program: Program,
  say: (line: string) => void,
  patience: Patience = usual,
  write?: (data: Buffer) => unknown,
): Promise<Ended> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const isColourful = process.stdout.isTTY && !process.env.NO_COLOR;
  const child = spawn(process.execPath, [program.script, ...program.arguments], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be ended with all it has started.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...caches, ...(isColourful && { FORCE_COLOR: '1' }) },
  });
  let heard = performance.now();
  let hangs = false;
  const passOn = (to: NodeJS.WriteStream) => (data: Buffer) => {
    heard = performance.now();
    if (write) write(data);
    else to.write(data);
  };
  child.stdout.on('data', passOn(process.stdout));
  child.stderr.on('data', passOn(process.stderr));
  const unstop = stopWithUs(child);
  const watching = setInterval(() => {
    const silence = performance.now() - heard;
    if (silence < patience.hangMs) say(`${program.name}: still running, ${seconds().toFixed()} s`);
    else if (!hangs) {
      hangs = true;
      say(`${program.name}: ended, since it hangs: it has said nothing for ${(silence / 1000).toFixed()} s`);
      endForGood(child);
    }
  }, patience.announceMs);
  // The interval begins anew with each word, so that only silence is announced.
  for (const stream of [child.stdout, child.stderr]) stream.on('data', () => watching.refresh());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      clearInterval(watching);
      unstop();
      resolve({ succeeded: status === 0 && !hangs, seconds: seconds() });
    });
  });
}
