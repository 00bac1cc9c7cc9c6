import { fillFigures } from '#content/publishing/figures-text.ts';
import type { AnswerEntry, Library } from '#content/reading/entries.ts';
import type { Problem } from '#content/reading/problem.ts';
import { words } from '#content/schemas/shared.ts';
import { wordsShown } from './blocks.ts';
import type { Passage } from './passages.ts';
import type { phraseFinder } from './phrases.ts';
import { longestSentence, readingGrade } from './reading-ease.ts';
import type { SpellChecker } from './spelling.ts';
import { unsourcedFigures } from './unsourced-figures.ts';

/** Words of an answer below its verdict. */
const BODY_WORDS = { least: 180, most: 600 } as const;
/** A verdict is read once, standing, between two meetings. */
const VERDICT_GRADE = 12;
const VERDICT_SENTENCE_WORDS = 30;

function lintAnswer({ file, body, verdict }: AnswerEntry, figures: Library['figures']): Problem[] {
  const length = words(wordsShown(body));
  const read = fillFigures(verdict, figures);
  const grade = readingGrade(read);
  const longest = longestSentence(read);
  return [
    ...(length < BODY_WORDS.least || length > BODY_WORDS.most
      ? [{ file, field: 'body', message: `has ${length} words; ${BODY_WORDS.least} to ${BODY_WORDS.most} are wanted` }]
      : []),
    ...(grade > VERDICT_GRADE
      ? [{ file, field: 'verdict', message: `reads at grade ${grade.toFixed(1)}; at most ${VERDICT_GRADE} is wanted` }]
      : []),
    ...(longest > VERDICT_SENTENCE_WORDS
      ? [{ file, field: 'verdict', message: `has a sentence of ${longest} words; ${VERDICT_SENTENCE_WORDS} at most` }]
      : []),
    ...unsourcedFigures(body).map(({ figure, line }) => ({
      file,
      field: `body line ${line}`,
      message: `"${figure}" has no <Fact>, no <Cite> and no <Judgement />, and is not declared as an example`,
    })),
  ];
}

const lintPassage = (
  { file, field, text }: Passage,
  { misspelt }: SpellChecker,
  findPhrases: ReturnType<typeof phraseFinder>,
): Problem[] => [
  ...misspelt(text).map((word) => ({
    file,
    field,
    message: `"${word}" is not in the British dictionary, nor in content/editorial/dictionary.txt`,
  })),
  ...findPhrases(text).map(({ found, instead }) => ({ file, field, message: `"${found}" is banned. ${instead}` })),
];

/**
 * Faults of style that no schema sees: misspelt words, banned phrases, figures without a ground, answers that are too
 * long or too short, verdicts that are hard to read.
 */
export const lintContent = (
  library: Library,
  passages: readonly Passage[],
  speller: SpellChecker,
  findPhrases: ReturnType<typeof phraseFinder>,
): Problem[] => [
  ...library.answers.flatMap((answer) => lintAnswer(answer, library.figures)),
  ...passages.flatMap((passage) => lintPassage(passage, speller, findPhrases)),
];
