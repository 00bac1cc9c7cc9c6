/** A day in a calendar. */
export interface CalendarDay {
  /** Unlike any other, and the same in each issue of the calendar, so that a changed day replaces the old one. */
  uid: string;
  /** `YYYY-MM-DD`. */
  day: string;
  summary: string;
  description: string;
  url: string;
  /** Day on which the entry was last changed, `YYYY-MM-DD`. */
  changed: string;
}

/** A line may have this many bytes; what is longer goes on in the next one, behind a space (RFC 5545, 3.1). */
const LINE_BYTES = 75;

const encoder = new TextEncoder();

/** A line cut so that no part has too many bytes and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (encoder.encode(part + letter).length > LINE_BYTES) {
      parts.push(part);
      part = ' ';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n');
}

/** Text as a property holds it (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');

const basicDate = (day: string): string => day.replaceAll('-', '');

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const eventLines = ({ uid, day, summary, description, url, changed }: CalendarDay): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${basicDate(changed)}T000000Z`,
  `DTSTART;VALUE=DATE:${basicDate(day)}`,
  `DTEND;VALUE=DATE:${basicDate(nextDay(day))}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * A calendar of whole days as an iCalendar file (RFC 5545), to be subscribed to or imported once.
 *
 * @param name shown by the calendar program
 * @param product names this program, without a colon
 */
export function calendarFile(name: string, product: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${product}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
