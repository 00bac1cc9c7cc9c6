import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyInventory } from '#apps/inventory/machine/inventory.ts';
import type { FromWorker, Setup, ToWorker } from '#apps/inventory/machine/protocol.ts';
import { startWorker } from '#apps/inventory/machine/worker-client.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';

/** Two minutes. */
const READING_PATIENCE_MS = 120_000;

/** A worker that does nothing by itself. */
class IdleWorker extends EventTarget {
  asked: ToWorker[] = [];
  isEnded = false;

  postMessage(request: ToWorker): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(message: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }
}

const request = { source: { kind: 'text', name: 'x', text: 'Name\nA' } as const, corrections: noCorrections };

function start() {
  const workers: IdleWorker[] = [];
  const onLost = vi.fn();
  const client = startWorker(
    () => {
      const worker = new IdleWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    {} as Setup,
    onLost,
  );
  return { client, workers, onLost };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['has no workers', () => new (undefined as unknown as new () => Worker)()],
  [
    'does not let the page start one',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
])('a browser that %s is told so in a sentence of ours', async (_story, create) => {
  const client = startWorker(create, {} as Setup, () => undefined);
  await expect(client.ask('putRows', [])).rejects.toThrow(/^This browser cannot run the part of the page that reads/);
});

describe('a spreadsheet that is read for ever', () => {
  test('is given up after two minutes without a sign of life, and why is said', async () => {
    const { client, workers, onLost } = start();
    const outcome = client.ask('open', request).catch((error: Error) => error.message);
    vi.advanceTimersByTime(READING_PATIENCE_MS - 1);
    expect(workers[0]?.isEnded).toBe(false);
    vi.advanceTimersByTime(1);
    expect(workers[0]?.isEnded).toBe(true);
    expect(onLost).toHaveBeenCalledOnce();
    expect(await outcome).toContain('no progress for two minutes');
  });

  test('is waited for as long as it gives signs of life', async () => {
    const { client, workers } = start();
    const outcome = client.ask('open', request);
    const id = workers[0]?.asked.at(-1)?.id ?? 0;
    for (let minutes = 0; minutes < 10; minutes += 1) {
      vi.advanceTimersByTime(READING_PATIENCE_MS - 1);
      workers[0]?.say({ id, type: 'part', part: { of: 'reading' } });
    }
    workers[0]?.say({ id, type: 'answer', answer: { title: 'x', sheets: [], likeliest: 0 } });
    expect(await outcome).toMatchObject({ title: 'x' });
    vi.advanceTimersByTime(10 * READING_PATIENCE_MS);
    expect(workers[0]?.isEnded).toBe(false);
  });

  test('leaves room for the next, which a new worker reads', async () => {
    const { client, workers } = start();
    const first = client.ask('open', request).catch(() => 'given up');
    vi.advanceTimersByTime(READING_PATIENCE_MS);
    expect(await first).toBe('given up');
    const second = client.ask('open', request);
    workers[1]?.say({
      id: workers[1].asked.at(-1)?.id ?? 0,
      type: 'answer',
      answer: { title: 'again', sheets: [], likeliest: 0 },
    });
    expect(await second).toMatchObject({ title: 'again' });
  });

  test('can be stopped before that, and nothing is given up afterwards', async () => {
    const { client, onLost } = start();
    const outcome = client.ask('open', request).catch((error: Error) => error.name);
    client.stop();
    expect(await outcome).toBe('Stopped');
    vi.advanceTimersByTime(2 * READING_PATIENCE_MS);
    expect(onLost).not.toHaveBeenCalled();
  });
});

test('writing and deciding have no such limit', () => {
  const { client, workers } = start();
  client
    .ask('export', { kind: 'json', inventory: { title: 'x', extraHeaders: [], shared: emptyInventory.shared } })
    .catch(() => undefined);
  vi.advanceTimersByTime(10 * READING_PATIENCE_MS);
  expect(workers[0]?.isEnded).toBe(false);
});
