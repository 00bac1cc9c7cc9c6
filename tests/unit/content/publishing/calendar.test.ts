import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarDay, calendarFile } from '#content/publishing/calendar.ts';

const day: CalendarDay = {
  uid: 'export@site.example',
  day: '2026-12-31',
  summary: 'Export; to Data Lake, the add-in',
  description:
    'A back\\slash, a semicolon; and\na new line – with dashes and “quotes” that make the line longer than it may be.',
  url: 'https://site.example/ending/#export',
  changed: '2026-11-28',
};

/** What a calendar program reads in a file. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)),
  };
}

test('a calendar program reads what was written, whatever signs it holds', () => {
  const { name, events } = read(calendarFile('What is ending', 'F&O Advisor', [day, { ...day, uid: 'other@site' }]));
  expect(name).toBe('What is ending');
  expect(events.map(({ uid }) => uid)).toEqual(['export@site.example', 'other@site']);
  const [event] = events;
  expect(event?.summary).toBe(day.summary);
  expect(event?.description).toBe(day.description);
  expect(event?.startDate.isDate).toBe(true);
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
  expect(String(event?.component.getFirstPropertyValue('url'))).toBe(day.url);
});

test('commas, semicolons, backslashes and line breaks are written as the standard wants them', () => {
  const unfolded = calendarFile('Ends', 'Site', [day]).replaceAll('\r\n ', '');
  expect(unfolded).toContain('SUMMARY:Export\\; to Data Lake\\, the add-in\r\n');
  expect(unfolded).toContain('DESCRIPTION:A back\\\\slash\\, a semicolon\\; and\\na new line');
});

test('no line has more than 75 bytes, each ends as the standard wants, and no letter is cut', () => {
  const file = calendarFile('Ends', 'Site', [{ ...day, summary: 'é'.repeat(200) }]);
  const lines = file.split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toContain('\n');
  expect(read(file).events[0]?.summary).toBe('é'.repeat(200));
});

test('a calendar without days is one all the same', () => {
  expect(read(calendarFile('Ends', 'Site', [])).events).toEqual([]);
});
