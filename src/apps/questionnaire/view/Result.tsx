import type { RefObject } from 'preact';
import type { Answers } from '#apps/questionnaire/answers.ts';
import { builtText } from '#apps/questionnaire/standing.ts';
import { PatternDiagram } from '#components/diagrams/PatternDiagram.tsx';
import { pictureOf } from '#components/diagrams/reference-architecture.ts';
import { path } from '#content/publishing/path.ts';
import type { Advice } from '#core/advisor/advice.ts';
import type { Field } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { answerText, middlewareText, patternName } from '#core/advisor/wording.ts';
import { Alternatives } from './Alternatives.tsx';
import { Capacity } from './Capacity.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Criteria } from './Criteria.tsx';
import { Design } from './Design.tsx';
import { Exports } from './Exports.tsx';
import { MapExplorer } from './MapExplorer.tsx';
import { Meters } from './Meters.tsx';
import { ChangeNotice, Contradictions } from './Notices.tsx';
import { Operations } from './Operations.tsx';
import { PrintedSources } from './PrintedSources.tsx';
import { Reasons } from './Reasons.tsx';
import { WhatItHingesOn, WhatWouldChange } from './Sensitivity.tsx';
import type { QuestionnaireActor } from './use-questionnaire.ts';

interface ResultProps {
  advice: Advice;
  answers: Answers;
  book: RuleBook;
  /** What the interface is called; empty where nobody named it. */
  name: string;
  /** The sentence that the answers were read from; empty where they were given one by one. */
  sentence: string;
  changed: { field: Field; before: Answers } | undefined;
  headingRef: RefObject<HTMLHeadingElement>;
  send: QuestionnaireActor['send'];
}

/** How far it can be relied on, in two words; the margin only where it is certain. */
function label({ certainty, conflicts, recommendation: { margin } }: Advice): string {
  if (certainty === 'certain') return margin === 'close' ? 'Certain, a close call' : 'Certain, a clear lead';
  if (certainty === 'provisional') return 'Provisional: open answers could change it';
  return conflicts.length > 0 ? 'Undecided: requirements in conflict' : 'Undecided';
}

function Middleware({ advice: { recommendation, book } }: { advice: Advice }) {
  const { middleware, middlewareBecause, middlewareKinds } = recommendation;
  return (
    <section>
      <h3>{middlewareText[middleware]}</h3>
      {middlewareBecause.length > 0 ? (
        <Reasons rules={middlewareBecause} book={book} />
      ) : (
        <p>Nothing asked for here needs a hub. One that exists already may carry it all the same.</p>
      )}
      {middlewareKinds.length > 0 && (
        <>
          <h4>Which kind</h4>
          <Reasons rules={middlewareKinds} book={book} lead={({ name }) => name} />
        </>
      )}
    </section>
  );
}

function AnswersBehindIt({ advice, send }: Pick<ResultProps, 'advice' | 'send'>) {
  const { profile, unsure, implied, book } = advice;
  return (
    <section class="result__answers">
      <h3>The answers behind it</h3>
      <dl class="review__list">
        {book.questions
          .filter(({ field }) => profile[field] !== undefined || unsure.includes(field))
          .map(({ field, label }) => (
            <div class="review__row" key={field}>
              <dt>{label}</dt>
              <dd>
                {unsure.includes(field) ? 'Not sure' : answerText(field, profile[field], book)}
                {implied.includes(field) && ' (follows from the rest)'}
              </dd>
              <dd class="review__change">
                <button type="button" class="link-button" onClick={() => send({ type: 'question.chosen', field })}>
                  Change<span class="visually-hidden"> {label}</span>
                </button>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** The recommendation: pattern, middleware verdict, reasons with their sources, why not the others, how to run it. */
export function Result({ advice, answers, book, name, sentence, changed, headingRef, send }: ResultProps) {
  const { recommendation, certainty, explanation, conflicts, contradictions, chain } = advice;
  const { primary, middleware, notes } = recommendation;
  return (
    <article
      class="result"
      data-advisor-result={primary ?? 'none'}
      data-middleware={middleware}
      data-certainty={certainty}
    >
      <ChangeNotice changed={changed} answers={answers} book={book} />
      <header class="result__head">
        <p class="result__kicker">{name === '' ? 'Recommendation' : `Recommendation for “${name}”`}</p>
        <div class="result__answer">
          <h2 ref={headingRef} tabIndex={-1}>
            {primary ? patternName(primary, book) : 'No recommendation yet'}
          </h2>
          <p class="result__certainty">{label(advice)}</p>
        </div>
        <p class="result__design-line">
          {chain && <span class="result__variant">{builtText(advice)}</span>}{' '}
          <span class="result__middleware">{middlewareText[middleware]}</span>
        </p>
        <p class="result__summary">{explanation.summary}</p>
        {primary && (
          <p class="result__more">
            <a href={path(`/patterns/${primary}/`)}>
              Limits, failure behaviour and operations of {patternName(primary, book)}
            </a>
          </p>
        )}
        <Exports advice={advice} name={name} sentence={sentence} send={send} />
      </header>
      <Contradictions rules={contradictions} />
      <Conflicts conflicts={conflicts} book={book} />
      <Criteria advice={advice} />
      {chain && <PatternDiagram architecture={pictureOf(chain)} id="design" />}
      <Design advice={advice} send={send} />
      <div class="result__columns">
        <WhatWouldChange advice={advice} />
        <WhatItHingesOn advice={advice} onContinue={() => send({ type: 'questions.continued' })} />
        <Middleware advice={advice} />
        <Capacity advice={advice} />
      </div>
      <section class="result__map">
        <h3>Other volumes, other delays</h3>
        <MapExplorer profile={advice.given} primary={primary} book={book} />
      </section>
      <Alternatives advice={advice} />
      <div class="result__columns">
        <Meters advice={advice} />
        {notes.length > 0 && (
          <section>
            <h3>Not weighed here</h3>
            <Reasons rules={notes} book={book} lead={({ title }) => title} />
          </section>
        )}
        <AnswersBehindIt advice={advice} send={send} />
      </div>
      <Operations advice={advice} send={send} />
      <PrintedSources advice={advice} />
      <footer class="result__foot">
        <div class="question__actions">
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'back.requested' })}>
            Back to the review
          </button>
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'restart.requested' })}>
            Start over
          </button>
        </div>
        <p class="result__version">
          <a href={path('/advisor/rules/')}>Rule book {book.version}</a>. Everything you entered stays in this browser.
        </p>
      </footer>
    </article>
  );
}
