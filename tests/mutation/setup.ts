import { beforeEach } from 'vitest';
import { renewBook } from './rule-book.ts';

// What is worked out once for a book would otherwise be tested by whichever test happens to come first.
beforeEach(() => {
  renewBook();
});
