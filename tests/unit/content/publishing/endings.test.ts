import { expect, test } from 'vitest';
import { daysBefore, isOver, momentText } from '#content/publishing/dates.ts';
import { endingGroups, endingsCalendar, endingsFor, endingText, isPast } from '#content/publishing/endings.ts';
import type { Ending } from '#content/schemas/ending.ts';
import { library } from '#tests/support/rule-book.ts';

const ending = (id: string, on: string, fields: Partial<Ending> = {}): Ending => ({
  id,
  what: `The ${id}`,
  kind: 'stops',
  on,
  when: 'some day',
  meaning: 'It stops.',
  advice: 'Move.',
  sources: ['ms-odata'],
  answers: ['integration/odata-limits'],
  checked: '2026-11-28',
  reviewBy: '2027-01-01',
  ...fields,
});
const endings = [
  ending('old', '2024-05'),
  ending('recent', '2026-02-16'),
  ending('soon', '2026-11-30'),
  ending('later', '2027'),
  ending('never', 'unknown'),
];
const today = '2026-11-28';

test.each([
  ['the day before', '2026-11-30', '2026-11-29', false],
  ['the day itself', '2026-11-30', '2026-11-30', false],
  ['the day after', '2026-11-30', '2026-12-01', true],
  ['the month itself', '2026-11', '2026-11-30', false],
  ['the month after', '2026-11', '2026-12-01', true],
  ['the year itself', '2026', '2026-12-31', false],
  ['the year after', '2026', '2027-01-01', true],
])('whether it is over, on %s', (_when, moment, day, over) => {
  expect(isOver(moment, day)).toBe(over);
});

test('a moment is written as exactly as it is known', () => {
  expect(['2026-11-30', '2026-11', '2026'].map(momentText)).toEqual(['30 November 2026', 'November 2026', '2026']);
  expect(daysBefore('2027-01-10', 60)).toBe('2026-11-11');
});

test('what happens and when is told in one phrase', () => {
  expect(endings.map(endingText)).toEqual([
    'End in May 2024',
    'End on 16 February 2026',
    'End on 30 November 2026',
    'End in 2027',
    'End; no date announced',
  ]);
});

test('the day of the build says what is past', () => {
  const idsOn = (day: string) => Object.values(endingGroups(endings, day)).map((group) => group.map(({ id }) => id));
  expect(idsOn(today)).toEqual([['soon', 'later'], ['never'], ['recent', 'old']]);
  expect(idsOn('2026-12-01')).toEqual([['later'], ['never'], ['soon', 'recent', 'old']]);
  expect(isPast({ on: 'unknown' }, today)).toBe(false);
});

test('an answer shows what it depends on, until a year after it has ended', () => {
  expect(endingsFor('integration/odata-limits', endings, today).map(({ id }) => id)).toEqual([
    'recent',
    'soon',
    'later',
    'never',
  ]);
  expect(endingsFor('integration/odata-limits', endings, '2027-02-17').map(({ id }) => id)).not.toContain('recent');
  expect(endingsFor('integration/exactly-once-and-order', endings, today)).toEqual([]);
});

test('the calendar holds every ending that has a day, and no other', () => {
  const calendar = endingsCalendar(endings, 'Site', 'https://site.example/base');
  expect(calendar.match(/^UID:.*$/gm)?.map((line) => line.trim())).toEqual([
    'UID:recent@site.example',
    'UID:soon@site.example',
  ]);
  expect(calendar).toContain('URL:https://site.example/base/ending/#soon');
});

test('the site watches what the research named', () => {
  const ids = library.endings.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining([
      'export-to-data-lake',
      'byod',
      'lcs-new-projects',
      'lcs-existing-projects',
      'static-mcp-server',
      'version-10-0-48',
    ]),
  );
});
