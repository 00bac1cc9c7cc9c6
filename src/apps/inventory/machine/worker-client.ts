import { advice, siteState } from '#apps/offline/site-state.ts';
import { MissingPart } from './missing-part.ts';
import type { FromWorker, Part, RequestName, Requests, Setup } from './protocol.ts';

/** What the page asks the worker through. */
export interface WorkerClient {
  ask<Name extends RequestName>(
    name: Name,
    given: Requests[Name]['given'],
    onPart?: (part: Part) => void,
  ): Promise<Requests[Name]['answer']>;
  /** Ends whatever is being worked on at once; the next request starts afresh and finds nothing remembered. */
  stop(): void;
}

/** A request that was ended by `stop`. */
export class Stopped extends Error {
  override name = 'Stopped';
}

const NOT_STARTED = 'The part that reads and decides could not be loaded.';

const NO_WORKERS =
  'This browser cannot run the part of the page that reads spreadsheets and decides. A current version of it can; the advisor for one interface works here too.';

/** Requests that a spreadsheet can keep busy for as long as it likes; deciding and writing have bounds of their own. */
const readings: ReadonlySet<RequestName> = new Set(['open', 'chooseHeader', 'preview', 'take']);

/** How long reading may go on without a sign of life; the slowest honest spreadsheet gives one every few seconds. */
export const READING_PATIENCE_MS = 120_000;

const TOO_LONG =
  'Reading this spreadsheet was stopped, because it had made no progress for two minutes. Nothing has changed. ' +
  'Save the sheet with the interfaces in a workbook of its own, or as .csv, and choose that.';

type Failure = Extract<FromWorker, { type: 'failure' }>;

interface Pending {
  name: RequestName;
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  onPart: ((part: Part) => void) | undefined;
}

/**
 * A worker that is started when it is first asked, and given what it works with.
 *
 * A spreadsheet that is read without a sign of life for two minutes is given up.
 *
 * @param adviseOnMissing says what to do where a part could not be loaded; must not fail
 * @param onLost called when a worker is given up because it, or a part of it, could not be loaded, or reads for ever; the
 *   next one knows nothing
 */
export function startWorker(
  create: () => Worker,
  setup: Setup,
  onLost: () => void,
  adviseOnMissing: () => Promise<string> = async () => advice[await siteState()],
): WorkerClient {
  let pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let lastId = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;

  /** Waits anew for a sign of life, where something is being read. */
  function watch(): void {
    clearTimeout(patience);
    const isReading = [...pending.values()].some(({ name }) => readings.has(name));
    patience = isReading ? setTimeout(giveUp, READING_PATIENCE_MS) : undefined;
  }

  function hear({ data }: MessageEvent<FromWorker>): void {
    settle(data);
    watch();
  }

  function settle(data: FromWorker): void {
    const request = pending.get(data.id);
    if (!request) return;
    if (data.type === 'part') {
      request.onPart?.(data.part);
      return;
    }
    pending.delete(data.id);
    if (data.type === 'answer') request.resolve(data.answer as never);
    else fail(data, request);
  }

  function fail({ of, message }: Failure, { reject }: Pending): void {
    if (of !== 'part') {
      reject(new Error(of === 'input' ? message : `Something went wrong: ${message}`));
      return;
    }
    // A worker may remember what failed to load, so a new one takes its place.
    lose(message, reject);
  }

  /** Ends the worker; the next request starts another. Returns what tells those who still wait. */
  function end(): Pending['reject'][] {
    worker?.terminate();
    worker = undefined;
    onLost();
    const waiting = [...pending.values()].map(({ reject }) => reject);
    pending = new Map();
    watch();
    return waiting;
  }

  function giveUp(): void {
    for (const reject of end()) reject(new Error(TOO_LONG));
  }

  /** @param rejectCause called like all that wait, where the failure is the answer to a request */
  function lose(message: string, rejectCause: Pending['reject'] = () => undefined): void {
    const rejected = [rejectCause, ...end()];
    adviseOnMissing().then((advised) => {
      for (const reject of rejected) reject(new MissingPart(`${message} ${advised}`));
    });
  }

  function rejectAll(error: Error): void {
    const rejected = [...pending.values()];
    pending = new Map();
    watch();
    for (const { reject } of rejected) reject(error);
  }

  function post<Name extends RequestName>(
    to: Worker,
    name: Name,
    given: Requests[Name]['given'],
    onPart?: (part: Part) => void,
  ): Promise<Requests[Name]['answer']> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      pending.set(lastId, { name, resolve, reject, onPart });
      to.postMessage({ id: lastId, name, given });
      watch();
    });
  }

  function start(): Worker {
    const started = create();
    started.addEventListener('message', hear);
    started.addEventListener('error', () => {
      if (started === worker) lose(NOT_STARTED);
    });
    post(started, 'setUp', setup).catch(() => undefined);
    return started;
  }

  return {
    ask(name, given, onPart) {
      try {
        worker ??= start();
      } catch (cause) {
        return Promise.reject(new Error(NO_WORKERS, { cause }));
      }
      return post(worker, name, given, onPart);
    },
    stop() {
      worker?.terminate();
      worker = undefined;
      rejectAll(new Stopped('Stopped.'));
    },
  };
}
