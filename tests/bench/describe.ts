import { withImplied } from '#core/advisor/contradictions.ts';
import { type Field, fields, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { understand } from '#core/language/understand.ts';
import { type PublishedCase, readCases } from '#tests/support/cases.ts';
import { lexicon } from '#tests/support/lexicon.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * Prints what the sentences of the published cases alone lead to, beside what a reader of the source has filled in. The
 * tables were written while looking at one half of the cases; the others were only counted.
 */
export interface DescribeFigures {
  half: string;
  cases: number;
  first: number;
  rejected: number;
  /** Fields found, of those that the reader filled in; a field of which the source says nothing counts nowhere. */
  found: number;
  right: number;
  stated: number;
}

interface FieldCount {
  found: number;
  right: number;
  stated: number;
}

interface Judged {
  one: PublishedCase;
  primary: string | undefined;
  byField: ReadonlyMap<Field, { said: Profile[Field]; stated: Profile[Field]; isRight: boolean }>;
}

/** Counts are the same where they differ by rounding; of promises each that was found must have been stated. */
function isSame(said: Profile[Field], stated: Profile[Field]): boolean {
  if (Array.isArray(said) && Array.isArray(stated)) return said.every((one) => stated.includes(one));
  if (typeof said === 'number' && typeof stated === 'number') return Math.abs(said - stated) <= stated * 0.02;
  return said === stated;
}

const isStated = (value: Profile[Field]): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

function judge(one: PublishedCase): Judged {
  const { profile } = understand(one.scenario, lexicon);
  const { primary } = recommend(withImplied(profile, [], book), book);
  const byField = new Map(
    fields.map((field) => {
      const [said, stated] = [profile[field], one.profile[field]];
      return [field, { said, stated, isRight: isSame(said, stated) }] as const;
    }),
  );
  return { one, primary, byField };
}

function countsOf(judged: readonly Judged[], field: Field): FieldCount {
  const own = judged.map(({ byField }) => byField.get(field)).filter((one) => one && isStated(one.stated));
  const found = own.filter((one) => one?.said !== undefined);
  return { stated: own.length, found: found.length, right: found.filter((one) => one?.isRight).length };
}

function figuresOf(half: string, judged: readonly Judged[]): DescribeFigures {
  const counts = fields.map((field) => countsOf(judged, field));
  const sum = (key: keyof FieldCount): number => counts.reduce((total, one) => total + one[key], 0);
  return {
    half,
    cases: judged.length,
    first: judged.filter(({ one, primary }) => primary && one.accept.includes(primary)).length,
    rejected: judged.filter(({ one, primary }) => primary && one.reject.includes(primary)).length,
    found: sum('found'),
    right: sum('right'),
    stated: sum('stated'),
  };
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));

function row({ half, cases, first, rejected, found, right, stated }: DescribeFigures): string {
  return (
    `${half.padEnd(22)} first ${first} of ${cases} (${share(first, cases)}), rejected ${rejected}, ` +
    `precision ${right} of ${found} (${share(right, found)}), recall ${share(right, stated)}`
  );
}

/** Ids end in hexadecimal digits; of the 90 cases 38 are even, and the first seven odd ones make half of them. */
function halves(judged: readonly Judged[]): { seen: Judged[]; unseen: Judged[] } {
  const isEven = ({ one: { id } }: Judged): boolean => Number.parseInt(id.slice(-1), 16) % 2 === 0;
  const odd = judged.filter((one) => !isEven(one));
  return { seen: [...judged.filter(isEven), ...odd.slice(0, 7)], unseen: odd.slice(7) };
}

/** Measures, and prints what it measured. */
export function benchDescribe(): DescribeFigures[] {
  const judged = readCases().map(judge);
  const { seen, unseen } = halves(judged);
  const figures = [figuresOf('looked at', seen), figuresOf('judged on', unseen), figuresOf('all', judged)];
  for (const one of figures) console.log(row(one));
  console.log('by source family, of those judged on');
  for (const [family, own] of Map.groupBy(unseen, ({ one }) => one.id.slice(0, 2)))
    console.log(`  ${row(figuresOf(family, own))}`);
  console.log('by field: found, right, precision, recall (looked at; judged on)');
  for (const field of fields) {
    const told = [seen, unseen].map((half) => {
      const { found, right, stated } = countsOf(half, field);
      return `${right}/${found} of ${stated}: ${share(right, found)}, ${share(right, stated)}`;
    });
    console.log(`  ${field.padEnd(20)} ${told.map((one) => one.padEnd(28)).join(' | ')}`);
  }
  if (process.env.DESCRIBE_MISSES) printMisses(seen);
  return figures;
}

/** What the looked-at half gets wrong; the other half is not printed, so that nobody tunes to it. */
function printMisses(judged: readonly Judged[]): void {
  for (const { one, primary, byField } of judged) {
    const wrong = [...byField].filter(
      ([, { said, stated, isRight }]) => isStated(stated) && said !== undefined && !isRight,
    );
    const missing = [...byField].filter(([, { said, stated }]) => isStated(stated) && said === undefined);
    const isHit = primary !== undefined && one.accept.includes(primary);
    console.log(
      `${isHit ? '  ' : 'X '}${one.id} ${primary} of ${one.accept}${one.reject.includes(primary ?? '') ? ' REJECTED' : ''}: ${one.scenario}`,
    );
    for (const [field, { said, stated }] of wrong) console.log(`      wrong ${field}: ${said}, not ${stated}`);
    console.log(`      missing ${missing.map(([field, { stated }]) => `${field}=${stated}`).join(' ')}`);
  }
}
