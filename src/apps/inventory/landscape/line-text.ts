import type { Direction } from '#apps/inventory/reading/ends.ts';
import type { PatternId, RuleBook } from '#core/advisor/rule-book.ts';
import type { Landscape, LandscapeLine, PatternCount } from './landscape.ts';

/** Longer names are cut in the picture; lists have them whole. */
const LONGEST = 30;

/** A text as it fits into the picture. */
export const cut = (text: string, longest = LONGEST): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;

/** A pattern in a word or two. */
export const shortPattern = (pattern: PatternId | undefined, { patterns }: RuleBook): string =>
  pattern ? (patterns.find(({ id }) => id === pattern)?.short ?? pattern) : 'No pattern';

const PATTERNS_NAMED = 2;

/** `OData 5, DMF 4, 3 others`. */
function mixText(patterns: readonly PatternCount[], book: RuleBook): string {
  const named = patterns
    .slice(0, PATTERNS_NAMED)
    .map(({ pattern, count }) => `${shortPattern(pattern, book)} ${count}`);
  const others = patterns.slice(PATTERNS_NAMED).reduce((sum, { count }) => sum + count, 0);
  return [...named, ...(others > 0 ? [`${others} others`] : [])].join(', ');
}

/** What stands on a line: the interface or how many there are, and always the pattern. */
export function lineText({ patterns, titles }: LandscapeLine, grain: Landscape['grain'], book: RuleBook): string {
  const [first] = patterns;
  if (grain === 'interface') return `${cut(titles[0] ?? '')} · ${shortPattern(first?.pattern, book)}`;
  if (patterns.length > 1) return mixText(patterns, book);
  return `${shortPattern(first?.pattern, book)} · ${titles.length}`;
}

/** Which way data go, seen from F&O. */
export const directionText: Readonly<Record<Direction, string>> = {
  inbound: 'into F&O',
  outbound: 'out of F&O',
  bidirectional: 'both ways',
};
