import type { Value } from './read-entries.ts';
import type { Format } from './tool.ts';

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const days = ['Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu'] as const;

/** Hours since Friday at midnight as a clock: `Sat 08:30`; beyond a week with the week. */
export function clockText(hours: number): string {
  const minutes = Math.round(hours * 60);
  const day = Math.floor(minutes / 1440);
  const [hour, minute] = [Math.floor((minutes % 1440) / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  const week = day >= days.length ? `, week ${Math.floor(day / days.length) + 1}` : '';
  return `${days[day % days.length]} ${hour}:${minute}${week}`;
}

/** Hours since the midnight before an evening, as the time of day: `02:30`; from the next noon on with the day. */
export function timeText(hours: number): string {
  const minutes = Math.round(hours * 60);
  const day = Math.floor(minutes / 1440);
  const time = [Math.floor((minutes % 1440) / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  if (minutes < 36 * 60) return time;
  return `${time}, ${day === 1 ? 'the next day' : `${day} days later`}`;
}

/** A number with the sign that printers have for less than nothing; of nothing, none. */
const withMinus = (text: string): string => (text === '-0' ? '0' : text.replace('-', '−'));

/** A value as people read it, without its unit. */
export function valueText(value: Value, format: Format = 'number'): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (format === 'clock') return clockText(value);
  if (format === 'time') return timeText(value);
  if (format === 'whole') return withMinus(whole.format(value));
  return withMinus((format === 'hours' ? tenths : plain).format(value));
}

/** A unit for one of it: content writes `steps`. */
const ofOne = (unit: string): string => (unit === 'people' ? 'person' : unit.replace(/(?<=[a-z]{3})s$/, ''));

/** A value with its unit: `1.5 h`, `30%`, `1 step`. */
export function withUnit(text: string, unit: string | undefined): string {
  if (!unit || text === '') return text;
  return unit.startsWith('%') ? `${text}${unit}` : `${text} ${text === '1' ? ofOne(unit) : unit}`;
}
