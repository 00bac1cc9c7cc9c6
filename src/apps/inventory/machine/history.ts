import type { Inventory } from './inventory.ts';

/** One state of the inventory, and what was done to get there. */
interface Step {
  inventory: Inventory;
  done: string;
}

/** Edits that can be taken back, and those taken back that can be done again. */
export interface History {
  past: readonly Step[];
  present: Step;
  future: readonly Step[];
}

/** States share their rows, so a step costs little; somebody who edits all day still must not fill the memory. */
const MOST_STEPS = 100;

/** A history that begins with this inventory: nothing to take back, nothing to make again. */
export const startHistory = (inventory: Inventory): History => ({
  past: [],
  present: { inventory, done: '' },
  future: [],
});

/** @param done what the person did, as it follows "Undo:" */
export const change = ({ past, present }: History, inventory: Inventory, done: string): History => ({
  past: [...past, present].slice(-MOST_STEPS),
  present: { inventory, done },
  future: [],
});

/** Goes one step back; the same history where there is none. */
export function undo(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** Makes the step again that was taken back last; the same history where there is none. */
export function redo(history: History): History {
  const [next, ...later] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future: later };
}
