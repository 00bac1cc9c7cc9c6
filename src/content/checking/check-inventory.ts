import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { columns } from '#apps/inventory/reading/columns.ts';
import { interpret, openSheet } from '#apps/inventory/reading/interpret.ts';
import { readCsv } from '#apps/inventory/reading/read-csv.ts';
import { readerOf } from '#apps/inventory/reading/read-value.ts';
import { cellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { noCorrections, normaliseWord, type Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import type { Problem } from '#content/reading/problem.ts';
import { choices, type Field, fields, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { questionOf } from '#core/advisor/wording.ts';
import type { Lexicon } from '#core/language/lexicon.ts';

const wordsFile = 'content/advisor/inventory.yaml';
/** The invented programme that visitors may try the inventory with, below the project's root. */
export const sampleFile = 'content/advisor/sample-programme.csv';

/** Normalised words, each with what it means, and whether it is one of the field's own and need not be listed. */
type Meanings = Map<string, { meaning: string; isOwn: boolean }>;

/** Notes words for a meaning, and reports those that mean something else already. */
function noteWords(
  meanings: Meanings,
  meaning: string,
  words: readonly string[],
  field: string,
  problems: Problem[],
): void {
  words.forEach((word, index) => {
    const normal = normaliseWord(word);
    const before = meanings.get(normal);
    if (!before) meanings.set(normal, { meaning, isOwn: false });
    else if (before.meaning !== meaning || !before.isOwn) {
      const where = before.isOwn ? `is understood as ${before.meaning}` : `stands under ${before.meaning}`;
      const message = `"${word}" ${where} already; a word may have one meaning only`;
      problems.push({ file: wordsFile, field: `${field}.${index}`, message });
    }
  });
}

/** The field's own words and the questionnaire's labels, which are understood before any listed word. */
function ownWords(field: Field, book: RuleBook): Meanings {
  const values: readonly string[] = isChoice(field) ? choices[field] : guarantees;
  const labels = (questionOf(field, book)?.options ?? []).map(({ value, label }) => [label, String(value)] as const);
  const own = [...labels, ...values.map((value) => [value, value] as const)];
  return new Map(own.map(([word, meaning]) => [normaliseWord(word), { meaning, isOwn: true }]));
}

/**
 * Words that stand under two meanings, of which the order of the file would choose one.
 *
 * @param book where it is given, its labels and the fields' own words count too
 */
export function wordProblems({ headers, values }: Vocabulary, book?: RuleBook): Problem[] {
  const problems: Problem[] = [];
  const columnWords: Meanings = new Map();
  for (const [column, words = []] of Object.entries(headers)) {
    noteWords(columnWords, column, words, `headers.${column}`, problems);
  }
  for (const field of fields.filter((one) => !isCount(one))) {
    const meanings: Meanings = book ? ownWords(field, book) : new Map();
    for (const [value, words] of Object.entries(values[field] ?? {})) {
      noteWords(meanings, value, words, `values.${field}.${value}`, problems);
    }
  }
  return problems;
}

/** What a visitor who opens the sample would be shown as not understood, or as guessed. */
export function sampleProblems(text: string, vocabulary: Vocabulary, book: RuleBook, lexicon?: Lexicon): Problem[] {
  const table = readCsv(text);
  const reader = readerOf(vocabulary, book, noCorrections, lexicon && cellUnderstander(lexicon));
  const sheet = openSheet(table, vocabulary, book, reader);
  const { rows, faults } = interpret(sheet, reader);
  const report = (line: number | undefined, field: string, message: string): Problem => ({
    file: sampleFile,
    line,
    field,
    message,
  });
  const labels = columns.map((column) => columnLabel(column, vocabulary, book)).join(', ');
  const guessed = sheet.matches.filter(
    ({ by, column }) => column !== 'extra' && (by === 'spelling' || by === 'content'),
  );
  return [
    ...(rows.length === 0 ? [report(undefined, '', 'holds no interface')] : []),
    ...table.remarks.map((remark) => report(undefined, '', remark)),
    ...guessed.map(({ header, column }) =>
      report(
        sheet.header.first + 1,
        header,
        `is only guessed to be "${column}"; allowed are ${labels}, or a listed word`,
      ),
    ),
    ...faults.map(({ row, header, found, allowed }) =>
      report(row, header, `"${found}" cannot be read; allowed: ${allowed}`),
    ),
  ];
}
