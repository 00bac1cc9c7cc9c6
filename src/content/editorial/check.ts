import { fillFigures } from '#content/publishing/figures-text.ts';
import { hasForm } from '#content/reading/body.ts';
import type { Library } from '#content/reading/entries.ts';
import { loadLibrary } from '#content/reading/library.ts';
import { ContentError, describeProblem, type Problem } from '#content/reading/problem.ts';
import { parseYaml, readText } from '#content/reading/read-files.ts';
import { bannedPhrasesSchema } from '#content/schemas/banned-phrase.ts';
import { lintContent } from './lint.ts';
import { passagesOf } from './passages.ts';
import { phraseFinder } from './phrases.ts';
import { readingGrade } from './reading-ease.ts';
import { LONG_SENTENCE, rhythmOf, SHORT_SENTENCE, sentencesIn } from './rhythm.ts';
import { britishSpellChecker } from './spelling.ts';

/** `npm run lint:content [-- part-of-a-path]`: what an editor would mark in `content/`, and how the verdicts read. */

const ROOT = process.cwd();
const BANNED = 'content/editorial/banned-phrases.yaml';
const DICTIONARY = 'content/editorial/dictionary.txt';

function bannedPhrases() {
  const problems: Problem[] = [];
  const banned = parseYaml(readText(ROOT, BANNED), BANNED, bannedPhrasesSchema, problems);
  if (!banned) throw new ContentError(problems);
  return banned;
}

const dictionary = (): string[] =>
  readText(ROOT, DICTIONARY)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Words of the terms themselves are explained in the glossary, so they are right. */
const termWords = ({ terms }: Library): string[] =>
  [...terms.values()].flatMap(({ term, expansion = '' }) => [...term.split(/[\s/]+/), ...expansion.split(/[\s/]+/)]);

function readingSummary({ answers, figures }: Library): string {
  const grades = answers.map(({ verdict }) => readingGrade(fillFigures(verdict, figures))).sort((a, b) => a - b);
  const at = (share: number): string => (grades[Math.floor(share * (grades.length - 1))] ?? 0).toFixed(1);
  return `Verdicts read at Flesch-Kincaid grade ${at(0.5)} in the middle, ${at(0.9)} at the ninth tenth, ${at(1)} at worst`;
}

function formSummary({ answers }: Library): string {
  const withForm = answers.filter(({ body }) => hasForm(body)).length;
  return `${withForm} of ${answers.length} answers carry a table or a timeline`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** How many answers are named as the most clipped. */
const NAMED = 3;

function sentenceSummary({ answers }: Library): string {
  const read = answers.map(({ id, body }) => ({ id, lengths: sentencesIn(body) }));
  const { median, short, long } = rhythmOf(read.flatMap(({ lengths }) => lengths));
  const clipped = read
    .map(({ id, lengths }) => ({ id, short: rhythmOf(lengths).short }))
    .sort((a, b) => b.short - a.short)
    .slice(0, NAMED)
    .map((answer) => `${answer.id} (${percent(answer.short)})`);
  return (
    `Sentences have ${median} words in the middle; ${percent(short)} have at most ${SHORT_SENTENCE}, ` +
    `${percent(long)} more than ${LONG_SENTENCE}; most short ones in ${clipped.join(', ')}`
  );
}

const wanted = process.argv[2] ?? '';
const library = loadLibrary(ROOT);
const problems = lintContent(
  library,
  passagesOf(ROOT, library),
  britishSpellChecker([...dictionary(), ...termWords(library)]),
  phraseFinder(bannedPhrases()),
).filter(({ file }) => file.includes(wanted));
for (const problem of problems) console.error(describeProblem(problem));
console.log(`${sentenceSummary(library)}.`);
console.log(`${readingSummary(library)}; ${formSummary(library)}; ${problems.length} faults of style.`);
process.exitCode = problems.length > 0 ? 1 : 0;
