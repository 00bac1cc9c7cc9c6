import { getContainerRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** What may hold JSX: Babel, by which development compiles it, is kept away from all other modules. */
const include = ['**/*.tsx'];

/** Where Preact's renderer looks up the settings of its integration. */
const settings = 'astro:preact:opts';

/** Hands the renderer its settings, as the integration does. */
function rendererSettings(): Plugin {
  return {
    name: 'islands-settings',
    resolveId: (id) => (id === settings ? `\0${settings}` : undefined),
    load: (id) => (id === `\0${settings}` ? `export default ${JSON.stringify({ include })}` : undefined),
  };
}

/**
 * Draws Preact's components, in a build by its renderer alone: JSX is left to Vite's own compiler, which is in Rust and
 * reads in `tsconfig.json` that it is Preact's. The integration as a whole loads Babel, which takes longer to load than
 * all components to compile; the development server keeps it, since it gives Preact's tools the names of hooks.
 */
export function islands(): AstroIntegration {
  return {
    name: '@astrojs/preact',
    hooks: {
      'astro:config:setup': async (options) => {
        if (options.command === 'build') {
          options.addRenderer(getContainerRenderer());
          options.updateConfig({ vite: { plugins: [rendererSettings()] } });
          return;
        }
        const { default: preact } = await import('@astrojs/preact');
        await preact({ include }).hooks['astro:config:setup']?.(options);
      },
    },
  };
}
