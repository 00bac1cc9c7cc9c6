import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DescribeBox } from '#apps/describe/view/DescribeBox.tsx';
import type { Resumed } from '#apps/questionnaire/address.ts';
import { questionAfter } from '#apps/questionnaire/ahead.ts';
import { type Answers, readOption, withAnswer, withUnsure } from '#apps/questionnaire/answers.ts';
import type { Draft } from '#apps/questionnaire/draft.ts';
import { type Standing, standingOf } from '#apps/questionnaire/standing.ts';
import { advise } from '#core/advisor/advice.ts';
import type { Question, RuleBook } from '#core/advisor/rule-book.ts';
import { questionOf } from '#core/advisor/wording.ts';
import { AnswerList } from './AnswerList.tsx';
import { Desk } from './Desk.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { LateResult, loadResult } from './LateResult.tsx';
import { ChangeNotice, Contradictions, ResumeNotice, UnreadableLink } from './Notices.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { type QuestionnaireActor, type QuestionnaireSnapshot, useQuestionnaire } from './use-questionnaire.ts';
import { VerdictPanel } from './VerdictPanel.tsx';
import { Welcome } from './Welcome.tsx';

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
  return asks ? `${snapshot.value} ${snapshot.context.field}` : String(snapshot.value);
}

/** The way to change the answer that a screen changed; it stands in a list once that screen is left. */
const changedRow = (screen: string): HTMLElement | null =>
  document.querySelector(`[data-change="${screen.match(/^changing (\w+)$/)?.[1] ?? ''}"]`);

/**
 * Moves focus to the heading of each new screen, but leaves it where it is when the page opens. Where an answer was
 * changed in a list, the focus goes back to its row.
 */
function useHeadingFocus(screen: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(screen);
  const hasMoved = useRef(false);
  if (shown.current !== screen) hasMoved.current = true;
  useEffect(() => {
    if (shown.current === screen) return;
    const target = screen === 'advised' ? null : changedRow(shown.current);
    shown.current = screen;
    (target ?? heading.current)?.focus();
  }, [screen]);
  return { heading, hasMoved: hasMoved.current };
}

/** Fetches what shows the result once somebody has begun to answer; where that fails, it is tried again when needed. */
function useEarlyResult(hasBegun: boolean): void {
  useEffect(() => {
    if (hasBegun) loadResult().catch(() => undefined);
  }, [hasBegun]);
}

/** How things stand, worked out once the answer itself is on the screen. */
function useStanding(answers: Answers, book: RuleBook): Standing {
  const [standing, setStanding] = useState(() => standingOf(answers, book));
  useEffect(() => {
    if (standing.answers !== answers) setStanding(standingOf(answers, book));
  }, [answers]);
  return standing;
}

/** Runs some work once the browser has nothing better to do; Safari cannot say when, and gets a moment instead. */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(work);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 100);
  return () => clearTimeout(timer);
}

/** Works out what is asked after each answer that may be given, while somebody is still reading the question. */
function useQuestionsAhead(question: Question | undefined, answers: Answers, book: RuleBook): void {
  useEffect(() => {
    if (!question) return;
    const ways = [
      ...question.options.map(({ value }) => withAnswer(answers, question.field, readOption(question.field, value))),
      withUnsure(answers, question.field),
    ];
    let cancel: () => void;
    const next = (): void => {
      const way = ways.shift();
      if (!way) return;
      questionAfter(way, book);
      cancel = whenIdle(next);
    };
    cancel = whenIdle(next);
    return () => cancel();
  }, [question, answers, book]);
}

/** A draft that somebody asked for; it is opened and not offered once more. */
const withoutOffer = (resumed: Resumed): Resumed =>
  resumed.kind === 'read' ? { ...resumed, kept: undefined } : resumed;

let book: RuleBook | undefined;

interface ScreenProps {
  snapshot: QuestionnaireSnapshot;
  send: QuestionnaireActor['send'];
  draft: Draft;
  standing: Standing;
  headingRef: RefObject<HTMLHeadingElement>;
}

/** The draft of an earlier visit, offered. */
function Offer({ snapshot, send, draft, headingRef }: ScreenProps) {
  const { resumed, name, answers, book } = snapshot.context;
  if (resumed.kind !== 'read' || !resumed.kept) return null;
  const startAnew = (): void => {
    draft.putAside();
    draft.clear();
    send({ type: 'restart.requested' });
  };
  return (
    <Welcome
      kept={resumed.kept}
      name={name}
      answers={answers}
      book={book}
      rulesVersion={resumed.rulesVersion}
      headingRef={headingRef}
      onContinue={() => send({ type: 'draft.continued' })}
      onStart={startAnew}
    />
  );
}

/** The answers, and the question that is asked after them or changed among them. */
function Answering({ snapshot, send, standing, headingRef }: ScreenProps) {
  const { field, answers, trail, changed, book } = snapshot.context;
  const [isAsking, isChanging] = [snapshot.matches('asking'), snapshot.matches('changing')];
  const open = isAsking || isChanging ? field : undefined;
  const question = open && questionOf(open, book);
  useQuestionsAhead(question, answers, book);
  const form = question && (
    <QuestionStep
      // An address that brings another answer to the same question shows that one.
      key={`${question.field} ${String(answers.profile[question.field])}`}
      question={question}
      answers={answers}
      standing={standing}
      book={book}
      number={trail.length + 1}
      canGoBack={isChanging || trail.length > 0}
      isChanging={isChanging}
      headingRef={headingRef}
      send={send}
    />
  );
  return (
    <>
      <ChangeNotice changed={changed} answers={answers} book={book} />
      <Contradictions rules={standing.advice.contradictions} />
      <AnswerList
        answers={answers}
        standing={standing}
        open={open}
        form={isChanging ? form : undefined}
        isReview={snapshot.matches('reviewing')}
        headingRef={headingRef}
        send={send}
      />
      {isAsking && form}
    </>
  );
}

/** Answers and the verdict beside them, and the whole recommendation; the statechart decides, this renders it. */
export function Questionnaire() {
  book ??= readBook();
  const { snapshot, send, draft, sentence, takeDescribed } = useQuestionnaire(book);
  const { heading: headingRef, hasMoved } = useHeadingFocus(screenOf(snapshot));
  useEarlyResult(hasMoved);
  const { answers, resumed, changed, name } = snapshot.context;
  const standing = useStanding(answers, book);
  useEffect(() => {
    if (!snapshot.matches('welcoming')) draft.note(snapshot.context.sentence, standing.advice.recommendation);
  }, [snapshot, standing]);

  if (snapshot.matches('unreadable')) {
    const open = (): void => send({ type: 'address.changed', resumed: withoutOffer(draft.read()) });
    return <UnreadableLink resumed={resumed} onStart={open} />;
  }
  const screen = { snapshot, send, draft, standing, headingRef };
  if (snapshot.matches('advised')) {
    const isCurrent = standing.answers === answers;
    return (
      <div class="questionnaire">
        <EarlierAnswers key={draft.earlier()} draft={draft} />
        <ResumeNotice resumed={resumed} book={book} />
        <LateResult
          {...{ answers, book, changed, name, headingRef, send }}
          sentence={snapshot.context.sentence}
          isArrival={hasMoved}
          advice={isCurrent ? standing.advice : advise(answers.profile, answers.unsure, book)}
        />
      </div>
    );
  }
  return (
    <div class="questionnaire">
      <Desk panel={<VerdictPanel standing={standing} send={send} />} screen={String(snapshot.value)}>
        <DescribeBox
          book={book}
          sentence={sentence}
          answered={Object.keys(answers.profile).length + answers.unsure.length}
          onUse={takeDescribed}
        />
        <EarlierAnswers key={draft.earlier()} draft={draft} />
        {snapshot.matches('welcoming') ? (
          <Offer {...screen} />
        ) : (
          <>
            <ResumeNotice resumed={resumed} book={book} />
            <Answering {...screen} />
          </>
        )}
      </Desk>
    </div>
  );
}
