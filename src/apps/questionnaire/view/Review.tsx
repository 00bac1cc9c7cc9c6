import type { RefObject } from 'preact';
import { type Answers, isAnswered } from '#apps/questionnaire/answers.ts';
import { advise } from '#core/advisor/advice.ts';
import type { Certainty } from '#core/advisor/certainty.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import type { Field } from '#core/advisor/profile.ts';
import type { Question, RuleBook } from '#core/advisor/rule-book.ts';
import { answerText, outcomeText } from '#core/advisor/wording.ts';
import { ChangeNotice, Contradictions } from './Notices.tsx';
import type { QuestionnaireActor } from './use-questionnaire.ts';

interface ReviewProps {
  answers: Answers;
  book: RuleBook;
  changed: { field: Field; before: Answers } | undefined;
  headingRef: RefObject<HTMLHeadingElement>;
  send: QuestionnaireActor['send'];
}

function shownAnswer({ field }: Question, { profile, unsure }: Answers, book: RuleBook): string {
  return unsure.includes(field) ? 'Not sure' : answerText(field, profile[field], book);
}

/**
 * How far what has been answered leads.
 *
 * @param isOpen whether some question that can still be asked may change the recommendation
 */
function statusText(certainty: Certainty, isOpen: boolean): string {
  if (isOpen) return 'More answers could still change the recommendation. So far:';
  if (certainty === 'certain') return 'No remaining answer can change the recommendation:';
  if (certainty === 'provisional')
    return 'Nothing is left to ask, but what you are not sure of could still change the recommendation. So far:';
  return 'Nothing is left to ask, and it stays undecided:';
}

/** Every answer with a way to change it, and what it leads to so far. */
export function Review({ answers, book, changed, headingRef, send }: ReviewProps) {
  const { recommendation, certainty, profile, implied, contradictions } = advise(answers.profile, answers.unsure, book);
  const isOpen = nextQuestion(answers.profile, answers.unsure, book) !== undefined;
  const answered = book.questions.filter(({ field }) => isAnswered(answers, field));
  const following = book.questions.filter(({ field }) => implied.includes(field));
  const others = book.questions.filter(({ field }) => !isAnswered(answers, field) && !implied.includes(field));
  const row = (question: Question, text: string, action: string) => (
    <div class="review__row" key={question.field}>
      <dt>{question.label}</dt>
      <dd>{text}</dd>
      <dd class="review__change">
        <button
          type="button"
          class="link-button"
          onClick={() => send({ type: 'question.chosen', field: question.field })}
        >
          {action}
          <span class="visually-hidden"> {question.label}</span>
        </button>
      </dd>
    </div>
  );
  return (
    <section class="review">
      <h2 ref={headingRef} tabIndex={-1}>
        Your answers
      </h2>
      <ChangeNotice changed={changed} answers={answers} book={book} />
      <Contradictions rules={contradictions} />
      <p role="status">
        {statusText(certainty, isOpen)} <strong>{outcomeText(recommendation, book)}</strong>.
      </p>
      <dl class="review__list">
        {answered.map((question) => row(question, shownAnswer(question, answers, book), 'Change'))}
        {following.map((question) =>
          row(
            question,
            `${answerText(question.field, profile[question.field], book)} (follows from the rest)`,
            'Change',
          ),
        )}
      </dl>
      <div class="question__actions">
        <button type="button" class="button" onClick={() => send({ type: 'result.requested' })}>
          See the recommendation
        </button>
        {isOpen && (
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'questions.continued' })}>
            Go on with the questions
          </button>
        )}
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'restart.requested' })}>
          Start over
        </button>
      </div>
      {others.length > 0 && (
        <details class="review__others">
          <summary>
            {others.length} {others.length === 1 ? 'question' : 'questions'} not answered
            {isOpen ? '' : '; none can change the recommendation, the service level shapes the operations plan'}
          </summary>
          <dl class="review__list">{others.map((question) => row(question, '', 'Answer'))}</dl>
        </details>
      )}
    </section>
  );
}
