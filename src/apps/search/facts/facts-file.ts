/** A checked figure as search shows it. */
export interface FactFigure {
  /** What it says, whole: `at most 10,000 records per response page`. */
  text: string;
  /** Words by which it is found besides. */
  words: string;
  /** Id and title of its source. */
  source: string;
  sourceTitle: string;
  /** When it was last held against the source, as it is read: `27 November 2026`. */
  checked: string;
}

/** What answers a query at once, without a page to open; loaded after the first results. */
export interface FactsFile {
  figures: readonly Omit<FactFigure, 'sourceTitle'>[];
  /** Titles of the sources that they name, by id. */
  sources: Readonly<Record<string, string>>;
  /** What each term of the glossary means, by its id. */
  definitions: Readonly<Record<string, string>>;
}
