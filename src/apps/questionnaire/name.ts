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

/**
 * A name for an interface that was described in a sentence: its first clause, cut at a word.
 *
 * @example nameFrom('Nightly, 50,000 sales orders from a Shopify store into F&O; nobody waits')
 * // 'Nightly, 50,000 sales orders from a Shopify store into F&O'
 */
export function nameFrom(sentence: string): string {
  const [clause = ''] = tidyName(sentence).split(/[;:!?]|\.(?=\s|$)/);
  const name = clause.trim();
  if (name.length <= MAX_CLAUSE) return name;
  return name
    .slice(0, MAX_CLAUSE + 1)
    .replace(/\s\S*$/, '')
    .slice(0, MAX_CLAUSE)
    .replace(/[\s,]+$/, '');
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
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return words === '' ? 'integration-pattern' : `integration-pattern-${words.slice(0, MAX_CLAUSE).replace(/-+$/, '')}`;
}
