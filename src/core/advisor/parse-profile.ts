import { choices, type Field, fields, guarantees, isChoice, isCount, type Profile } from './profile.ts';

/** A value that a field does not take. */
export interface Fault {
  field: Field;
  found: string;
  /** What the field takes, in words. */
  allowed: string;
}

/** What could be made of untrusted data; a field that has a fault is left unanswered. */
export interface ParsedProfile {
  /** The fields that could be read. */
  profile: Profile;
  faults: Fault[];
  /** Keys that are no field of a profile. */
  unknown: string[];
}

/** What a field takes, in words a person can act on. */
export function allowedFor(field: Field): string {
  if (isChoice(field)) return choices[field].join(', ');
  if (isCount(field)) return 'a number of zero or more';
  return `any of ${guarantees.join(', ')}, separated by semicolons`;
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Brings what people and spreadsheets write nearer to the schema; leaves alone what it does not know. */
function normalise(field: Field, value: unknown): unknown {
  if (isCount(field)) {
    // `0,500` may be a half or five hundred, and is neither.
    const text =
      typeof value === 'string' && !/^\s*0[,_ \u00a0\u202f]/.test(value)
        ? value.trim().replaceAll(/(?<=\d)[,_ \u00a0\u202f](?=\d{3}(?!\d))/g, '')
        : value;
    return typeof text === 'string' && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }
  if (field === 'guarantees') {
    const list = typeof value === 'string' ? value.split(/[;,|]/) : value;
    return Array.isArray(list) ? [...new Set(list.map(normaliseWord).filter((word) => word !== ''))] : list;
  }
  return normaliseWord(value);
}

const normaliseWord = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-')
    : value;

function isAllowed(field: Field, value: unknown): boolean {
  if (isChoice(field)) return (choices[field] as readonly unknown[]).includes(value);
  if (isCount(field)) return typeof value === 'number' && value >= 0 && Number.isFinite(value);
  return Array.isArray(value) && value.every((item) => (guarantees as readonly unknown[]).includes(item));
}

const show = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));

/**
 * Reads a profile from untrusted data: a link, a file, storage.
 *
 * A blank (missing, `null`, empty text) is "not sure". A bad value becomes a fault and leaves its field unanswered;
 * the other fields are kept.
 */
export function parseProfile(raw: Readonly<Record<string, unknown>>): ParsedProfile {
  const profile: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const field of fields) {
    const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
    if (isBlank(value)) continue;
    const normal = normalise(field, value);
    if (isAllowed(field, normal)) profile[field] = normal;
    else faults.push({ field, found: show(value).slice(0, 80), allowed: allowedFor(field) });
  }
  const unknown = Object.keys(raw).filter((key) => !(fields as string[]).includes(key));
  return { profile: profile as Profile, faults, unknown };
}
