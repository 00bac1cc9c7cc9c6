import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { contradictionsBy, withImplied } from '#advisor/contradictions.ts';
import { type Guarantee, isCount, type Profile } from '#advisor/profile.ts';
import { recommend } from '#advisor/recommend.ts';
import type { Question, RuleBook } from '#advisor/rule-book.ts';
import { outcomeText } from '#advisor/wording.ts';
import { type Answers, withAnswer } from '#questionnaire/answers.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';

type Answer = Profile[keyof Profile];
type Option = Question['options'][number];

interface QuestionStepProps {
  question: Question;
  answers: Answers;
  book: RuleBook;
  number: number;
  canGoBack: boolean;
  /** One answer is being changed; nothing is asked afterwards. */
  isChanging: boolean;
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

/** The words a question needs, on demand. */
function Terms({ ids, book }: { ids: readonly string[]; book: RuleBook }) {
  const terms = ids.flatMap((id) => book.terms[id] ?? []);
  if (terms.length === 0) return null;
  return (
    <details class="question__terms">
      <summary>Words used here</summary>
      <dl>
        {terms.map(({ term, definition }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The question itself, why it is asked, and the words it needs. */
function Heading({ question, book, headingRef }: Pick<QuestionStepProps, 'question' | 'book' | 'headingRef'>) {
  return (
    <>
      <h2 ref={headingRef} tabIndex={-1} id="question-heading">
        {question.ask}
      </h2>
      <p class="question__why">{question.why}</p>
      {question.example && <p class="question__example">{question.example}</p>}
      <Terms ids={question.terms} book={book} />
    </>
  );
}

interface OptionRowProps {
  option: Option;
  kind: 'radio' | 'checkbox';
  isChecked: boolean;
  isDisabled: boolean;
  /** Why it cannot be true beside the answers given before. */
  conflict: string | undefined;
}

function OptionRow({ option, kind, isChecked, isDisabled, conflict }: OptionRowProps) {
  return (
    <label class="option">
      <input type={kind} name="answer" value={option.value} defaultChecked={isChecked} disabled={isDisabled} />
      <span class="option__label">{option.label}</span>
      {option.hint && <span class="option__hint">{option.hint}</span>}
      {conflict && <span class="option__conflict">Contradicts an earlier answer: {conflict}</span>}
    </label>
  );
}

/** The number itself, for those who know it; a band's number is not shown as if it had been typed. */
function ExactNumber({ question, value }: { question: Question; value: Answer }) {
  const isBand = question.options.some((option) => option.value === value);
  return (
    <label class="question__exact">
      Or the number, if you know it
      <input
        type="number"
        name="exact"
        min="0"
        step="1"
        inputMode="numeric"
        defaultValue={value === undefined || isBand ? '' : String(value)}
      />
    </label>
  );
}

/** The ways on from a question. */
function Actions({
  isMany,
  isChanging,
  canGoBack,
  send,
}: Pick<QuestionStepProps, 'isChanging' | 'canGoBack' | 'send'> & { isMany: boolean }) {
  const next = isMany ? 'Next (none ticked means none needed)' : 'Next';
  return (
    <div class="question__actions">
      <button type="submit" class="button">
        {isChanging ? 'Change it' : next}
      </button>
      <button type="button" class="button button--quiet" onClick={() => send({ type: 'answer.unsure' })}>
        Not sure
      </button>
      {canGoBack && (
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'back.requested' })}>
          {isChanging ? 'Leave it as it is' : 'Back'}
        </button>
      )}
      {!isChanging && (
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'review.requested' })}>
          Review answers
        </button>
      )}
    </div>
  );
}

/** One question with its options, its why, and a way on for those who do not know. */
export function QuestionStep({
  question,
  answers,
  book,
  number,
  canGoBack,
  isChanging,
  headingRef,
  send,
}: QuestionStepProps) {
  const { field } = question;
  const value = answers.profile[field];
  const [missing, setMissing] = useState(false);
  const [preview, setPreview] = useState('');
  const multiple = isMultiple(question);

  /** Why an option cannot be true beside the answers given before. */
  const conflictOf = (option: Option): string | undefined => {
    const answer = { [field]: multiple ? [option.value] : option.value } as Profile;
    return contradictionsBy(answer, { ...answers.profile, [field]: undefined }, book)[0]?.reason;
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const answer = readAnswer(question, new FormData(event.currentTarget as HTMLFormElement));
    if (answer === undefined) setMissing(true);
    else send({ type: 'answer.given', value: answer });
  };
  const showWhatItWouldDo = (event: Event): void => {
    if (!isChanging) return;
    const answer = readAnswer(question, new FormData(event.currentTarget as HTMLFormElement));
    if (answer === undefined) return;
    const { profile, unsure } = withAnswer(answers, field, answer);
    setPreview(outcomeText(recommend(withImplied(profile, unsure, book), book), book));
  };

  return (
    <form class="question" onSubmit={submit} onChange={showWhatItWouldDo}>
      <p class="question__progress" role="status">
        {isChanging ? 'Changing one answer' : `Question ${number}`}
      </p>
      <Heading question={question} book={book} headingRef={headingRef} />
      <fieldset aria-labelledby="question-heading" aria-describedby={missing ? 'question-missing' : undefined}>
        {question.options.map((option) => {
          const conflict = conflictOf(option);
          return (
            <OptionRow
              key={option.value}
              option={option}
              kind={multiple ? 'checkbox' : 'radio'}
              isChecked={isChosen(value, option.value)}
              isDisabled={conflict !== undefined && !isChanging}
              conflict={conflict}
            />
          );
        })}
        {isCount(field) && <ExactNumber question={question} value={value} />}
      </fieldset>
      {isChanging && (
        <p class="question__preview" role="status">
          {preview && (
            <>
              With this answer: <strong>{preview}</strong>.
            </>
          )}
        </p>
      )}
      {missing && (
        <p class="question__missing" id="question-missing" role="alert">
          Choose one of the answers, or “Not sure”.
        </p>
      )}
      <Actions isMany={multiple} isChanging={isChanging} canGoBack={canGoBack} send={send} />
    </form>
  );
}
