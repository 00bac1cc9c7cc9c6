import { isStopWord } from '#apps/search/query/stop-words.ts';
import { nameKey, plainWords, stemOf } from '#apps/search/query/words.ts';
import type { Library } from '#content/reading/entries.ts';
import type { Problem } from '#content/reading/problem.ts';

const file = 'content/search/phrases.yaml';

const tellingStems = (text: string): string[] =>
  plainWords(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);

type Searchable = Pick<Library, 'answers' | 'patterns' | 'terms' | 'searchLanguage'>;

/** Every word, by its stem, that search can find a page by before the texts are there. */
function findableStems({ answers, patterns, terms, searchLanguage }: Searchable): Set<string> {
  const texts = [
    ...answers.flatMap(({ question, aliases, verdict }) => [question, ...aliases, verdict]),
    ...patterns.flatMap(({ name, short, verdict }) => [name, short, verdict]),
    ...searchLanguage.pages.flatMap(({ title, aliases, verdict }) => [title, ...aliases, verdict]),
    ...[...terms.values()].flatMap(({ term, expansion = '', oldNames, aliases }) => [
      term,
      expansion,
      ...oldNames,
      ...aliases,
    ]),
  ];
  return new Set(texts.flatMap(plainWords).map(stemOf));
}

/** Ways of asking for pages that are not there, and those that stand under two pages, of which only one can come first. */
function checkAsked({
  answers,
  patterns,
  searchLanguage,
  unread,
}: Pick<Library, 'answers' | 'patterns' | 'searchLanguage' | 'unread'>): Problem[] {
  const pages = new Set([...answers.map(({ id }) => id), ...patterns.map(({ id }) => `patterns/${id}`), ...unread]);
  const seen = new Map<string, string>();
  return [...searchLanguage.asked].flatMap(([path, phrases]) => {
    const [folder = '', slug = ''] = path.split('/');
    const at = `content/search/asked/${folder}.yaml`;
    const missing =
      pages.has(path) || pages.has(slug) ? [] : [{ file: at, field: slug, message: `is no page of ${folder}` }];
    const twice = phrases.flatMap((phrase, index) => {
      const key = nameKey(phrase);
      const first = seen.get(key);
      seen.set(key, first ?? path);
      return first
        ? [{ file: at, field: `${slug}.${index}`, message: `"${phrase}" stands under ${first} already` }]
        : [];
    });
    return [...missing, ...twice];
  });
}

/** Phrases that stand twice, so that one of them would never be read, and meanings by which no page can be found. */
export function checkSearchLanguage(library: Searchable & Pick<Library, 'unread'>): Problem[] {
  const problems: Problem[] = checkAsked(library);
  const seen = new Set<string>();
  const findable = findableStems(library);
  for (const [index, { say, mean }] of library.searchLanguage.phrases.entries()) {
    for (const [number, phrase] of say.entries()) {
      const key = (tellingStems(phrase).length > 1 ? tellingStems(phrase) : plainWords(phrase).map(stemOf)).join(' ');
      const message = `"${phrase}" stands here already, but for small words and endings`;
      if (seen.has(key)) problems.push({ file, field: `${index}.say.${number}`, message });
      seen.add(key);
    }
    const unknown = tellingStems(mean).every((stem) => !findable.has(stem));
    if (unknown && library.unread.size === 0) {
      const message = `"${mean}" is in no question, other name, short answer or term, so it would find nothing`;
      problems.push({ file, field: `${index}.mean`, message });
    }
  }
  return problems;
}
