import type { TextStorage } from '#apps/storage/browser-storage.ts';
import type { Answers, Decision } from '#core/decisions/decision.ts';
import { fromFragment, toFragment } from './address.ts';

/** The answers shown, and those that had to make way for a link or a new start. */
export interface Kept {
  answers: Answers;
  aside: Answers;
}

const keyOf = ({ id }: Decision, part: keyof Kept): string => `decision-${id}-${part}`;

/** What this browser has kept of a decision; a rule book that has changed since leaves out what it no longer asks. */
export function readKept(decision: Decision, storage: TextStorage | undefined): Kept {
  const read = (part: keyof Kept): Answers => {
    try {
      return fromFragment(decision, storage?.getItem(keyOf(decision, part)) ?? '')?.answers ?? {};
    } catch {
      return {};
    }
  };
  return { answers: read('answers'), aside: read('aside') };
}

/** Keeps answers, unless the browser refuses. @returns whether it let them be kept */
export function keep(decision: Decision, kept: Kept, storage: TextStorage | undefined): boolean {
  if (!storage) return false;
  try {
    for (const part of ['answers', 'aside'] as const) {
      const text = toFragment(kept[part]);
      if (text === '') storage.removeItem(keyOf(decision, part));
      else storage.setItem(keyOf(decision, part), text);
    }
    return true;
  } catch {
    return false;
  }
}
