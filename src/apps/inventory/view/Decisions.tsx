import { type Decision, severityText } from '#apps/inventory/deciding/decisions.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { Ground } from '#components/advisor/Ground.tsx';
import type { Grounds } from '#core/advisor/rule-book.ts';
import { useSetup } from './setup.ts';

interface DecisionsProps {
  decisions: readonly Decision[];
  onShow: (filter: RowFilter) => void;
}

/** The rule or the published figure that a decision comes from, as a reason shows its own. */
function useGround(id: string | undefined): Pick<Grounds, 'evidence' | 'sources'> | undefined {
  const { book } = useSetup();
  const capacity = book.capacity.find((one) => one.id === id);
  if (capacity) return { evidence: capacity.kind === 'limit' ? 'limit' : 'guidance', sources: [capacity.source] };
  return book.conflicts.find((one) => one.id === id);
}

function DecisionItem({ decision, onShow }: { decision: Decision; onShow: (filter: RowFilter) => void }) {
  const { book } = useSetup();
  const { severity, title, text, count, examples, filter, rule } = decision;
  const ground = useGround(rule);
  const more = count - examples.length;
  const show = count === 1 ? 'Show it' : `Show all ${count.toLocaleString('en-GB')}`;
  return (
    <li class="decision" data-severity={severity}>
      <p class="decision__title">
        <span class="decision__severity">{severityText[severity]}</span> {title}
      </p>
      <p>
        {text}
        {ground && <Ground evidence={ground.evidence} sources={ground.sources} book={book} />}
      </p>
      <p class="decision__rows">
        {examples.join(', ')}
        {more > 0 && examples.length > 0 && ` and ${more.toLocaleString('en-GB')} more`}{' '}
        {filter && (
          <button type="button" class="link-button" aria-label={`${show}: ${title}`} onClick={() => onShow(filter)}>
            {show}
          </button>
        )}
      </p>
    </li>
  );
}

/** Everything that somebody has to decide, worst first. */
export function Decisions({ decisions, onShow }: DecisionsProps) {
  return (
    <section class="programme__decisions">
      <h3>Decisions to take, worst first</h3>
      {decisions.length === 0 && <p>None: nothing clashes, everything is read and certain.</p>}
      <ol>
        {decisions.map((decision) => (
          <DecisionItem key={`${decision.title} ${decision.text}`} decision={decision} onShow={onShow} />
        ))}
      </ol>
    </section>
  );
}
