import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { type Guarantee, isCount, type Profile } from '#advisor/profile.ts';
import type { Question } from '#advisor/rule-book.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';

type Answer = Profile[keyof Profile];

interface QuestionStepProps {
  question: Question;
  value: Answer;
  number: number;
  canGoBack: boolean;
  fromReview: boolean;
  headingRef: RefObject<HTMLHeadingElement>;
  send: QuestionnaireActor['send'];
}

const isMultiple = ({ field }: Question): boolean => field === 'guarantees';

/** What the form says, as the value of a profile's field; `undefined` while nothing is chosen. */
function readAnswer(question: Question, form: FormData): Answer {
  if (isMultiple(question)) return form.getAll('answer').map(String) as Guarantee[];
  const exact = form.get('exact');
  if (typeof exact === 'string' && exact.trim() !== '') return Number(exact);
  const chosen = form.get('answer');
  if (chosen === null) return undefined;
  return (isCount(question.field) ? Number(chosen) : chosen) as Answer;
}

function isChosen(value: Answer, option: string | number): boolean {
  if (Array.isArray(value)) return (value as readonly (string | number)[]).includes(option);
  return value === option;
}

/** One question with its options, its why, and a way on for those who do not know. */
export function QuestionStep({ question, value, number, canGoBack, fromReview, headingRef, send }: QuestionStepProps) {
  const [missing, setMissing] = useState(false);
  const multiple = isMultiple(question);
  const counted = isCount(question.field);
  const isBand = counted && question.options.some((option) => option.value === value);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const answer = readAnswer(question, new FormData(event.currentTarget as HTMLFormElement));
    if (answer === undefined) setMissing(true);
    else send({ type: 'answer.given', value: answer });
  };

  return (
    <form class="question" onSubmit={submit}>
      <p class="question__progress" role="status">
        {fromReview ? 'Changing one answer' : `Question ${number}`}
      </p>
      <h2 ref={headingRef} tabIndex={-1} id="question-heading">
        {question.ask}
      </h2>
      <p class="question__why">{question.why}</p>
      {question.example && <p class="question__example">{question.example}</p>}
      <fieldset aria-labelledby="question-heading" aria-describedby={missing ? 'question-missing' : undefined}>
        {question.options.map((option) => (
          <label class="option" key={option.value}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name="answer"
              value={option.value}
              defaultChecked={isChosen(value, option.value)}
            />
            <span class="option__label">{option.label}</span>
            {option.hint && <span class="option__hint">{option.hint}</span>}
          </label>
        ))}
        {counted && (
          <label class="question__exact">
            Or the number, if you know it
            <input
              type="number"
              name="exact"
              min="0"
              step="1"
              inputMode="numeric"
              defaultValue={value !== undefined && !isBand ? String(value) : ''}
            />
          </label>
        )}
      </fieldset>
      {missing && (
        <p class="question__missing" id="question-missing" role="alert">
          Choose one of the answers, or “Not sure”.
        </p>
      )}
      <div class="question__actions">
        <button type="submit" class="button">
          {multiple ? 'Next (none ticked means none needed)' : 'Next'}
        </button>
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'answer.unsure' })}>
          Not sure
        </button>
        {canGoBack && (
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'back.requested' })}>
            Back
          </button>
        )}
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'review.requested' })}>
          Review answers
        </button>
      </div>
    </form>
  );
}
