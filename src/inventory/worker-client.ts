import { advice, siteState } from '#offline/site-state.ts';
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

type Failure = Extract<FromWorker, { type: 'failure' }>;

interface Pending {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  onPart: ((part: Part) => void) | undefined;
}

/**
 * A worker that is started when it is first asked, and given what it works with.
 *
 * @param adviseOnMissing says what to do where a part could not be loaded; must not fail
 * @param onLost told when a worker is given up because it, or a part of it, could not be loaded; the next one knows nothing
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

  function hear({ data }: MessageEvent<FromWorker>): void {
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

  /** @param rejectCause told like all that wait, where the failure is the answer to a request */
  function lose(message: string, rejectCause: Pending['reject'] = () => undefined): void {
    worker?.terminate();
    worker = undefined;
    onLost();
    const rejected = [rejectCause, ...[...pending.values()].map(({ reject }) => reject)];
    pending = new Map();
    adviseOnMissing().then((advised) => {
      for (const reject of rejected) reject(new MissingPart(`${message} ${advised}`));
    });
  }

  function rejectAll(error: Error): void {
    const rejected = [...pending.values()];
    pending = new Map();
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
      pending.set(lastId, { resolve, reject, onPart });
      to.postMessage({ id: lastId, name, given });
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
