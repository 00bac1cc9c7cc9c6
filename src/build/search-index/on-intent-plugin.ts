import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { onIntent } from '#apps/search/view/on-intent.ts';

/**
 * Bundles the scripts that are loaded on intent to their fixed addresses, beside what Astro's pages load.
 *
 * @param root folder of the project
 */
export function onIntentPlugin(root: string): Plugin {
  return {
    name: 'on-intent',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      for (const { file, source } of Object.values(onIntent)) {
        this.emitFile({ type: 'chunk', id: resolve(root, source), fileName: file, preserveSignature: 'strict' });
      }
    },
  };
}
