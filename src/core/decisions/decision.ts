import type { Profile } from '#core/advisor/profile.ts';
import type { PatternId, RuleBook } from '#core/advisor/rule-book.ts';

/** One way to decide. */
export interface Choice {
  /** As rules name it. */
  id: string;
  name: string;
  /** What it means to decide so, in a sentence or two. */
  means: string;
}

/** A few answers that describe a common case. */
export interface Case {
  case: string;
  answers: Answers;
}

/**
 * A choice that somebody has to make, as content describes it. Its rules are a rule book like the advisor's, with fields
 * of its own, and the advisor's evaluator weighs them: `book.patterns` are the choices, in the order that settles ties.
 */
export interface Decision {
  /** The name of its file, and the last part of its address. */
  id: string;
  title: string;
  question: string;
  /** The short answer, for those who read no further. */
  verdict: string;
  /** The hub whose colour it has. */
  hub: string;
  aliases: readonly string[];
  choices: readonly Choice[];
  book: RuleBook;
  cases: readonly Case[];
  /** What it does not weigh. */
  limits: readonly string[];
  /** Ids of the answers that it rests on. */
  answers: readonly string[];
}

/** The word chosen for each question that was answered, by the question's field. */
export type Answers = Readonly<Record<string, string>>;

/** Something in a link that is no answer here. */
export interface AnswerFault {
  /** What was read. */
  found: string;
  /** What is wrong and what is allowed, in a sentence. */
  text: string;
}

/**
 * Answers as the evaluator takes them. Its types name the fields of interfaces; it compares words and never looks at what
 * they mean, so those of another book pass.
 */
export const profileOf = (answers: Answers): Profile => answers as unknown as Profile;

/** The choice of a decision that the evaluator names; `undefined` where nothing can be recommended. */
export const choiceNamed = ({ choices }: Decision, id: PatternId | undefined): Choice | undefined =>
  choices.find((choice) => choice.id === id);

/** Words that a question of a decision takes, with what they are called; none where there is no such question. */
const optionsOf = ({ book }: Decision, field: string): readonly { value: string; label: string }[] =>
  book.questions
    .filter((question) => question.field === field)
    .flatMap(({ options }) => options.map(({ value, label }) => ({ value: String(value), label })));

/** Reads answers from untrusted data; what cannot be used is a fault, and the other answers are kept. */
export function readAnswers(
  decision: Decision,
  raw: readonly (readonly [field: string, value: string])[],
): { answers: Answers; faults: AnswerFault[] } {
  const answers: Record<string, string> = {};
  const faults: AnswerFault[] = [];
  for (const [field, value] of raw) {
    const options = optionsOf(decision, field);
    const question = decision.book.questions.find((each) => each.field === field);
    if (!question) {
      const asked = decision.book.questions.map((each) => each.field).join(', ');
      faults.push({ found: field, text: `“${field}” is no question here; allowed are ${asked}.` });
    } else if (options.some((option) => option.value === value)) answers[field] = value;
    else {
      const allowed = options.map((option) => option.value).join(', ');
      faults.push({ found: value, text: `“${value}” is no answer to “${question.label}”; allowed are ${allowed}.` });
    }
  }
  return { answers, faults };
}
