import type { Decision } from '#core/decisions/decision.ts';
import type { DecisionInUse } from './use-decision.ts';

type Question = Decision['book']['questions'][number];

interface QuestionProps {
  question: Question;
  chosen: string | undefined;
  /** The answer that follows from the others, where none was chosen. */
  follows: string | undefined;
  /** Whether an answer can still change the verdict. */
  isOpen: boolean;
  onAnswer(value: string | undefined): void;
}

function QuestionField({ question, chosen, follows, isOpen, onAnswer }: QuestionProps) {
  const { field, ask, why, options } = question;
  const following = options.find(({ value }) => value === follows)?.label;
  const isIdle = chosen === undefined && !isOpen;
  const option = (value: string | undefined, label: string) => (
    <label
      class={value === undefined ? 'decision__option decision__option--blank' : 'decision__option'}
      key={value ?? ''}
    >
      <input type="radio" name={field} checked={chosen === value} onChange={() => onAnswer(value)} />
      {label}
    </label>
  );
  return (
    <fieldset class="decision__question" aria-describedby={`why-${field}`}>
      <legend>{ask}</legend>
      <p class="decision__why" id={`why-${field}`}>
        {why} {following && `It follows from your other answers: ${following}.`}
        {isIdle && !following && 'As things stand, no answer can change the verdict any more.'}
      </p>
      {options.map(({ value, label }) => option(String(value), label))}
      {option(undefined, 'Not known yet')}
    </fieldset>
  );
}

/** All questions, in a person's order; those that can no longer matter say so. */
export function Questions({ decision, use }: { decision: Decision; use: DecisionInUse }) {
  const { answers, judgement, answer } = use;
  return (
    <section class="decision__questions" aria-labelledby="questions-heading">
      <h2 id="questions-heading">Questions</h2>
      {decision.book.questions.map((question) => (
        <QuestionField
          key={question.field}
          question={question}
          chosen={answers[question.field]}
          follows={judgement.follows[question.field]}
          isOpen={judgement.open.includes(question.field)}
          onAnswer={(value) => answer(question.field, value)}
        />
      ))}
    </section>
  );
}
