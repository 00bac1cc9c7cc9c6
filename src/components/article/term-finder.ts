import type { Term } from '#content/schemas/term.ts';

/** What finding a term in a text needs to know of it. */
export type TermName = Pick<Term, 'id' | 'term' | 'expansion' | 'everyday'>;

interface TermFinder {
  /** Every name of a term, as a whole word in text that is escaped as HTML. */
  pattern: RegExp;
  /** Whose name was found. */
  idOf: (found: string) => string | undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A name as a sentence may have it: in the plural, and its first letter small unless it is a proper name or an acronym. */
function namePattern(name: string): string {
  const html = escaped(asHtml(name));
  const [first = ''] = html;
  const isProper = /^.+[\p{Lu}\d]/u.test(name) || !/\p{Lu}/u.test(first);
  return `${isProper ? first : `[${first}${first.toLowerCase()}]`}${html.slice(first.length)}s?`;
}

/** Finds the names of terms, the longest first, so that "Service Bus" is not found as a shorter name within. */
function finderOf(terms: readonly TermName[]): TermFinder {
  const names = terms
    .filter(({ everyday }) => !everyday)
    .flatMap(({ id, term, expansion }) => [term, ...(expansion ? [expansion] : [])].map((name) => ({ id, name })))
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ id, name }) => ({ id, source: namePattern(name) }));
  const whole = names.map(({ id, source }) => ({ id, pattern: new RegExp(`^${source}$`, 'u') }));
  const any = names.map(({ source }) => source).join('|');
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}/-])(?:${any})(?![\\p{L}\\p{N}/-])`, 'gu'),
    idOf: (found) => whole.find(({ pattern }) => pattern.test(found))?.id,
  };
}

const finders = new WeakMap<readonly TermName[], TermFinder>();

/** The finder of a list of terms, made once for each list, since a build asks for it on every page. */
export function termFinder(terms: readonly TermName[]): TermFinder {
  const finder = finders.get(terms) ?? finderOf(terms);
  finders.set(terms, finder);
  return finder;
}
