import type { Decided, Resumed } from '#apps/questionnaire/address.ts';
import type { Answers } from '#apps/questionnaire/answers.ts';
import { path } from '#content/publishing/path.ts';
import { advise } from '#core/advisor/advice.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import type { Field } from '#core/advisor/profile.ts';
import type { ContradictionRule, RuleBook } from '#core/advisor/rule-book.ts';
import { answerText, fieldLabel, outcomeText } from '#core/advisor/wording.ts';

/** What is said when an address holds nothing that can be read. */
export function UnreadableLink({ resumed, onStart }: { resumed: Resumed; onStart: () => void }) {
  return (
    <div class="questionnaire notice" role="alert">
      <h2>This link cannot be read</h2>
      <p>
        {resumed.kind === 'unreadable' ? resumed.reason : ''} Nothing you entered before is lost: your draft stays in
        this browser.
      </p>
      <button type="button" class="button" onClick={onStart}>
        Start the questionnaire
      </button>
    </div>
  );
}

const isSame = (a: Decided, b: Decided): boolean => a.primary === b.primary && a.middleware === b.middleware;

/** What came of the answers then, and what comes of them now. */
function sinceThen(answers: Answers, decided: Decided | undefined, book: RuleBook): string {
  const now = advise(answers.profile, answers.unsure, book).recommendation;
  if (!decided) return `Under the rules of today they lead to: ${outcomeText(now, book)}.`;
  if (isSame(decided, now)) return `The recommendation is still the same: ${outcomeText(now, book)}.`;
  return `The recommendation was: ${outcomeText(decided, book)}. It is now: ${outcomeText(now, book)}.`;
}

/** Says what of a link could not be kept, and that it was made under other rules. */
export function ResumeNotice({ resumed, book }: { resumed: Resumed; book: RuleBook }) {
  if (resumed.kind !== 'read') return null;
  const { faults, unknown, rulesVersion, position } = resumed;
  const isOlder = rulesVersion !== book.version;
  if (faults.length === 0 && unknown.length === 0 && !isOlder) return null;
  return (
    <div class="notice" role="status">
      {isOlder && (
        <p>
          These answers were given under rules {rulesVersion}; the rules are now {book.version} (
          <a href={path('/advisor/rules/#rules-changes')}>what changed</a>).{' '}
          {sinceThen(position.answers, position.decided, book)}
        </p>
      )}
      {faults.map(({ field, found, allowed }) => (
        <p key={field}>
          “{found}” is no answer to “{fieldLabel(field, book)}” and was left out. Allowed: {allowed}.
        </p>
      ))}
      {unknown.length > 0 && <p>Not a question of ours, and ignored: {unknown.slice(0, 5).join(', ')}.</p>}
    </div>
  );
}

interface ChangeNoticeProps {
  changed: { field: Field; before: Answers } | undefined;
  answers: Answers;
  book: RuleBook;
}

const shown = (field: Field, { profile, unsure }: Answers, book: RuleBook): string =>
  unsure.includes(field) ? 'not sure' : answerText(field, profile[field], book);

/** What the last change of an answer did to the recommendation, and what it made worth asking. */
export function ChangeNotice({ changed, answers, book }: ChangeNoticeProps) {
  if (!changed) return null;
  const { field, before } = changed;
  const then = advise(before.profile, before.unsure, book).recommendation;
  const now = advise(answers.profile, answers.unsure, book).recommendation;
  const wasOpen = nextQuestion(before.profile, before.unsure, book) !== undefined;
  const next = nextQuestion(answers.profile, answers.unsure, book);
  return (
    <div class="notice notice--change" role="status">
      <p>
        {fieldLabel(field, book)} was “{shown(field, before, book)}” and is now “{shown(field, answers, book)}”.{' '}
        {isSame(then, now) ? (
          'The recommendation stays.'
        ) : (
          <>
            The recommendation moved from {outcomeText(then, book)}, <strong>to {outcomeText(now, book)}</strong>.
          </>
        )}
        {next && !wasOpen && ` A question matters again that did not before: ${next.label}.`}
        {!next && wasOpen && ' No open question matters any more.'}
      </p>
    </div>
  );
}

/** Answers that cannot both be true. */
export function Contradictions({ rules }: { rules: readonly ContradictionRule[] }) {
  if (rules.length === 0) return null;
  return (
    <div class="notice" role="status">
      <p>Some of these answers contradict each other. Change one of them:</p>
      <ul>
        {rules.map(({ id, reason }) => (
          <li key={id}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
