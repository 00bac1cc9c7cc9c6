import { beforeEach, inject } from 'vitest';

/**
 * Stands in for `tests/support/rule-book.ts`. Every test gets a copy of its own, since what the core works out once for
 * a book would otherwise be tested by whichever test happens to come first.
 */
export let book = inject('ruleBook');

beforeEach(() => {
  book = structuredClone(book);
});
