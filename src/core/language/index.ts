/** Understanding what people write about an interface: pure functions over tables of words. See `docs/advisor.md`. */
export { type Lexicon, lexiconOf } from './lexicon.ts';
export type { LanguageTables } from './tables.ts';
export { type Understanding, understand } from './understand.ts';
