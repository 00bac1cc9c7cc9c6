import { useId } from 'preact/hooks';
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
        <input
          aria-label={`Name of ${numberText(decision)}`}
          value={decision.name}
          maxLength={MAX_NAME}
          placeholder="No name yet"
          autocomplete="off"
          onChange={({ currentTarget }) => change({ name: tidyName(currentTarget.value) })}
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
        <input
          aria-label={`Owner of ${called}`}
          value={decision.owner}
          maxLength={MAX_NAME}
          autocomplete="off"
          onChange={({ currentTarget }) => change({ owner: tidyName(currentTarget.value) })}
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
        <textarea
          id={id}
          rows={2}
          maxLength={MAX_NOTE}
          value={decision.note}
          onChange={({ currentTarget }) => change({ note: tidyNote(currentTarget.value) })}
        />
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
