import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { paletteFile } from './address.ts';

/** Bundles the palette to its fixed address, beside what Astro's pages load. */
export function palettePlugin(): Plugin {
  return {
    name: 'palette',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      const id = fileURLToPath(new URL('palette.ts', import.meta.url));
      this.emitFile({ type: 'chunk', id, fileName: paletteFile, preserveSignature: 'strict' });
    },
  };
}
