import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { Ground } from '#components/advisor/Ground.tsx';
import { middlewareText } from '#core/advisor/wording.ts';
import { counted, number } from './counted.ts';
import { useSetup } from './setup.ts';

interface ProgrammeVerdictProps {
  programme: Programme;
  onShow: (filter: RowFilter) => void;
}

/** The rules by which interfaces cannot do without a hub, with the interfaces. */
function ForcedBy({ programme: { verdict }, onShow }: ProgrammeVerdictProps) {
  const { book } = useSetup();
  if (verdict.forcedBy.length === 0) return null;
  return (
    <>
      <h4>What forces it</h4>
      <ul class="programme__forced">
        {verdict.forcedBy.map(({ rule: id, count, examples }) => {
          const rule = book.verdicts.find((one) => one.id === id);
          const more = count - examples.length;
          return (
            rule && (
              <li key={id}>
                {rule.reason}
                <Ground evidence={rule.evidence} sources={rule.sources} book={book} />
                <br />
                <span class="programme__examples">
                  {examples.join(', ')}
                  {more > 0 && ` and ${number.format(more)} more`}
                </span>{' '}
                <button
                  type="button"
                  class="link-button"
                  aria-label={`Show ${counted(count, 'interface')}: ${rule.reason}`}
                  onClick={() => onShow({ by: 'hub-rule', rule: id })}
                >
                  Show {number.format(count)}
                </button>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

/** The middleware verdict for all interfaces together, and where it comes from. */
export function ProgrammeVerdict({ programme, onShow }: ProgrammeVerdictProps) {
  const { verdict: what, because, forced, interfaces, systems } = programme.verdict;
  const verdicts = (['required', 'advised', 'optional', 'avoid'] as const).filter(
    (one) => programme.middleware[one] > 0,
  );
  return (
    <section class="programme__verdict">
      <h3>{middlewareText[what]} for the programme</h3>
      {because.map(({ id, reason }) => (
        <p key={id}>
          {reason} <span class="label">Our judgement</span>
        </p>
      ))}
      {because.length === 0 && (
        <p>
          {what === 'avoid'
            ? 'Every interface runs on a link of the platform itself, which needs no hub.'
            : 'Nothing in this inventory asks for a hub yet.'}
        </p>
      )}
      <p>
        Counted: {counted(interfaces, 'interface')} that a hub could carry, to {counted(systems, 'system')};{' '}
        {number.format(forced)} cannot work without one.
      </p>
      <ul class="programme__verdicts">
        {verdicts.map((one) => (
          <li key={one}>
            <button type="button" class="link-button" onClick={() => onShow({ by: 'middleware', verdict: one })}>
              {middlewareText[one]}: {number.format(programme.middleware[one])}
            </button>
          </li>
        ))}
      </ul>
      <ForcedBy programme={programme} onShow={onShow} />
    </section>
  );
}
