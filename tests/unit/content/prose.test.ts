import { expect, test } from 'vitest';
import { prose } from '#content/schemas/shared.ts';

test.each([
  ['the other side\'s "send again"', 'the other side’s “send again”'],
  ['"Nobody" ("no one") asked', '“Nobody” (“no one”) asked'],
  ['the rules\' names and a 24" screen', 'the rules’ names and a 24” screen'],
  ['nothing to set', 'nothing to set'],
])('%s is set with printers’ marks', (written, set) => {
  expect(prose.parse(written)).toBe(set);
});
