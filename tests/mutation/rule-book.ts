import { inject } from 'vitest';

/** Stands in for `tests/support/rule-book.ts`. */
export let book = inject('ruleBook');

/** Forgets what the core has worked out for the book so far. */
export function renewBook(): void {
  book = structuredClone(book);
}
