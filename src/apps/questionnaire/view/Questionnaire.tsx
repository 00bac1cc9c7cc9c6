import { useEffect, useRef } from 'preact/hooks';
import { DescribeBox } from '#apps/describe/view/DescribeBox.tsx';
import { advise } from '#core/advisor/advice.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { questionOf } from '#core/advisor/wording.ts';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { LateResult, loadResult } from './LateResult.tsx';
import { ResumeNotice, UnreadableLink } from './Notices.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { Review } from './Review.tsx';
import { type QuestionnaireSnapshot, useQuestionnaire } from './use-questionnaire.ts';

/** Where the page keeps the rule book; see `pages/advisor/index.astro`. */
const BOOK_ELEMENT = 'rule-book';

function readBook(): RuleBook {
  const text = document.getElementById(BOOK_ELEMENT)?.textContent;
  if (!text) throw new Error(`The page holds no #${BOOK_ELEMENT}`);
  return JSON.parse(text) as RuleBook;
}

/** Names a screen, so that focus moves when it changes and only then. */
function screenOf(snapshot: QuestionnaireSnapshot): string {
  const asks = snapshot.matches('asking') || snapshot.matches('changing');
  return asks ? `asking ${snapshot.context.field}` : String(snapshot.value);
}

/** Moves focus to the heading of each new screen, but leaves it where it is when the page opens. */
function useHeadingFocus(screen: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(screen);
  const hasMoved = useRef(false);
  if (shown.current !== screen) hasMoved.current = true;
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    heading.current?.focus();
  }, [screen]);
  return { heading, hasMoved: hasMoved.current };
}

/** Fetches what shows the result once somebody has begun to answer; where that fails, it is tried again when needed. */
function useEarlyResult(hasBegun: boolean): void {
  useEffect(() => {
    if (hasBegun) loadResult().catch(() => undefined);
  }, [hasBegun]);
}

let book: RuleBook | undefined;

/** One question a screen, a review and the recommendation; the statechart decides, this renders it. */
export function Questionnaire() {
  book ??= readBook();
  const { snapshot, send, draft, sentence, takeDescribed } = useQuestionnaire(book);
  const { heading: headingRef, hasMoved } = useHeadingFocus(screenOf(snapshot));
  useEarlyResult(hasMoved);
  const { field, answers, trail, resumed, changed } = snapshot.context;
  const question = field && questionOf(field, book);
  const isChanging = snapshot.matches('changing');

  if (snapshot.matches('unreadable')) {
    return (
      <UnreadableLink resumed={resumed} onStart={() => send({ type: 'address.changed', resumed: draft.read() })} />
    );
  }
  const screen = { answers, book, headingRef, send, changed };
  return (
    <div class="questionnaire">
      <DescribeBox
        book={book}
        sentence={sentence}
        answered={Object.keys(answers.profile).length + answers.unsure.length}
        onUse={takeDescribed}
      />
      <EarlierAnswers key={draft.earlier()} draft={draft} />
      <ResumeNotice resumed={resumed} book={book} />
      {(isChanging || snapshot.matches('asking')) && question && (
        <QuestionStep
          // An address that brings another answer to the same question shows that one.
          key={`${question.field} ${String(answers.profile[question.field])}`}
          question={question}
          answers={answers}
          book={book}
          number={trail.length + 1}
          canGoBack={isChanging || trail.length > 0}
          isChanging={isChanging}
          headingRef={headingRef}
          send={send}
        />
      )}
      {snapshot.matches('reviewing') && <Review {...screen} />}
      {snapshot.matches('advised') && (
        <LateResult {...screen} isArrival={hasMoved} advice={advise(answers.profile, answers.unsure, book)} />
      )}
    </div>
  );
}
