import { LightIndex } from '#apps/search/index/light-index.ts';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import type { Tables } from '#cli/read-input.ts';
import type { Library } from '#content/reading/entries.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { loadLanguage } from '#content/reading/language.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import { FigureFinder } from './figures.ts';

/** All that the server's tools look things up in; the same data as the command line and the pages read. */
export interface Desk extends Tables {
  library: Library;
  /** Questions, other names and verdicts of all pages. */
  light: LightIndex;
  figures: FigureFinder;
}

/**
 * Reads `content/` when something is first asked, since a client waits for the server to greet it.
 *
 * @throws {ContentError} on the first call, when anything in `content/` is wrong
 */
export function deskOnDemand(): () => Desk {
  let desk: Desk | undefined;
  return () => {
    desk ??= openDesk();
    return desk;
  };
}

function openDesk(): Desk {
  const library = loadLibrary();
  return {
    library,
    book: loadRuleBook(),
    vocabulary: loadVocabulary(),
    lexicon: lexiconOf(loadLanguage()),
    light: new LightIndex(lightFileOf(library)),
    figures: new FigureFinder(library),
  };
}
