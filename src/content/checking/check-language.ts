import type { Problem } from '#content/reading/problem.ts';
import { fieldPhrases, kindsOf, systemMeanings } from '#core/language/lexicon.ts';
import { faultOfPhrase, phrasesOf } from '#core/language/phrases.ts';
import type { LanguageTables, WordsTable } from '#core/language/tables.ts';
import { plain, tokensOf } from '#core/language/tokens.ts';

/** The catalogue of systems, below the project's root. */
export const systemsFile = 'content/advisor/systems.yaml';
/** What people's words mean, below the project's root. */
export const wordsFile = 'content/advisor/words.yaml';

const compared = (name: string): string =>
  tokensOf(name)
    .map(({ norm }) => norm)
    .join(' ');

/** Names that stand under two systems, of which the order of the file would choose one. */
function systemProblems(tables: LanguageTables): Problem[] {
  const known = new Map<string, string>();
  const problems: Problem[] = [];
  const note = (alias: string, system: string, field: string): void => {
    const name = compared(alias);
    const before = known.get(name);
    if (before === undefined) known.set(name, system);
    else problems.push({ file: systemsFile, field, message: `"${alias}" stands under ${before} already` });
  };
  tables.systems.own_names.forEach((name, index) => {
    note(name, 'F&O', `own_names.${index}`);
  });
  tables.systems.groups.forEach(({ systems }, group) => {
    for (const [name, aliases] of Object.entries(systems)) {
      note(name, name, `groups.${group}.systems.${name}`);
      aliases.forEach((alias, index) => {
        note(alias, name, `groups.${group}.systems.${name}.${index}`);
      });
    }
  });
  return problems;
}

/** One phrase of the file and where it stands. */
interface Placed {
  source: string;
  field: string;
}

const placed = (sources: readonly string[], field: string): Placed[] =>
  sources.map((source, index) => ({ source, field: `${field}.${index}` }));

/** The phrases of each field, each field's together, since a phrase may say something of several fields. */
function phrasesByField({ fields }: WordsTable): Placed[][] {
  return Object.entries(fields).map(([field, values]) =>
    Object.entries(values).flatMap(([value, { words = [], hints = [] }]) => [
      ...placed(words, `fields.${field}.${value}.words`),
      ...placed(hints, `fields.${field}.${value}.hints`),
    ]),
  );
}

function twiceIn(phrases: readonly Placed[]): Problem[] {
  const known = new Map<string, string>();
  return phrases.flatMap(({ source, field }) => {
    const phrase = plain(source.trim());
    const before = known.get(phrase);
    if (before === undefined) known.set(phrase, field);
    return before === undefined
      ? []
      : [{ file: wordsFile, field, message: `"${source}" stands under ${before.replace(/\.\d+$/, '')} already` }];
  });
}

/** Names in capitals that are no kind are taken for words; a slip in one would make the phrase mean nothing. */
function kindFault(source: string, kinds: ReadonlySet<string>): string | undefined {
  const name = [...source.matchAll(/\b[A-Z]{4,}\b/g)].map(([found]) => found).find((found) => nearKind(found, kinds));
  return name && `"${name}" is no kind of thing; there are ${[...kinds].join(', ')}`;
}

const nearKind = (name: string, kinds: ReadonlySet<string>): boolean =>
  !kinds.has(name) && [...kinds].some((kind) => kind.startsWith(name) || name.startsWith(kind));

function shapeProblems(words: WordsTable): Problem[] {
  const kinds = kindsOf(words);
  const all = [
    ...phrasesByField(words).flat(),
    ...placed(words.ignore, 'ignore'),
    ...placed(words.supposed, 'supposed'),
    ...placed(words.denials.behind, 'denials.behind'),
    ...placed(words.denials.except, 'denials.except'),
  ];
  return all.flatMap(({ source, field }) => {
    const faults = phrasesOf(source, null, kinds).map(faultOfPhrase);
    const fault = faults.find((one) => one !== undefined) ?? kindFault(source, kinds);
    return fault === undefined ? [] : [{ file: wordsFile, field, message: `"${source}" ${fault}` }];
  });
}

/** What is wrong with the tables beyond their form: names and phrases that stand twice, phrases that can match nothing. */
export function languageProblems(tables: LanguageTables): Problem[] {
  return [...systemProblems(tables), ...phrasesByField(tables.words).flatMap(twiceIn), ...shapeProblems(tables.words)];
}

/** How many systems and phrases there are, for the line that the check ends with. */
export const languageCounts = (tables: LanguageTables): { systems: number; phrases: number } => ({
  systems: new Set(systemMeanings(tables).map(({ meaning }) => meaning.name)).size - 1,
  phrases: fieldPhrases(tables.words).length,
});
