import { useEffect, useId, useState } from 'preact/hooks';
import { describedProfile } from '#apps/describe/machine.ts';
import { segmentsOf } from '#apps/describe/segments.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { MAX_TEXT } from '#core/language/tokens.ts';
import { Understood } from './Understood.tsx';
import { type DescribeActor, type DescribeSnapshot, useDescribe } from './use-describe.ts';

interface DescribeBoxProps {
  book: RuleBook;
  /** A sentence that the address brought along. */
  sentence: string;
  /** How many questions are answered already. */
  answered: number;
  onUse: (profile: Profile, sentence: string) => void;
}

interface PartProps {
  snapshot: DescribeSnapshot;
  send: DescribeActor['send'];
}

const removedFields = ({ edits }: DescribeSnapshot['context']) =>
  Object.entries(edits).flatMap(([field, value]) => (value === null ? [field as keyof Profile] : []));

/** The text once more behind the field that it is typed into, with what was understood underlined. */
function Underlined({ snapshot: { context } }: Pick<PartProps, 'snapshot'>) {
  const { text, understanding } = context;
  const segments = understanding ? segmentsOf(text, understanding, removedFields(context)) : [];
  return (
    <div class="describe__underlined" aria-hidden="true">
      {segments.length === 0
        ? text
        : segments.map((segment, index) => (
            // Pieces have no names of their own, and are drawn anew with each letter.
            <span key={index} data-understood={segment.kind}>
              {segment.text}
            </span>
          ))}{' '}
    </div>
  );
}

function Examples({ snapshot, send }: PartProps) {
  const examples = snapshot.context.language?.examples ?? [];
  return (
    <details class="describe__examples" onToggle={() => send({ type: 'box.entered' })}>
      <summary>Fifteen examples to begin with</summary>
      {examples.length === 0 ? (
        <p>Loading…</p>
      ) : (
        <ul>
          {examples.map((text) => (
            <li key={text}>
              <button type="button" class="link-button" onClick={() => send({ type: 'example.chosen', text })}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** Asks before answers that were given by hand make way. */
function Confirming({ answered, send }: { answered: number; send: PartProps['send'] }) {
  return (
    <div class="notice" role="alert">
      <p>
        {answered === 1 ? 'One question is' : `${answered} questions are`} answered already. If you use the answers from
        your sentence, the earlier ones are put aside, and you can open them again.
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => send({ type: 'use.confirmed' })}>
          Use the sentence, keep the others aside
        </button>
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'use.declined' })}>
          Keep the answers as they are
        </button>
      </div>
    </div>
  );
}

function Missing({ send }: Pick<PartProps, 'send'>) {
  return (
    <div class="notice notice--failure" role="alert">
      <p>
        The part that understands sentences could not be loaded. Your text stays here, and the questions below work
        without it.{' '}
        <button type="button" class="link-button" onClick={() => send({ type: 'retry.requested' })}>
          Try again
        </button>
      </p>
    </div>
  );
}

/** What the box says to those who do not see the underlines. */
function summaryOf(snapshot: DescribeSnapshot): string {
  if (snapshot.matches('loading')) return 'Loading the part that understands sentences…';
  if (snapshot.matches({ described: 'handed' }))
    return 'The answers are taken over. The questions that are left follow.';
  const { understanding, text } = snapshot.context;
  if (!understanding || text.trim() === '') return '';
  const count = Object.keys(describedProfile(snapshot.context)).length;
  const open = understanding.unsettled.length;
  if (count + open === 0) return 'Nothing was understood yet.';
  const opened =
    open === 0 ? '' : ` ${open === 1 ? 'One is' : `${open} are`} left open, because the text says two things.`;
  return `${count === 1 ? 'One answer was' : `${count} answers were`} understood.${opened}`;
}

/** One box in which an interface is described in a sentence; what was understood becomes answers once somebody says so. */
export function DescribeBox({ book, sentence, answered, onUse }: DescribeBoxProps) {
  const { snapshot, send } = useDescribe(sentence, onUse);
  const id = useId();
  const { text, understanding } = snapshot.context;
  const [summary, setSummary] = useState('');
  const said = summaryOf(snapshot);
  // Said once the typing rests, not with each letter.
  useEffect(() => {
    const timer = setTimeout(() => setSummary(said), 600);
    return () => clearTimeout(timer);
  }, [said]);
  const canUse = Object.keys(describedProfile(snapshot.context)).length > 0;
  const isHanded = snapshot.matches({ described: 'handed' });
  // Once there are answers the box makes room for them, and stays within reach.
  const isAside = isHanded || (answered > 0 && text.trim() === '');
  return (
    <section class="describe" aria-labelledby={`${id}-label`} data-aside={isAside}>
      <details open={!isAside}>
        <summary hidden={!isAside}>
          {isHanded ? (
            <>
              From your sentence: <q>{text.trim()}</q>
            </>
          ) : (
            'Describe the interface in a sentence instead'
          )}
        </summary>
        <label class="describe__label" id={`${id}-label`} for={`${id}-text`}>
          Describe the interface in a sentence
        </label>
        <p class="describe__hint" id={`${id}-hint`}>
          For instance which system is at the other end, what happens, how often and how much. Nothing you write leaves
          this browser; the questions below ask for the rest.
        </p>
        <div class="describe__field">
          <Underlined snapshot={snapshot} />
          <textarea
            id={`${id}-text`}
            aria-describedby={`${id}-hint`}
            rows={2}
            maxLength={MAX_TEXT}
            value={text}
            onFocus={() => send({ type: 'box.entered' })}
            onInput={(event) => send({ type: 'text.changed', text: event.currentTarget.value })}
          />
        </div>
        <Examples snapshot={snapshot} send={send} />
        {snapshot.matches('missing') && <Missing send={send} />}
        {understanding && text.trim() !== '' && <Understood snapshot={snapshot} send={send} book={book} />}
        {snapshot.matches({ described: 'confirming' }) ? (
          <Confirming answered={answered} send={send} />
        ) : (
          canUse &&
          !isHanded && (
            <button
              type="button"
              class="button"
              onClick={() => send({ type: 'use.requested', replacesAnswers: answered > 0 })}
            >
              Use these answers
            </button>
          )
        )}
      </details>
      <p class="describe__summary" role="status">
        {summary}
      </p>
    </section>
  );
}
