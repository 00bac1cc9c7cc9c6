import type { Column, ColumnMeaning } from './columns.ts';
import { isField } from './columns.ts';
import { correctedColumns } from './corrected-columns.ts';
import type { Mapping, OpenedFile } from './import-session.ts';
import type { WhyAside } from './rows-aside.ts';
import { type Corrections, normaliseWord, wordKey } from './vocabulary.ts';

/** Says which other sheets are read together with the one that is shown. */
export const chooseTogether = (mapping: Mapping, together: readonly number[]): Mapping => ({
  ...mapping,
  together: together.length === 0 ? undefined : together,
});

/** The meanings that were found for the likeliest sheet, to be shown before anything is trusted. */
export const mappingOf = ({ sheets, likeliest }: OpenedFile, corrections: Corrections): Mapping => ({
  sheet: likeliest,
  columns: correctedColumns(sheets[likeliest]?.matches ?? [], corrections),
  takenIn: sheets[likeliest]?.takenIn ?? [],
  corrections,
});

/** Gives a header another meaning, and takes that meaning from the header that had it. */
export function chooseColumn(
  { sheets }: OpenedFile,
  mapping: Mapping,
  index: number,
  column: ColumnMeaning,
): { mapping: Mapping; corrections: Corrections } {
  const header = normaliseWord(sheets[mapping.sheet]?.matches[index]?.header ?? '');
  const corrections: Corrections =
    header === ''
      ? mapping.corrections
      : { ...mapping.corrections, headers: { ...mapping.corrections.headers, [header]: column } };
  const columns = mapping.columns.map((before, at) => {
    if (at === index) return column;
    return column !== 'extra' && before === column ? ('extra' as const) : before;
  });
  return { mapping: { ...mapping, columns, corrections }, corrections };
}

/** Says what the list calls F&O; an empty name says that its own names do. */
export const chooseOwnName = (mapping: Mapping, name: string): Mapping => ({
  ...mapping,
  ownName: name === '' ? undefined : name,
});

/** Reads a kind of rows that was left out, or leaves it out again. */
export const chooseAside = (mapping: Mapping, why: WhyAside, isTaken: boolean): Mapping => ({
  ...mapping,
  takenIn: isTaken ? [...new Set([...mapping.takenIn, why])] : mapping.takenIn.filter((other) => other !== why),
});

/** Gives a word of a column another meaning; an empty value says that it means nothing. */
export function chooseWord(
  mapping: Mapping,
  { column, word, value }: { column: Column; word: string; value: string },
): { mapping: Mapping; corrections: Corrections } {
  if (!isField(column)) return { mapping, corrections: mapping.corrections };
  const { headers, values } = mapping.corrections;
  const corrections: Corrections = {
    headers,
    values: { ...values, [column]: { ...values[column], [wordKey(word)]: value } },
  };
  return { mapping: { ...mapping, corrections }, corrections };
}
