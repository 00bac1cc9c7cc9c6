/** The longest text that can be an amount or a time; longer ones are looked at no further. */
const LONGEST = 100;

/**
 * A short text in small letters and without spaces, except where one parts two digits: `10 K – 20 000` becomes
 * `10k–20 000`. Expressions for what stands in it need no room for spaces, and so have nothing to try twice.
 *
 * @returns `undefined` for a text that is too long to be an amount or a time
 */
export function closeUp(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  return trimmed
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<!\d) | (?!\d)/g, '');
}
