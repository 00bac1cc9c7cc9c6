/** A name longer than this is no name but a description. */
export const MAX_NAME = 80;

/** Of a sentence, what a name takes. */
const MAX_CLAUSE = 60;

/** A name as somebody typed it, on one line and no longer than a name may be; empty where nothing was typed. */
export const tidyName = (text: string): string =>
  Array.from(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
    .slice(0, MAX_NAME)
    .join('')
    .trim();

/** As many of the first words as fit; of a single word that does not, its beginning. */
function firstWords(words: readonly string[], between: string): string {
  let text = words[0]?.slice(0, MAX_CLAUSE) ?? '';
  for (const word of words.slice(1)) {
    if (text.length + between.length + word.length > MAX_CLAUSE) break;
    text += between + word;
  }
  return text;
}

/**
 * A name for an interface that was described in a sentence: its first clause, cut at a word.
 *
 * @example nameFrom('Nightly, 50,000 sales orders from a Shopify store into F&O; nobody waits')
 * // 'Nightly, 50,000 sales orders from a Shopify store into F&O'
 */
export function nameFrom(sentence: string): string {
  const [clause = ''] = tidyName(sentence).split(/[;:!?]|\.(?=\s|$)/);
  const name = firstWords(clause.trim().split(' '), ' ');
  return name.endsWith(',') ? name.slice(0, -1) : name;
}

/**
 * A name as part of a file's name: small letters, digits and hyphens.
 *
 * @returns the name alone after `integration-pattern-`, or just that where nothing is left of it
 */
export function fileNameOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return ['integration-pattern', ...(words.length > 0 ? [firstWords(words, '-')] : [])].join('-');
}
