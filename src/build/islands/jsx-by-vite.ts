import type { Plugin } from 'vite';

/** The step of `@preact/preset-vite` that sends each component through Babel, whatever its settings. */
const throughBabel = 'vite:preact-jsx';

/**
 * Leaves JSX in a build to Vite's own compiler, which is in Rust and reads in `tsconfig.json` that it is Preact's. The
 * development server keeps Babel, which gives Preact's tools the names of hooks.
 */
export function jsxByVite(): Plugin {
  return {
    name: 'jsx-by-vite',
    apply: 'build',
    configResolved({ plugins }) {
      const step = plugins.find(({ name }) => name === throughBabel);
      if (!step) throw new Error(`There is no plugin ${throughBabel}: Preact's preset has changed, and this may go`);
      delete step.transform;
    },
  };
}
