/** Where the palette is served: a fixed address, since a script in every page names it. */
export const paletteFile = 'search/palette.js';

/** The same in the development server, which bundles nothing. */
export const paletteSource = 'src/search/palette/palette.ts';
