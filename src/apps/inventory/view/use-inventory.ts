import { useEffect, useState } from 'preact/hooks';
import { createActor } from 'xstate';
import { forgetCorrections, readCorrections, saveCorrections } from '#apps/inventory/keeping/corrections-store.ts';
import { openStore } from '#apps/inventory/keeping/store.ts';
import { inventoryMachine } from '#apps/inventory/machine/machine.ts';
import type { Setup } from '#apps/inventory/machine/protocol.ts';
import { decisionFeed, type Services } from '#apps/inventory/machine/services.ts';
import { startWorker } from '#apps/inventory/machine/worker-client.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { hasUnkeptWork } from './kept-state.ts';

const CHANNEL = 'interface-inventory';

const createWorker = (): Worker =>
  new Worker(new URL('../machine/inventory.worker.ts', import.meta.url), { type: 'module' });

/** Messages between tabs; none where the browser has no such thing, and then the store alone notices. */
function openChannel(): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
}

function start(setup: Setup) {
  const worker = startWorker(createWorker, setup, () => decisions.forget());
  const decisions = decisionFeed(worker, () => readCorrections(() => window.localStorage));
  const channel = openChannel();
  const services: Services = {
    worker,
    decisions,
    store: openStore(),
    forgetCorrections: () => forgetCorrections(() => window.localStorage),
    announce: (revision) => channel?.postMessage({ revision }),
    stop: worker.stop,
  };
  const corrections = readCorrections(() => window.localStorage);
  const actor = createActor(inventoryMachine, { input: { services, corrections } });
  channel?.addEventListener('message', ({ data }: MessageEvent<{ revision: number }>) =>
    actor.send({ type: 'other.saved', revision: data.revision }),
  );
  return { actor: actor.start(), decisions };
}

/** Lets the browser ask before work is lost that is not kept. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}

/** Starts the machine with the worker, the store and the other tabs. */
export function useInventory(setup: Setup) {
  const [{ actor, decisions }] = useState(() => start(setup));
  const [snapshot, setSnapshot] = useState(actor.getSnapshot());
  useEffect(() => {
    let { corrections } = actor.getSnapshot().context;
    const subscription = actor.subscribe((next) => {
      setSnapshot(next);
      if (next.context.corrections !== corrections) {
        corrections = next.context.corrections;
        // Those that were cleared are gone already.
        if (corrections !== noCorrections) saveCorrections(() => window.localStorage, corrections);
      }
    });
    // It may have moved on before this effect ran.
    setSnapshot(actor.getSnapshot());
    return () => subscription.unsubscribe();
  }, [actor]);
  useLeaveWarning(hasUnkeptWork(snapshot));
  return { snapshot, send: actor.send, decisions };
}
