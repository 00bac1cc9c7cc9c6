import { readContent } from '#content/reading/content.ts';
import { describeProblem } from '#content/reading/problem.ts';
import { languageCounts } from './check-language.ts';

/** `node src/content/checking/check.ts [part-of-a-path]`: lists what is wrong in `content/`, or in the files so named. */
const wanted = process.argv[2] ?? '';
const { library, book, language, problems } = readContent(process.cwd());
const { systems, phrases } = language ? languageCounts(language) : { systems: 0, phrases: 0 };
const shown = problems.filter(({ file }) => file.includes(wanted));
for (const problem of shown) console.error(describeProblem(problem));
console.log(
  `${library.answers.length} answers, ${library.patterns.length} patterns, ${library.sources.size} sources, ` +
    `${library.figures.size} figures, ${library.terms.size} terms, ${book.questions.length} questions, ` +
    `${book.rules.length} rules, ${book.operations.items.length} lines of operations plans, ` +
    `${systems} systems, ${phrases} phrases: ${shown.length} ${shown.length === 1 ? 'problem' : 'problems'}`,
);
process.exitCode = shown.length > 0 ? 1 : 0;
