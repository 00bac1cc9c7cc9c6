import type { Conflict } from '#core/advisor/conflicts.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { concessionsText, outcomeText } from '#core/advisor/wording.ts';
import { Reasons } from './Reasons.tsx';

/** Requirements that no pattern meets together, with what giving way on each leads to. */
export function Conflicts({ conflicts, book }: { conflicts: readonly Conflict[]; book: RuleBook }) {
  if (conflicts.length === 0) return null;
  return (
    <section class="result__conflicts">
      <h3>These requirements do not go together</h3>
      {conflicts.map(({ rule, waysOut }) => (
        <div key={rule.id}>
          <h4>{rule.title}</h4>
          <Reasons rules={[rule]} book={book} />
          <p>
            {waysOut.length > 0
              ? 'One of them has to give way:'
              : 'No single answer resolves this while the other requirements stand; settle those first.'}
          </p>
          <ul>
            {waysOut.map((way) => (
              <li key={`${way.field} ${way.and?.field}`}>
                <strong>{concessionsText(way, book)}</strong>, then {outcomeText(way, book)}.{' '}
                <span class="result__cost">{way.costs.join(' ')}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
