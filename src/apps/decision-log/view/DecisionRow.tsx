import type { InputHTMLAttributes } from 'preact';
import { useId, useState } from 'preact/hooks';
import {
  type Decision,
  type DecisionChange,
  MAX_NOTE,
  type Since,
  since,
  statuses,
  statusNames,
  tidyNote,
} from '#apps/decision-log/decision.ts';
import { fragmentOf, nameText, numberText, patternText } from '#apps/decision-log/write-log.ts';
import { MAX_NAME, tidyName } from '#apps/questionnaire/name.ts';
import { path } from '#content/publishing/path.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { certaintyText, middlewareText, outcomeText } from '#core/advisor/wording.ts';
import type { LogActor } from './use-decision-log.ts';

interface RowProps {
  decision: Decision;
  book: RuleBook;
  send: LogActor['send'];
}

/** What the rules of today say of it, where they are others than those it was taken under. */
function Moved({ now, book, onTake }: { now: Since; book: RuleBook; onTake: (change: DecisionChange) => void }) {
  if (now.kind === 'same-rules') return null;
  if (now.kind === 'confirmed') return <p class="log__since">The rules have changed since, and still say the same.</p>;
  const { primary, middleware, certainty } = now.now;
  return (
    <div class="log__since log__since--moved">
      <p>
        Today the rules say: {outcomeText({ primary, middleware }, book)} ({certaintyText[certainty].toLowerCase()}).
      </p>
      <button type="button" class="link-button" onClick={() => onTake({ verdict: now.now })}>
        Take today’s verdict
      </button>
    </div>
  );
}

/**
 * What somebody types is theirs until they leave the field: a page that is drawn anew meanwhile, since another tab has
 * written or another field was changed, must not put back what was there.
 */
function useTyped(kept: string, onDone: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? kept,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => setTyped(currentTarget.value),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped(undefined);
      onDone(currentTarget.value);
    },
  };
}

type LineProps = { kept: string; onDone: (text: string) => void } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'aria-label' | 'placeholder'
>;

function Line({ kept, onDone, ...rest }: LineProps) {
  return <input {...rest} {...useTyped(kept, onDone)} maxLength={MAX_NAME} autocomplete="off" />;
}

function Note({ id, kept, onDone }: { id: string; kept: string; onDone: (text: string) => void }) {
  return <textarea id={id} rows={2} maxLength={MAX_NOTE} {...useTyped(kept, onDone)} />;
}

/** One decision; every cell that a person may change is changed in place. */
export function DecisionRow({ decision, book, send }: RowProps) {
  const id = useId();
  const change = (part: DecisionChange): void => send({ type: 'decision.changed', id: decision.id, change: part });
  const { verdict } = decision;
  const called = `${numberText(decision)} ${nameText(decision)}`;
  return (
    <tr>
      <td class="log__number">{numberText(decision)}</td>
      <th scope="row" class="log__name">
        <Line
          aria-label={`Name of ${numberText(decision)}`}
          placeholder="No name yet"
          kept={decision.name}
          onDone={(text) => change({ name: tidyName(text) })}
        />
        {decision.sentence !== '' && <p class="log__sentence">{decision.sentence}</p>}
      </th>
      <td class="log__verdict">
        <a href={`${path('/advisor/')}#${fragmentOf(decision)}`}>{patternText(decision, book)}</a>
        <p>
          {certaintyText[verdict.certainty]}. {middlewareText[verdict.middleware]}.
        </p>
        <Moved now={since(decision, book)} book={book} onTake={change} />
      </td>
      <td data-label="Status">
        <select
          aria-label={`Status of ${called}`}
          value={decision.status}
          onChange={({ currentTarget }) => {
            const status = statuses.find((one) => one === currentTarget.value);
            if (status) change({ status });
          }}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusNames[status]}
            </option>
          ))}
        </select>
      </td>
      <td data-label="Owner">
        <Line
          aria-label={`Owner of ${called}`}
          kept={decision.owner}
          onDone={(text) => change({ owner: tidyName(text) })}
        />
      </td>
      <td data-label="Date">
        <input
          type="date"
          aria-label={`Date of ${called}`}
          value={decision.date}
          onChange={({ currentTarget }) => change({ date: currentTarget.value })}
        />
      </td>
      <td data-label="Note" class="log__note">
        <label class="visually-hidden" for={id}>
          Note on {called}
        </label>
        <Note id={id} kept={decision.note} onDone={(text) => change({ note: tidyNote(text) })} />
        <p class="log__printed">{decision.note}</p>
      </td>
      <td class="log__act">
        <button
          type="button"
          class="link-button"
          aria-label={`Remove ${called}`}
          onClick={() => send({ type: 'decision.removed', id: decision.id })}
        >
          Remove
        </button>
      </td>
    </tr>
  );
}
