import { describe, expect, test } from 'vitest';
import { fileNameOf, MAX_NAME, nameFrom, tidyName } from '#apps/questionnaire/name.ts';

test.each([
  ['spaces and line breaks', '  Web \n orders\t', 'Web orders'],
  ['control characters', 'Web\u0000 orders\u0007', 'Web orders'],
  ['nothing', ' \n ', ''],
  ['signs that need two units', '\u{1F4E6}'.repeat(MAX_NAME + 5), '\u{1F4E6}'.repeat(MAX_NAME)],
])('a name is one line: %s', (_story, typed, name) => {
  expect(tidyName(typed)).toBe(name);
});

describe('a sentence', () => {
  test.each([
    [
      'Nightly, 50,000 sales orders from a Shopify store into F&O; nobody waits',
      'Nightly, 50,000 sales orders from a Shopify store into F&O',
    ],
    ['Stock to the web shop. Every hour.', 'Stock to the web shop'],
    ['1.2 million rows a year to the archive', '1.2 million rows a year to the archive'],
    ['', ''],
    [
      'Sales orders and their lines from the two web shops and the marketplace, twice an hour',
      'Sales orders and their lines from the two web shops and the',
    ],
    ['a'.repeat(200), 'a'.repeat(60)],
  ])('%s', (sentence, name) => {
    expect(nameFrom(sentence)).toBe(name);
  });
});

test.each([
  ['', 'integration-pattern'],
  ['Web orders', 'integration-pattern-web-orders'],
  ['Aufträge: täglich & nachts!', 'integration-pattern-auftrage-taglich-nachts'],
  ['../../etc', 'integration-pattern-etc'],
  ['注文', 'integration-pattern'],
])('a file for “%s” is called %s', (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});
