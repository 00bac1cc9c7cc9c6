import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type InventoryRow, profileOf, rowTitle } from '#apps/inventory/machine/inventory.ts';
import type { Send } from '#apps/inventory/machine/machine.ts';
import { useSetup } from '#apps/inventory/view/setup.ts';
import { ToLog } from '#apps/inventory/view/ToLog.tsx';
import type { DecisionEntry } from '#apps/inventory/writing/decision-entry.ts';
import { toFragment } from '#apps/questionnaire/address.ts';
import { Ground } from '#components/advisor/Ground.tsx';
import { path } from '#content/publishing/path.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { Grounds } from '#core/advisor/rule-book.ts';
import { middlewareText, patternName } from '#core/advisor/wording.ts';

interface RowDetailsProps {
  row: InventoryRow;
  index: number;
  outcome: Outcome | undefined;
  shared: Profile;
  /** The row as the decision log takes it. */
  entry: () => DecisionEntry;
  send: Send;
}

const byId = <Rule extends Grounds>(rules: readonly Rule[], ids: readonly string[]): Rule[] =>
  ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);

function ReasonList({ title, rules }: { title: string; rules: readonly Grounds[] }) {
  const { book } = useSetup();
  if (rules.length === 0) return null;
  return (
    <>
      <h5>{title}</h5>
      <ul class="reasons">
        {rules.map((rule) => (
          <li key={rule.id}>
            {rule.reason}
            <Ground evidence={rule.evidence} sources={rule.sources} book={book} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why the row under the cursor got what it got, and the way to all that can be said about it. */
export function RowDetails({ row, index, outcome, shared, entry, send }: RowDetailsProps) {
  const { book } = useSetup();
  const title = rowTitle(row, index);
  const profile = profileOf(row, shared);
  const fragment = toFragment({ answers: { profile, unsure: [] }, place: 'result' }, book.version);
  return (
    <section class="row-details" aria-labelledby="row-details-heading">
      <h4 id="row-details-heading">
        {title}
        {outcome?.primary && `: ${patternName(outcome.primary, book)}`}
      </h4>
      {outcome && (
        <div class="row-details__reasons">
          <div>
            {outcome.primary ? (
              <ReasonList
                title={`Why ${patternName(outcome.primary, book)}`}
                rules={byId(book.rules, outcome.reasons)}
              />
            ) : (
              <p>No pattern can be recommended yet. Open it in the advisor to see what is missing or what clashes.</p>
            )}
            <ReasonList title="What speaks against it" rules={byId(book.rules, outcome.against)} />
          </div>
          <div>
            <ReasonList title={middlewareText[outcome.middleware]} rules={byId(book.verdicts, outcome.hub)} />
            <ReasonList title="Requirements that clash" rules={byId(book.conflicts, outcome.conflicts)} />
            <ReasonList
              title="Answers that cannot both be true"
              rules={byId(book.contradictions, outcome.contradictions)}
            />
          </div>
        </div>
      )}
      <p class="button-row">
        <a class="button button--quiet" href={`${path('/advisor/')}#${fragment}`}>
          Open in the advisor
        </a>
        <button
          type="button"
          class="button button--quiet"
          onClick={() => send({ type: 'row.removed', key: row.key, done: `removing ${title}` })}
        >
          Remove this row
        </button>
      </p>
      <ToLog key={row.key} label="Put it into the decision log" entries={() => [entry()]} />
    </section>
  );
}
