import { OperationsPlanView } from '#components/advisor/OperationsPlanView.tsx';
import { path } from '#content/publishing/path.ts';
import type { Advice } from '#core/advisor/advice.ts';
import { operationsRecord } from '#core/advisor/decision-record.ts';
import { choices } from '#core/advisor/profile.ts';
import { middlewareText, patternName } from '#core/advisor/wording.ts';
import { download } from './download.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';

/** The operations plan, with a switch for the service level and an export of its own. */
export function Operations({ advice, send }: { advice: Advice; send: QuestionnaireActor['send'] }) {
  const { operations: plan, book } = advice;
  if (!plan) return null;
  const { pattern, middleware, level, isAssumed } = plan;
  return (
    <section class="operations">
      <h3>Running it: the operations plan</h3>
      <p>
        {patternName(pattern, book)}, {middlewareText[middleware].toLowerCase()}, service level “{level.title}”. Numbers
        without a source are our proposals; agree on yours in the last table.
      </p>
      <fieldset class="operations__levels">
        <legend>How bad is it when this interface stops?</legend>
        {choices.sla.map((id) => {
          const one = book.operations.levels.find((other) => other.id === id);
          return (
            <label key={id}>
              <input
                type="radio"
                name="service-level"
                checked={!isAssumed && level.id === id}
                onChange={() => send({ type: 'answer.changed', field: 'sla', value: id })}
              />
              {one?.title}
            </label>
          );
        })}
      </fieldset>
      {isAssumed && <p class="operations__assumed">Nobody has said, so this plan assumes “{level.title}”.</p>}
      <OperationsPlanView plan={plan} book={book} />
      <p class="operations__export">
        <button
          type="button"
          class="button button--quiet"
          onClick={() =>
            download(`operations-${pattern}-${level.id}.md`, 'text/markdown', operationsRecord(plan, book))
          }
        >
          Operations plan (Markdown)
        </button>{' '}
        <a href={path(`/advisor/operations/#${pattern}`)}>All plans</a>
      </p>
    </section>
  );
}
