import { expect, test } from 'vitest';
import { advise } from '#core/advisor/advice.ts';
import { readDecisions } from '#tests/support/decisions.ts';
import { book } from '#tests/support/rule-book.ts';

test('no reason why not is empty: each names what speaks against it, or what speaks for the other', () => {
  for (const { profile } of readDecisions()) {
    for (const { text } of advise(profile, [], book).explanation.whyNot) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toContain('but more speaks for');
    }
  }
});
