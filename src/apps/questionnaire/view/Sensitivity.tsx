import type { Advice } from '#core/advisor/advice.ts';
import { hingeSentences } from '#core/advisor/hinge-text.ts';
import { whatItHingesOn } from '#core/advisor/hinges.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type OpenQuestion, openQuestions, type Variation, whatWouldChange } from '#core/advisor/variations.ts';
import { anyAnswerText, changeText, fieldLabel, outcomeText } from '#core/advisor/wording.ts';

function Changes({ variations, book }: { variations: readonly Variation[]; book: RuleBook }) {
  return (
    <ul class="reasons">
      {variations.map((variation) => (
        <li key={variation.changes.map(({ field, value }) => `${field} ${value}`).join()}>
          {variation.changes.map((change, place) => (
            <span key={change.field}>
              {place > 0 && ' and '}
              {fieldLabel(change.field, book)}: <strong>{changeText(change, book)}</strong>
            </span>
          ))}
          , then {outcomeText(variation, book)}.
        </li>
      ))}
    </ul>
  );
}

/** The smallest changes of answers that lead elsewhere. */
export function WhatWouldChange({ advice: { given, unsure, book } }: { advice: Advice }) {
  const { primary: pattern, middleware: verdict } = whatWouldChange(given, unsure, book);
  if (pattern.length === 0 && verdict.length === 0) return null;
  const pairs = pattern[0]?.changes.length === 2;
  return (
    <section>
      <h3>What would change it</h3>
      {pattern.length > 0 && (
        <>
          <p>
            {pairs ? 'No single answer moves the pattern. Two at once do:' : 'Any of these answers moves the pattern:'}
          </p>
          <Changes variations={pattern} book={book} />
        </>
      )}
      {verdict.length > 0 && (
        <details>
          <summary>What would change the verdict on middleware</summary>
          <Changes variations={verdict} book={book} />
        </details>
      )}
    </section>
  );
}

function OneByOne({ open, book }: { open: readonly OpenQuestion[]; book: RuleBook }) {
  return (
    <>
      {open.map(({ field, moves }) => (
        <details key={field}>
          <summary>{fieldLabel(field, book)}</summary>
          <ul class="reasons">
            {moves.map((move) => (
              <li key={`${move.primary} ${move.middleware}`}>
                <strong>{anyAnswerText(field, move.values, book)}</strong>: {outcomeText(move, book)}.
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** What the questions without an answer can still change. */
export function WhatItHingesOn({
  advice: { given, unsure, book },
  onContinue,
}: {
  advice: Advice;
  onContinue: () => void;
}) {
  const open = openQuestions(given, unsure, book);
  const hinges = whatItHingesOn(given, book);
  const sentences = hinges ? hingeSentences(hinges, book) : [];
  if (open.length === 0 && sentences.length === 0) return null;
  const moves = hinges === undefined || hinges.primary.unless.length > 0 || hinges.middleware.unless.length > 0;
  return (
    <section class={hinges ? 'result__hinges' : 'result__open'}>
      <h3>What it hinges on</h3>
      {hinges ? (
        <ul class="reasons">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <>
          <p>Much is open still. Each of these answers alone would move the recommendation:</p>
          <OneByOne open={open} book={book} />
        </>
      )}
      {moves && (
        <button type="button" class="link-button" onClick={onContinue}>
          Go on with the questions
        </button>
      )}
    </section>
  );
}
