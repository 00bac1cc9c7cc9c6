import type { ComponentChildren, RefObject } from 'preact';
import { type Answers, isAnswered } from '#apps/questionnaire/answers.ts';
import type { Standing } from '#apps/questionnaire/standing.ts';
import type { Field } from '#core/advisor/profile.ts';
import type { Question, RuleBook } from '#core/advisor/rule-book.ts';
import { answerText } from '#core/advisor/wording.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';

interface RowProps {
  question: Question;
  text: string;
  action: string;
  send: QuestionnaireActor['send'];
}

function Row({ question: { field, label }, text, action, send }: RowProps) {
  return (
    <div class="review__row">
      <dt>{label}</dt>
      <dd>{text}</dd>
      <dd class="review__change">
        <button
          type="button"
          class="link-button"
          data-change={field}
          onClick={() => send({ type: 'question.chosen', field })}
        >
          {action}
          <span class="visually-hidden"> {label}</span>
        </button>
      </dd>
    </div>
  );
}

const shownAnswer = (field: Field, { profile, unsure }: Answers, book: RuleBook): string =>
  unsure.includes(field) ? 'Not sure' : answerText(field, profile[field], book);

interface AnswerListProps {
  answers: Answers;
  standing: Standing;
  /** The question that is open: no row while it is asked, a form in its row's place while it is changed. */
  open: Field | undefined;
  /** The form of the question that is being changed. */
  form?: ComponentChildren;
  /** Whether nothing is asked, and the list is the screen. */
  isReview: boolean;
  headingRef: RefObject<HTMLHeadingElement>;
  send: QuestionnaireActor['send'];
}

/** Questions without an answer, on demand; any may be answered. */
function Others({
  others,
  standing,
  send,
}: { others: readonly Question[] } & Pick<AnswerListProps, 'standing' | 'send'>) {
  if (others.length === 0) return null;
  return (
    <details class="review__others">
      <summary>
        {others.length} {others.length === 1 ? 'question' : 'questions'} not answered
        {standing.open.length > 0
          ? ''
          : '; none can change the recommendation, the service level shapes the operations plan'}
      </summary>
      <dl class="review__list">
        {others.map((question) => (
          <Row key={question.field} question={question} text="" action="Answer" send={send} />
        ))}
      </dl>
    </details>
  );
}

/** Every answer in the order in which people think of an interface, each with a way to change it where it stands. */
export function AnswerList({ answers, standing, open, form, isReview, headingRef, send }: AnswerListProps) {
  const { book, implied, profile } = standing.advice;
  const isShown = ({ field }: Question): boolean =>
    field === open ? form !== undefined : isAnswered(answers, field) || implied.includes(field);
  const shown = book.questions.filter(isShown);
  const others = book.questions.filter(({ field }) => field !== open && !shown.some((one) => one.field === field));
  if (shown.length === 0 && !isReview) return null;
  return (
    <section class="review" data-review={isReview}>
      {isReview ? (
        <h2 ref={headingRef} tabIndex={-1}>
          Your answers
        </h2>
      ) : (
        <h2 class="review__heading">Answered so far</h2>
      )}
      <dl class="review__list">
        {shown.map((question) => {
          const { field } = question;
          if (field === open) {
            return (
              <div class="review__open" key={field}>
                <dt class="visually-hidden">{question.label}</dt>
                <dd>{form}</dd>
              </div>
            );
          }
          const follows = !isAnswered(answers, field);
          const text = follows
            ? `${answerText(field, profile[field], book)} (follows from the rest)`
            : shownAnswer(field, answers, book);
          return <Row key={field} question={question} text={text} action="Change" send={send} />;
        })}
      </dl>
      {isReview && (
        <>
          <div class="question__actions">
            {standing.open.length > 0 && (
              <button type="button" class="button" onClick={() => send({ type: 'questions.continued' })}>
                Go on with the questions
              </button>
            )}
            <button type="button" class="button button--quiet" onClick={() => send({ type: 'restart.requested' })}>
              Start over
            </button>
          </div>
          <Others others={others} standing={standing} send={send} />
        </>
      )}
    </section>
  );
}
