import { closeUp } from './close-up.ts';

/** Hours of the day in which an interface runs; `to` may lie behind midnight and is then smaller than `from`. */
export interface Hours {
  from: number;
  to: number;
}

/** Spaces are gone, see `closeUp`. */
const TIME = String.raw`(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?(?:h|hrs|utc|cet|gmt)?`;
const WINDOW = new RegExp(`^${TIME}(?:(?:-|–|—|to|until)${TIME})?$`);

function hourOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number | undefined {
  const number = Number(hour);
  if (half && (number < 1 || number > 12)) return undefined;
  const onClock = half ? (number % 12) + (half === 'pm' ? 12 : 0) : number;
  const value = onClock + Number(minute ?? 0) / 60;
  return Number(minute ?? 0) < 60 && value <= 24 ? value : undefined;
}

/** What may stand in a cell about hours, as the end of a sentence. */
export const hoursAllowed = 'a time or a range of the day, such as 06:30 or 22:00-04:00';

/** Reads `22:00-04:00`, `10pm to 4am` or `06:30`, which stands for the hour from then. */
export function readHours(text: string): Hours | undefined {
  const match = WINDOW.exec(closeUp(text) ?? '');
  if (!match) return undefined;
  const from = hourOf(match[1], match[2], match[3]);
  const to = match[4] === undefined ? undefined : hourOf(match[4], match[5], match[6]);
  if (from === undefined || (match[4] !== undefined && to === undefined)) return undefined;
  return { from: from % 24, to: to ?? (from + 1) % 24 };
}

/** How much of each hour of the day a window covers, from 0 to 1; a window that ends where it begins is the whole day. */
export function shareOfHours({ from, to }: Hours): number[] {
  const length = to > from ? to - from : to + 24 - from;
  return Array.from({ length: 24 }, (_, hour) => {
    const overlap = (start: number): number => Math.max(0, Math.min(start + 1, from + length) - Math.max(start, from));
    return overlap(hour) + overlap(hour + 24);
  });
}
