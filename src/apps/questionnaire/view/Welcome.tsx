import type { RefObject } from 'preact';
import type { Kept } from '#apps/questionnaire/address.ts';
import type { Answers } from '#apps/questionnaire/answers.ts';
import { sinceThen } from '#apps/questionnaire/since.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

const dateOf = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

interface WelcomeProps {
  kept: Kept;
  name: string;
  answers: Answers;
  book: RuleBook;
  /** The version of the rules that the draft was written under. */
  rulesVersion: string;
  headingRef: RefObject<HTMLHeadingElement>;
  onContinue: () => void;
  onStart: () => void;
}

/** Offers the draft of an earlier visit, and says whether the rules have moved it since. */
export function Welcome({ kept, name, answers, book, rulesVersion, headingRef, onContinue, onStart }: WelcomeProps) {
  const count = Object.keys(answers.profile).length + answers.unsure.length;
  const called = name || kept.sentence;
  const isOlder = rulesVersion !== book.version;
  return (
    <section class="welcome">
      <h2 ref={headingRef} tabIndex={-1}>
        We kept your draft
      </h2>
      {called && <p class="welcome__name">{called}</p>}
      <p>
        You left it here{kept.at ? ` on ${dateOf(kept.at)}` : ''} with {count === 1 ? 'one answer' : `${count} answers`}
        . {isOlder && 'The rules have changed since then. '}
        {sinceThen(answers, kept.decided, book)}
      </p>
      <div class="question__actions">
        <button type="button" class="button" onClick={onContinue}>
          Continue
        </button>
        <button type="button" class="button button--quiet" onClick={onStart}>
          Start anew
        </button>
      </div>
    </section>
  );
}
