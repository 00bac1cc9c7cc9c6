import type { Library } from '#content/reading/entries.ts';
import type { Problem } from '#content/reading/problem.ts';
import { siteAddresses } from '#content/reading/routes.ts';
import { choices, type Field, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import type { Clause, FieldTest, Question, RuleBook } from '#core/advisor/rule-book.ts';
import { growthProblems } from './check-growth.ts';
import { checkPatterns } from './check-patterns.ts';

const questionsFile = 'content/advisor/questions.yaml';
const partsFile = 'content/advisor/parts.yaml';
const levelsFile = 'content/advisor/operations/service-levels.yaml';

/** What may hold only under conditions; an exception is one clause, or several. */
interface Conditional {
  when?: readonly Clause[] | undefined;
  unless?: readonly (FieldTest | Clause)[] | undefined;
}

const doublesOf = <T>(values: readonly T[]): T[] => values.filter((value, index) => values.indexOf(value) < index);

/** The words that a question may offer; a count takes any number. */
const wordsOf = (field: Field): readonly string[] => (isChoice(field) ? choices[field] : guarantees);

/** An answer that the advisor does not know, and a word of the field that nobody could choose. */
function optionProblems({ field, options }: Question): Problem[] {
  const values = options.map(({ value }) => value);
  const report = (at: string, message: string): Problem => ({ file: questionsFile, field: `${field}.${at}`, message });
  const doubled = doublesOf(values).map((value) =>
    report(`options.${values.lastIndexOf(value)}.value`, `"${value}" is offered twice`),
  );
  if (isCount(field)) {
    const wrong = values.flatMap((value, index) => (typeof value === 'number' ? [] : [{ value, index }]));
    return [
      ...doubled,
      ...wrong.map(({ value, index }) => report(`options.${index}.value`, `"${value}" must be a number`)),
    ];
  }
  const words = wordsOf(field);
  const allowed = `allowed are ${words.join(', ')}`;
  const unknown = values.flatMap((value, index) =>
    (words as readonly unknown[]).includes(value)
      ? []
      : [report(`options.${index}.value`, `"${value}" is no value of ${field}; ${allowed}`)],
  );
  const unoffered = words.filter((word) => !values.includes(word));
  return [...doubled, ...unknown, ...unoffered.map((word) => report('options', `offers no "${word}"; ${allowed}`))];
}

/** Fields that questions and rules have to agree about. */
function questionProblems({ questions, conflicts, capacity }: RuleBook): Problem[] {
  // What is wrong with the file itself has been said, and all the rest would follow from it.
  if (questions.length === 0) return [];
  const every = questions.map(({ field }) => field);
  const asked = [...new Set(every)];
  const unasked = (field: Field): string => `no question asks for "${field}"; allowed are ${asked.join(', ')}`;
  return [
    ...doublesOf(every).map((field) => ({
      file: questionsFile,
      field: `${every.lastIndexOf(field)}.field`,
      message: `a question about "${field}" stands twice`,
    })),
    ...questions.flatMap(optionProblems),
    ...conflicts.flatMap(({ id, between }) =>
      between.flatMap((field, index) =>
        asked.includes(field)
          ? []
          : [{ file: 'content/advisor/conflicts.yaml', field: `${id}.between.${index}`, message: unasked(field) }],
      ),
    ),
    ...capacity.flatMap(({ id, field }) =>
      asked.includes(field)
        ? []
        : [{ file: 'content/advisor/capacity.yaml', field: `${id}.field`, message: unasked(field) }],
    ),
  ];
}

/** An answer in words that is held against a figure says how much it stands for. */
function amountProblems({ questions, capacity }: RuleBook): Problem[] {
  const measured = new Set<Field>(capacity.map(({ field }) => field));
  return questions
    .filter(({ field }) => measured.has(field) && !isCount(field))
    .flatMap(({ field, options }) =>
      options.flatMap(({ amount }, index) =>
        amount
          ? []
          : [
              {
                file: questionsFile,
                field: `${field}.options.${index}`,
                message: 'needs an amount, up_to or above, since figures are held against it',
              },
            ],
      ),
    );
}

/** Questions whose answers change nothing. The service level is read by the plans' numbers, without a condition. */
function idleQuestions(book: RuleBook): Problem[] {
  const { questions, rules, verdicts, kinds, conflicts, contradictions, notes, choices: offered, parts } = book;
  const { capacity, operations } = book;
  const variants = offered.flatMap((choice) => choice.variants);
  const statements = [
    ...rules,
    ...verdicts,
    ...kinds,
    ...conflicts,
    ...contradictions,
    ...notes,
    ...capacity,
    ...variants,
    ...parts,
  ];
  const tests = [...statements, ...operations.items].flatMap(({ when = [], unless = [] }: Conditional) =>
    [...when, ...unless].flat(),
  );
  const read = new Set<string>([...tests, ...capacity].map(({ field }) => field));
  const message = 'no rule, conflict, note, variant, part, figure or plan reads it, so its answer changes nothing';
  return questions
    .filter(({ field }) => field !== 'sla' && !read.has(field))
    .map(({ field }) => ({ file: questionsFile, field, message }));
}

/** Variants that a part or a plan asks for and that do not exist. */
function variantProblems({ choices: offered, parts, operations }: RuleBook): Problem[] {
  const ids = offered.flatMap(({ variants }) => variants.map(({ id }) => id));
  const unknown = ({ when = [], unless = [] }: Conditional): string[] =>
    [...when, ...unless]
      .flat()
      .flatMap((test) => (test.field === 'variant' && 'anyOf' in test ? test.anyOf : []))
      .filter((id) => !ids.includes(id));
  const message = (id: string): string => `"${id}" is no variant; allowed are ${ids.join(', ')}`;
  return [
    ...parts.flatMap((part) => unknown(part).map((id) => ({ file: partsFile, field: part.id, message: message(id) }))),
    ...operations.items.flatMap((item) =>
      unknown(item).map((id) => ({
        file: `content/advisor/operations/${item.pattern === 'any' ? 'hub' : item.pattern}.yaml`,
        field: item.section,
        message: message(id),
      })),
    ),
  ];
}

/** Parts that the program itself looks for. */
const knownParts = ['hub', 'queue'] as const;

const missingParts = ({ parts }: RuleBook): Problem[] =>
  knownParts
    .filter((id) => !parts.some((part) => part.id === id))
    .map((id) => ({ file: partsFile, field: '', message: `"${id}" is missing; designs are drawn by it` }));

/** Every service level that an answer may name has its numbers, once. */
function levelProblems({ operations: { levels } }: RuleBook): Problem[] {
  if (levels.length === 0) return [];
  const ids = levels.map(({ id }) => id);
  return [
    ...doublesOf(ids).map((id) => ({
      file: levelsFile,
      field: `${ids.lastIndexOf(id)}.id`,
      message: `"${id}" stands twice`,
    })),
    ...choices.sla
      .filter((id) => !ids.includes(id))
      .map((id) => ({ file: levelsFile, field: '', message: `has no "${id}"; needed are ${choices.sla.join(', ')}` })),
  ];
}

/** What changed last is told under the version that links carry. */
function versionProblems({ version, changes }: RuleBook): Problem[] {
  const newest = changes[0]?.version;
  if (newest === undefined || newest === version) return [];
  const message = `is "${version}", but the newest change stands under "${newest}"; allowed is the same version for both`;
  return [{ file: 'content/advisor/rule-book.yaml', field: 'version', message }];
}

function linkProblems(root: string, { notes }: RuleBook, library: Library): Problem[] {
  const pages = siteAddresses(root, library);
  return notes.flatMap(({ id, link = '' }) => {
    const [path = ''] = link.split(/[?#]/);
    if (!path.startsWith('/') || pages.has(path) || library.unread.has(path.slice(1, -1))) return [];
    return [
      { file: 'content/advisor/notes.yaml', field: `${id}.link`, message: `leads to ${link}, which does not exist` },
    ];
  });
}

/** Faults of the rule book that no single file shows: what its parts say of each other and of the site. */
export const checkAdvisor = (root: string, book: RuleBook, library: Library): Problem[] => [
  ...questionProblems(book),
  ...checkPatterns(root, library),
  ...amountProblems(book),
  ...idleQuestions(book),
  ...variantProblems(book),
  ...missingParts(book),
  ...levelProblems(book),
  ...versionProblems(book),
  ...linkProblems(root, book, library),
  ...growthProblems(book),
];
