/// <reference types="astro/client" />

/** For the compiler alone; Astro's own check reads the components themselves. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

interface ImportMetaEnv {
  /** Whether this build brings a service worker. */
  readonly OFFLINE: boolean;
  /** Folder in which builds keep things for the next one; known to pages alone, not to scripts. */
  readonly KEPT: string;
}

/** Made by `src/build/search-index/light-file-plugin.ts`. */
declare module 'virtual:search-names' {
  const file: import('./apps/search/index/light-file.ts').NamesFile;
  export default file;
}

/** Made beside it. */
declare module 'virtual:search-further' {
  const file: import('./apps/search/index/light-file.ts').FurtherFile;
  export default file;
}

/** Made beside it. */
declare module 'virtual:search-facts' {
  const file: import('./apps/search/facts/facts-file.ts').FactsFile;
  export default file;
}
