import type { Blank } from '#apps/inventory/deciding/blanks.ts';
import type { Outcomes } from '#apps/inventory/deciding/decision-session.ts';
import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { ContextUpdate, Current } from '#apps/inventory/machine/context.ts';

/** What becomes of the context as recommendations arrive. */

/**
 * Puts newer outcomes over those that are there, by the keys of their rows.
 *
 * @param done the part of the rows that is decided, from 0 to 1
 */
export const showOutcomes = (
  { context: { outcomes: before } }: Current,
  { outcomes, done }: { outcomes: Outcomes; done: number },
): ContextUpdate => ({ outcomes: new Map([...before, ...outcomes]), decided: done });

/** Shows what the interfaces amount to together. */
export const showProgramme = (_: Current, { programme }: { programme: Programme }): ContextUpdate => ({
  programme,
});

/**
 * Shows which blanks are worth filling.
 *
 * @param looked how many uncertain rows were looked at for them
 */
export const showBlanks = (
  _: Current,
  { blanks, looked }: { blanks: readonly Blank[]; looked: number },
): ContextUpdate => ({ blanks, looked });

/** Keeps why deciding, or something before it, came to nothing, so that the page can say it. */
export const keepFailure = (_: Current, { message }: { message: string }): ContextUpdate => ({
  failure: message,
});

/** Takes back what was said of a failure. */
export const forgetFailure = (): ContextUpdate => ({ failure: '' });
