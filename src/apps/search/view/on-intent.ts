/**
 * Scripts that a page loads once a visitor shows that they want them. They are served at fixed addresses, since a few
 * lines in the page itself name them; the development server, which bundles nothing, has them at their source.
 */
export const onIntent = {
  palette: { file: 'search/palette.js', source: 'src/apps/search/palette/palette.ts' },
  answerSlide: { file: 'search/answer-slide.js', source: 'src/apps/reading/answer-slide.ts' },
  hubFilter: { file: 'search/hub-filter.js', source: 'src/apps/search/hub-filter/hub-filter.ts' },
} as const;

/** Where these scripts are served, below the place the site is deployed to. */
export const onIntentFiles: readonly string[] = Object.values(onIntent).map(({ file }) => file);
