import { expect, test } from 'vitest';
import { fileStem } from '#apps/inventory/writing/file-stem.ts';

test.each<[string, string]>([
  ['Programme 2027', 'programme-2027'],
  ['  Orders / prices: all  ', 'orders-prices-all'],
  ['Ümläute & Çedillen', 'umlaute-cedillen'],
  ['../../etc/passwd', 'etc-passwd'],
  ['???', 'programme'],
  ['', 'programme'],
  ['CON', 'programme-con'],
  ['com1', 'programme-com1'],
  ['lpt9', 'programme-lpt9'],
  ['nul', 'programme-nul'],
  ['console', 'console'],
  ['my con', 'my-con'],
])('%j names a file “%s”', (text, stem) => {
  expect(fileStem(text, 'programme')).toBe(stem);
});

test('a long name ends after sixty characters, and not with a hyphen', () => {
  expect(fileStem('a'.repeat(70), 'programme')).toBe('a'.repeat(60));
  expect(fileStem(`${'a'.repeat(59)} b`, 'programme')).toBe('a'.repeat(59));
});
