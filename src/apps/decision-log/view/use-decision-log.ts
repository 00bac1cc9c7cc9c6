import { useEffect, useState } from 'preact/hooks';
import { type ActorRefFrom, createActor, type SnapshotFrom } from 'xstate';
import { logMachine } from '#apps/decision-log/machine.ts';
import { openStore } from '#apps/decision-log/store.ts';

export type LogActor = ActorRefFrom<typeof logMachine>;
export type LogSnapshot = SnapshotFrom<typeof logMachine>;

/** Opens the log of this browser for as long as the component stands. */
export function useDecisionLog(store = openStore()): { snapshot: LogSnapshot; send: LogActor['send'] } {
  const [actor] = useState(() => createActor(logMachine, { input: { store } }));
  const [snapshot, setSnapshot] = useState(() => actor.getSnapshot());
  useEffect(() => {
    const subscription = actor.subscribe(setSnapshot);
    actor.start();
    setSnapshot(actor.getSnapshot());
    return () => {
      subscription.unsubscribe();
      actor.stop();
    };
  }, [actor]);
  return { snapshot, send: actor.send };
}
