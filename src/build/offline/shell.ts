import { onIntentFiles } from '#apps/search/view/on-intent.ts';

/** A built file, by its path below `dist/`. */
export interface BuiltFile {
  path: string;
  bytes: number;
}

/** A visitor's storage is theirs: what is kept without being asked for stays below this. */
export const SHELL_LIMIT = 7_000_000;

const hubPage = /^[^/]+\/index\.html$/;
const isSearchData = (path: string): boolean => path.startsWith('pagefind/');
const longPage = /^(sources|changes|figures|ending)\//;

/**
 * What is kept, most wanted first: what pages are drawn with, the pages that one works with, what search asks first, and
 * then the texts it shows of each page.
 */
const wanted: readonly ((path: string) => boolean)[] = [
  (path) => path.startsWith('_astro/') || onIntentFiles.includes(path) || path === 'favicon.svg',
  (path) => path === 'index.html' || path === 'advisor/language.json' || /^(advisor|patterns)\/.*\.html$/.test(path),
  (path) => hubPage.test(path) && !longPage.test(path),
  (path) => isSearchData(path) && !path.includes('/fragment/'),
  isSearchData,
];

const sizeOf = (files: readonly BuiltFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * The files that a visitor keeps after the first visit, so that the advisor, the inventory, the patterns and search work
 * without a network. A group that would go past the limit is left out whole, since half a search index finds half.
 */
export function shellOf(files: readonly BuiltFile[], limit = SHELL_LIMIT): BuiltFile[] {
  const kept: BuiltFile[] = [];
  const known = new Set<string>();
  for (const isWanted of wanted) {
    const group = files.filter(({ path }) => isWanted(path) && !known.has(path));
    if (sizeOf(kept) + sizeOf(group) > limit) break;
    for (const file of group) known.add(file.path);
    kept.push(...group);
  }
  return kept;
}

/** The address of a built file, below the place the site is deployed to. */
export const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;

/** Files whose name or folder changes with what they hold need no further mark to tell old from new. */
export const isNamedByContent = (path: string): boolean => path.startsWith('_astro/');
