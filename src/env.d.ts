/** TypeScript alone reads no Astro files; `astro check` does, and knows their props. */
declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
