import type { BannedPhrase } from '#content/schemas/banned-phrase.ts';

const patternOf = (phrase: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}-])${phrase.replace(/[.+?^$()[\]{}|\\]/g, String.raw`\$&`).replaceAll('*', String.raw`\p{L}*`)}(?![\p{L}-])`,
    'iu',
  );

/** Finds phrases that never stand on this site. */
export function phraseFinder(banned: readonly BannedPhrase[]): (text: string) => { found: string; instead: string }[] {
  const patterns = banned.map(({ phrase, instead }) => ({ pattern: patternOf(phrase), instead }));
  return (text) =>
    patterns.flatMap(({ pattern, instead }) => {
      const found = pattern.exec(text.replaceAll('’', "'"))?.[0];
      return found ? [{ found, instead }] : [];
    });
}
