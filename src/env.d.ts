/// <reference types="astro/client" />

/** For the compiler alone; Astro's own check reads the components themselves. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
