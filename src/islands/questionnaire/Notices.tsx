import { recommend } from '#advisor/recommend.ts';
import type { RuleBook } from '#advisor/rule-book.ts';
import { fieldLabel, patternName } from '#advisor/wording.ts';
import type { Resumed } from '#questionnaire/address.ts';
import type { Answers } from '#questionnaire/answers.ts';

/** What is said when an address holds nothing that can be read. */
export function UnreadableLink({ resumed, onRestart }: { resumed: Resumed; onRestart: () => void }) {
  return (
    <div class="questionnaire notice" role="alert">
      <h2>This link cannot be read</h2>
      <p>
        {resumed.kind === 'unreadable' ? resumed.reason : ''} Nothing you entered before is lost: your draft stays in
        this browser.
      </p>
      <button type="button" class="button" onClick={onRestart}>
        Start the questionnaire
      </button>
    </div>
  );
}

/** Says what of a link could not be kept, and that it was made under other rules. */
export function ResumeNotice({ resumed, book, answers }: { resumed: Resumed; book: RuleBook; answers: Answers }) {
  if (resumed.kind !== 'read') return null;
  const { faults, unknown, rulesVersion } = resumed;
  const isOlder = rulesVersion !== book.version;
  if (faults.length === 0 && unknown.length === 0 && !isOlder) return null;
  return (
    <div class="notice" role="status">
      {isOlder && (
        <p>
          These answers were given under rules {rulesVersion}; the rules are now {book.version}. Under the rules of
          today they lead to {patternName(recommend(answers.profile, book).primary, book)}.
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
