import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { loadLibrary } from '#content/reading/library.ts';

/** The library of the site being built: pages and components import this one, read and checked once. */
export const library = contentOfBuild(process.cwd())?.library ?? loadLibrary();
