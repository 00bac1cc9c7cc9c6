import type { Source } from '#content/schemas/source.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const date = String.raw`(?:\d{1,2} )?(?:(${months.join('|')}) )?(\d{4})`;
/** The words by which a note means the copy that was read. */
const ownCopy = new RegExp(String.raw`\b(?:this copy of|the copy keeps its|those of the copy of) ${date}`, 'gi');
/** Any copy, the one that was read or another. */
const anyCopy = new RegExp(String.raw`\b(?:copy|copies),? (?:of|dated) ${date}`, 'gi');

/** `2026-03`, or `2026` where a note names no month. */
function asWritten(month: string | undefined, year: string): string {
  const index = months.findIndex((name) => name.toLowerCase() === month?.toLowerCase());
  return index < 0 ? year : `${year}-${String(index + 1).padStart(2, '0')}`;
}

/** Phrases of a note that match, for which the date that they name fails the test. */
const phrases = (note: string, pattern: RegExp, isWrong: (date: string) => boolean): string[] =>
  [...note.matchAll(pattern)].flatMap(([phrase, month, year = '']) =>
    isWrong(asWritten(month, year)) ? [phrase] : [],
  );

/**
 * Phrases of a source's note that do not fit the source's date: the copy that was read is given another month or year
 * ("this copy of February 2025"), or a copy is named that is newer than the one the source stands for. An undated source
 * has nothing to compare with.
 *
 * @returns the phrases as the note has them; none when note and date agree
 */
export function strayDates({ note = '', dated }: Pick<Source, 'note' | 'dated'>): string[] {
  if (dated === 'undated') return [];
  return [
    ...phrases(note, ownCopy, (written) => !dated.startsWith(written)),
    ...phrases(note, anyCopy, (written) => written > dated.slice(0, written.length)),
  ];
}
