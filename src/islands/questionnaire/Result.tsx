import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { findConflicts } from '#advisor/conflicts.ts';
import { decisionRecord } from '#advisor/decision-record.ts';
import { explain } from '#advisor/explain.ts';
import { recommend } from '#advisor/recommend.ts';
import type { RuleBook } from '#advisor/rule-book.ts';
import { whatItHingesOn, whatWouldChange } from '#advisor/variations.ts';
import { answerText, fieldLabel, middlewareText, patternName } from '#advisor/wording.ts';
import type { Answers } from '#questionnaire/answers.ts';
import { Conflicts } from './Conflicts.tsx';
import { Reasons } from './Reasons.tsx';
import type { QuestionnaireActor } from './use-questionnaire.ts';
import { Variations } from './Variations.tsx';

interface ResultProps {
  answers: Answers;
  book: RuleBook;
  headingRef: RefObject<HTMLHeadingElement>;
  send: QuestionnaireActor['send'];
}

const leadText = {
  'nothing-known': 'Nothing known yet',
  close: 'Close call',
  clear: 'Clear lead',
} as const;

/** Hands a text to the visitor as a file, without any server. */
function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

function Exports({ answers, book }: Pick<ResultProps, 'answers' | 'book'>) {
  const [copied, setCopied] = useState('');
  const { profile } = answers;
  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setCopied('Link copied.');
    } catch {
      setCopied('The browser did not allow it: copy the address from its bar, it holds all answers.');
    }
  };
  const saveRecord = (): void =>
    download('integration-pattern.md', 'text/markdown', decisionRecord('this interface', profile, book));
  const saveJson = (): void => {
    const { primary, middleware } = recommend(profile, book);
    download(
      'integration-pattern.json',
      'application/json',
      JSON.stringify({ rulesVersion: book.version, profile, primary, middleware }, null, 2),
    );
  };
  return (
    <div class="result__exports">
      <button type="button" class="button button--quiet" onClick={copyLink}>
        Copy link
      </button>
      <button type="button" class="button button--quiet" onClick={saveRecord}>
        Decision record (Markdown)
      </button>
      <button type="button" class="button button--quiet" onClick={saveJson}>
        JSON
      </button>
      <button type="button" class="button button--quiet" onClick={() => window.print()}>
        Print
      </button>
      <p role="status">{copied}</p>
    </div>
  );
}

/** The recommendation: pattern, middleware verdict, reasons with their sources, why not the others, what it hinges on. */
export function Result({ answers, book, headingRef, send }: ResultProps) {
  const { profile } = answers;
  const recommendation = recommend(profile, book);
  const explanation = explain(profile, recommendation, book);
  const conflicts = findConflicts(profile, book);
  const hinges = whatItHingesOn(profile, book);
  const changes = whatWouldChange(profile, book);
  const { primary, middleware, middlewareBecause, middlewareKinds, lead, notes } = recommendation;
  return (
    <article class="result" data-advisor-result={primary} data-middleware={middleware}>
      <header class="result__head">
        <p class="result__kicker">
          Recommendation · {conflicts.length > 0 ? 'Requirements in conflict' : leadText[lead]}
        </p>
        <h2 ref={headingRef} tabIndex={-1}>
          {patternName(primary, book)}
        </h2>
        <p class="result__middleware">{middlewareText[middleware]}</p>
        <p class="result__summary">{explanation.summary}</p>
        <p>
          <a href={`/patterns/${primary}/`}>Limits, failure behaviour and operations of {patternName(primary, book)}</a>
        </p>
      </header>

      <Conflicts conflicts={conflicts} book={book} />

      <section>
        <h3>Why {patternName(primary, book)}</h3>
        {explanation.reasons.length > 0 ? (
          <Reasons rules={explanation.reasons} book={book} />
        ) : (
          <p>No rule speaks for it yet: it is the pattern that needs the least to own. Answer more questions.</p>
        )}
        {explanation.despite.length > 0 && (
          <>
            <h4>What speaks against it</h4>
            <Reasons rules={explanation.despite} book={book} />
          </>
        )}
      </section>

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
            <Reasons rules={middlewareKinds} book={book} lead={(rule) => ('name' in rule ? String(rule.name) : '')} />
          </>
        )}
      </section>

      <section>
        <h3>Volume, latency, number of systems</h3>
        <dl class="result__influences">
          {explanation.influences.map(({ field, label, answer, text }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                <strong>{answer}</strong> {text}
              </dd>
            </div>
          ))}
        </dl>
      </section>

      {changes.length > 0 && (
        <section>
          <h3>What would change it</h3>
          <Variations variations={changes} book={book} />
        </section>
      )}

      {hinges.length > 0 && (
        <section>
          <h3>What it hinges on</h3>
          <p>
            Not answered yet, and able to move the recommendation:{' '}
            <button type="button" class="link-button" onClick={() => send({ type: 'questions.continued' })}>
              Go on with the questions
            </button>
          </p>
          {hinges.map(({ field, moves }) => (
            <details key={field}>
              <summary>{fieldLabel(field, book)}</summary>
              <Variations variations={moves} book={book} />
            </details>
          ))}
        </section>
      )}

      <section>
        <h3>Why not the others</h3>
        <div class="result__details">
          {explanation.whyNot.map(({ pattern, verdict, text, rules }) => (
            <details key={pattern}>
              <summary>
                <span class="result__other-name">{patternName(pattern, book)}</span>{' '}
                <span class="result__other-verdict">{verdict === 'excluded' ? 'cannot do it' : 'outweighed'}</span>
              </summary>
              {rules.length > 0 ? <Reasons rules={rules} book={book} /> : <p>{text}</p>}
            </details>
          ))}
        </div>
      </section>

      {notes.length > 0 && (
        <section>
          <h3>Not weighed here</h3>
          <Reasons rules={notes} book={book} lead={(rule) => ('title' in rule ? String(rule.title) : '')} />
        </section>
      )}

      <section>
        <h3>The answers behind it</h3>
        <dl class="review__list">
          {book.questions
            .filter(({ field }) => profile[field] !== undefined)
            .map(({ field, label }) => (
              <div class="review__row" key={field}>
                <dt>{label}</dt>
                <dd>{answerText(field, profile[field], book)}</dd>
                <dd class="review__change">
                  <button type="button" class="link-button" onClick={() => send({ type: 'question.chosen', field })}>
                    Change<span class="visually-hidden"> {label}</span>
                  </button>
                </dd>
              </div>
            ))}
        </dl>
        <Exports answers={answers} book={book} />
        <div class="question__actions">
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'back.requested' })}>
            Back to the review
          </button>
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'restart.requested' })}>
            Start over
          </button>
        </div>
        <p class="result__version">Rule book {book.version}. Everything you entered stays in this browser.</p>
      </section>
    </article>
  );
}
