import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { type Answers, isSameAnswer, readOption, withAnswer } from '#apps/questionnaire/answers.ts';
import { answerOf, chosenRange, entryOf, withRange, withTyped } from '#apps/questionnaire/count-entry.ts';
import type { Standing } from '#apps/questionnaire/standing.ts';
import { contradictionsBy, withImplied } from '#core/advisor/contradictions.ts';
import { type Guarantee, isCount, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { Question, RuleBook } from '#core/advisor/rule-book.ts';
import { outcomeText } from '#core/advisor/wording.ts';
import { ExactNumber } from './ExactNumber.tsx';
import { OptionRow } from './OptionRow.tsx';
import type { QuestionnaireActor } from './use-questionnaire.ts';
import { VerdictBar } from './VerdictBar.tsx';

type Answer = Profile[keyof Profile];
type Option = Question['options'][number];

interface QuestionStepProps {
  question: Question;
  answers: Answers;
  standing: Standing;
  book: RuleBook;
  number: number;
  canGoBack: boolean;
  /** One answer is being changed; nothing is asked afterwards. */
  isChanging: boolean;
  headingRef: RefObject<HTMLHeadingElement>;
  send: QuestionnaireActor['send'];
}

const isMultiple = ({ field }: Question): boolean => field === 'guarantees';

/** What the ticked options say, as the value of a profile's field; `undefined` while nothing is chosen. */
function readOptions(question: Question, form: HTMLFormElement): Answer {
  const chosen = new FormData(form).getAll('answer').map(String);
  return isMultiple(question) ? (chosen as Guarantee[]) : (chosen[0] as Answer);
}

/** Numbers that stand for the ranges of a question about a count. */
const rangesOf = ({ options }: Question): number[] => options.map(({ value }) => Number(value));

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
  standing,
  book,
  number,
  canGoBack,
  isChanging,
  headingRef,
  send,
}: QuestionStepProps) {
  const { field } = question;
  const value = answers.profile[field];
  const isNumber = isCount(field);
  const multiple = isMultiple(question);
  const [entry, setEntry] = useState(() =>
    entryOf(isNumber ? (value as number | undefined) : undefined, rangesOf(question)),
  );
  const [chosen, setChosen] = useState(value);
  const [missing, setMissing] = useState(false);
  const answer = isNumber ? answerOf(entry) : chosen;

  /** Why an option cannot be true beside the answers given before. */
  const conflictOf = (option: Option): string | undefined => {
    const alone = { [field]: multiple ? [option.value] : option.value } as Profile;
    return contradictionsBy(alone, { ...answers.profile, [field]: undefined }, book)[0]?.reason;
  };
  const outcomeWith = (other: NonNullable<Answer>): string => {
    const { profile, unsure } = withAnswer(answers, field, other);
    return outcomeText(recommend(withImplied(profile, unsure, book), book), book);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = isNumber ? answer : readOptions(question, event.currentTarget as HTMLFormElement);
    if (given === undefined) setMissing(true);
    else send({ type: 'answer.given', field, value: given });
  };
  const pick = (option: Option): void => send({ type: 'answer.given', field, value: readOption(field, option.value) });
  /** What each answer would lead to, where one is changed and the others stand. */
  const outcomeOf = (option: Option): string | undefined =>
    isChanging && !multiple ? outcomeWith(readOption(field, option.value)) : undefined;

  return (
    <form
      class="question"
      onSubmit={submit}
      onChange={({ currentTarget }) => setChosen(readOptions(question, currentTarget))}
    >
      <p class="question__progress">{isChanging ? 'Changing one answer' : `Question ${number}`}</p>
      <Heading question={question} book={book} headingRef={headingRef} />
      <fieldset aria-labelledby="question-heading" aria-describedby={missing ? 'question-missing' : undefined}>
        {question.options.map((option) => {
          const conflict = conflictOf(option);
          return (
            <OptionRow
              key={option.value}
              option={option}
              kind={multiple ? 'checkbox' : 'radio'}
              isChecked={isNumber ? chosenRange(entry) === option.value : isChosen(answer, option.value)}
              isDisabled={conflict !== undefined && !isChanging}
              conflict={conflict}
              outcome={outcomeOf(option)}
              onPick={multiple ? undefined : () => pick(option)}
              onChoose={() => isNumber && setEntry(withRange(Number(option.value)))}
            />
          );
        })}
        {isNumber && <ExactNumber typed={entry.typed} onType={(typed) => setEntry(withTyped(entry, typed))} />}
      </fieldset>
      {isChanging && multiple && (
        <p class="question__preview" role="status">
          {answer !== undefined && !isSameAnswer(answer, value) && (
            <>
              With this answer: <strong>{outcomeWith(answer)}</strong>.
            </>
          )}
        </p>
      )}
      {missing && (
        <p class="question__missing" id="question-missing" role="alert">
          Choose one of the answers, or “Not sure”.
        </p>
      )}
      <div class="question__foot">
        <Actions isMany={multiple} isChanging={isChanging} canGoBack={canGoBack} send={send} />
        {!isChanging && <VerdictBar standing={standing} send={send} />}
      </div>
    </form>
  );
}
