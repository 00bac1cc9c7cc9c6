import { normaliseWord } from '#apps/inventory/reading/vocabulary.ts';

/** Windows keeps these names for its devices, whatever the ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The part of a file's name before the ending that every system takes, made of a person's words.
 *
 * @param otherwise stands where there is no letter or digit to make a name of
 */
export function fileStem(text: string, otherwise: string): string {
  const words = normaliseWord(text.slice(0, 1_000)).match(/[a-z0-9]+/g) ?? [];
  const stem = words.join('-').slice(0, 60).replace(/-$/, '');
  if (stem === '') return otherwise;
  return reserved.test(stem) ? `${otherwise}-${stem}` : stem;
}
