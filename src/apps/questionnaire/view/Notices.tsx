import type { Resumed } from '#apps/questionnaire/address.ts';
import { questionAfter } from '#apps/questionnaire/ahead.ts';
import type { Answers } from '#apps/questionnaire/answers.ts';
import { isSameDecision, recommendationNow, sinceThen } from '#apps/questionnaire/since.ts';
import { path } from '#content/publishing/path.ts';
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

/** Says what of a link could not be kept, and that it was made under other rules. */
export function ResumeNotice({ resumed, book }: { resumed: Resumed; book: RuleBook }) {
  if (resumed.kind !== 'read') return null;
  const { faults, unknown, rulesVersion, position, kept } = resumed;
  // A draft that was offered has said so already.
  const isOlder = rulesVersion !== book.version && !kept;
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
  const then = recommendationNow(before, book);
  const now = recommendationNow(answers, book);
  const wasOpen = questionAfter(before, book) !== undefined;
  const next = questionAfter(answers, book);
  return (
    <div class="notice notice--change" role="status">
      <p>
        {fieldLabel(field, book)} was “{shown(field, before, book)}” and is now “{shown(field, answers, book)}”.{' '}
        {isSameDecision(then, now) ? (
          'The recommendation stays.'
        ) : (
          <>
            The recommendation moved from {outcomeText(then, book)}, <strong>to {outcomeText(now, book)}</strong>.
          </>
        )}
        {next && !wasOpen && ` A question matters again that did not before: ${fieldLabel(next, book)}.`}
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
