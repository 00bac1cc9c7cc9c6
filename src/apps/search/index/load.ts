import type { Facts } from '#apps/search/facts/facts.ts';
import { textIndexOver } from './engine.ts';
import type { LightFile } from './light-file.ts';
import type { LightIndex } from './light-index.ts';
import { once } from './once.ts';
import type { Pagefind, TextIndex } from './text-index.ts';

/** Code and names of the light index; the data is a module so that its name holds its hash. */
async function loadNames(): Promise<{ light: LightIndex; file: LightFile }> {
  const [{ LightIndex, unpackNames }, { default: names }] = await Promise.all([
    import('./light-module.ts'),
    import('virtual:search-names'),
  ]);
  const file = unpackNames(names);
  return { light: new LightIndex(file), file };
}

/** The texts of the pages: Pagefind, of which each query loads only what it needs. */
export async function loadTexts(base: string, light: LightIndex, attempt: number): Promise<TextIndex> {
  // The index is made after the bundle, so its address must stay out of the bundler's sight. A browser remembers a
  // module that failed, so each further attempt needs an address of its own.
  const address = `${base}/pagefind/pagefind.js${attempt > 1 ? `?attempt=${attempt}` : ''}`;
  return textIndexOver((await import(/* @vite-ignore */ address)) as Pagefind, light);
}

const names = once(loadNames);

const further = once(async () => (await import('virtual:search-further')).default);

/** The light index by the names of the pages alone, loaded once for all that searches on a page, and again after a failure. */
export const namesIndex = async (): Promise<LightIndex> => (await names()).light;

/** Figures and definitions, loaded once there are results to show them beside. */
export const facts = once(async (): Promise<Facts> => {
  const [{ Facts }, { default: file }, light] = await Promise.all([
    import('#apps/search/facts/facts.ts'),
    import('virtual:search-facts'),
    namesIndex(),
  ]);
  return new Facts(file, light);
});

/** The whole light index: short answers, ways of asking and phrases beside the names. */
export const lightIndex = once(async (): Promise<LightIndex> => {
  const rest = further();
  // Where the names fail, this is not waited for.
  rest.catch(() => undefined);
  const [{ LightIndex, withFurther }, { file }] = await Promise.all([import('./light-module.ts'), names()]);
  return new LightIndex(withFurther(file, await rest));
});
