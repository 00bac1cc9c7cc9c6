import { createActor, SimulatedClock } from 'xstate';
import { inventoryMachine } from '#apps/inventory/machine/machine.ts';
import type { Part } from '#apps/inventory/machine/protocol.ts';
import type { Services } from '#apps/inventory/machine/services.ts';
import { type Corrections, noCorrections } from '#apps/inventory/reading/vocabulary.ts';

/** What the machine waits for: the store, the worker, and the deciding of rows. */
export type Asked = 'read' | 'look' | 'save' | 'clear' | 'open' | 'chooseHeader' | 'preview' | 'take' | 'update';

interface Call {
  given: readonly unknown[];
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
  onPart: (part: Part) => void;
}

/** Long enough for promises that are settled already to be heard of. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The inventory's machine in a world in which nothing answers by itself: a test answers, fails and lets time pass, one
 * step after the other. Transitions are recorded as they are taken.
 */
export function startInventory({ corrections = noCorrections }: { corrections?: Corrections } = {}) {
  const calls = new Map<Asked, Call>();
  const noticed: string[] = [];
  const transitions = new Set<object>();

  const asked = (what: Asked, given: readonly unknown[], onPart: Call['onPart'] = () => undefined): Promise<never> =>
    new Promise((resolve, reject) => calls.set(what, { given, resolve, reject, onPart }));

  const services: Services = {
    worker: { ask: (name, given, onPart) => asked(name as Asked, [given], onPart) },
    decisions: {
      update: (inventory, onPart) => asked('update', [inventory], onPart),
      write: () => Promise.reject(new Error('nothing is exported here')),
      compare: () => Promise.reject(new Error('nothing is compared here')),
      openProject: () => Promise.reject(new Error('nothing is opened here')),
      draw: () => Promise.reject(new Error('nothing is drawn here')),
      markSent: (rows) => void noticed.push(`${rows.length} rows are at the worker`),
      forget: () => void noticed.push('the worker has forgotten'),
    },
    store: {
      read: () => asked('read', []),
      look: () => asked('look', []),
      save: (...given) => asked('save', given),
      clear: (...given) => asked('clear', given),
    },
    forgetCorrections: () => true,
    announce: (revision) => void noticed.push(`revision ${revision} is announced`),
    stop: () => void noticed.push('the worker is stopped'),
  };

  const clock = new SimulatedClock();
  const actor = createActor(inventoryMachine, {
    input: { services, corrections },
    clock,
    inspect: (seen) => {
      if (seen.type === '@xstate.microstep') for (const one of seen._transitions) transitions.add(one);
    },
  }).start();

  function callOf(what: Asked): Call {
    const call = calls.get(what);
    if (!call) throw new Error(`The machine did not ask for "${what}".`);
    return call;
  }

  return {
    send: actor.send,
    value: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    hasTag: (tag: 'reading') => actor.getSnapshot().hasTag(tag),
    transitions,
    /** What the machine did to the world outside, in order. */
    noticed,
    given: (what: Asked) => callOf(what).given,
    part: (what: Asked, part: Part): void => callOf(what).onPart(part),
    async answer(what: Asked, answer: unknown): Promise<void> {
      callOf(what).resolve(answer as never);
      await nextTurn();
    },
    async fail(what: Asked, error: unknown): Promise<void> {
      callOf(what).reject(error);
      await nextTurn();
    },
    pass: (ms: number): void => clock.increment(ms),
  };
}

export type InventoryWorld = ReturnType<typeof startInventory>;
