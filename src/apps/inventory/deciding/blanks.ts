import { contradictionsBy } from '#core/advisor/contradictions.ts';
import { domainOf, type Value } from '#core/advisor/domain.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { isSettled } from '#core/advisor/settle.ts';

/** What one blank of a row is worth. */
export interface BlankWorth {
  field: Field;
  /** Whether the recommendation is certain whatever the answer. */
  always: boolean;
}

/** What answering one field in all rows that leave it blank would settle. */
export interface Blank {
  field: Field;
  /** Rows that leave it blank and are not certain yet. */
  open: number;
  /** Of these, rows that become certain whatever the answer. */
  always: number;
  /** Of these, rows that become certain with some answers. */
  sometimes: number;
}

const answersTo = (field: Field, profile: Profile, book: RuleBook): readonly Value[] =>
  (domainOf(book).get(field) ?? []).filter((value) => contradictionsBy({ [field]: value }, profile, book).length === 0);

/** A set of guarantees is one of sixteen answers; the single ones and none tell nearly as much and cost a third. */
const isTelling = (value: Value): boolean => !Array.isArray(value) || value.length < 2;

function worthOf(field: Field, profile: Profile, book: RuleBook): BlankWorth | undefined {
  let some = false;
  let all = true;
  const answers = answersTo(field, profile, book);
  const settles = (value: Value): boolean => isSettled({ ...profile, [field]: value }, [], book);
  for (const value of answers.filter(isTelling)) {
    const certain = settles(value);
    some ||= certain;
    all &&= certain;
    if (some && !all) break;
  }
  // Only where every single guarantee settles it can a pair of them be what does not.
  const always = all && answers.filter((value) => !isTelling(value)).every(settles);
  return some ? { field, always } : undefined;
}

/**
 * The blanks of one interface of which a single answer could make the recommendation certain, by trying every answer.
 * Pattern and middleware verdict both count.
 */
export const blanksOf = (profile: Profile, book: RuleBook): BlankWorth[] =>
  decidingFields
    .filter((field) => profile[field] === undefined)
    .flatMap((field) => worthOf(field, profile, book) ?? []);

/** Adds up what the blanks of single rows are worth, the field that settles most rows first. */
export function rankBlanks(worths: Iterable<{ open: readonly Field[]; worth: readonly BlankWorth[] }>): Blank[] {
  const blanks = new Map<Field, Blank>();
  const blankFor = (field: Field): Blank => {
    const blank = blanks.get(field) ?? { field, open: 0, always: 0, sometimes: 0 };
    blanks.set(field, blank);
    return blank;
  };
  for (const { open, worth } of worths) {
    for (const field of open) blankFor(field).open += 1;
    for (const { field, always } of worth) blankFor(field)[always ? 'always' : 'sometimes'] += 1;
  }
  return [...blanks.values()]
    .filter(({ always, sometimes }) => always + sometimes > 0)
    .toSorted((a, b) => b.always - a.always || b.sometimes - a.sometimes);
}
