import { path } from '#content/publishing/path.ts';
import type { Advice } from '#core/advisor/advice.ts';
import type { CapacityCheck } from '#core/advisor/capacity.ts';

const statusText: Record<CapacityCheck['status'], string> = { within: 'Within', near: 'Close', over: 'Over' };

const kindText: Record<string, string> = {
  limit: 'a limit',
  guidance: 'guidance',
  default: 'a default',
  sample: 'a sample, not a limit',
};

/** The three answers that everybody asks about, and the figures that they come up against. */
export function Capacity({ advice: { explanation, capacity, book } }: { advice: Advice }) {
  return (
    <section>
      <h3>Volume, latency, number of systems</h3>
      <dl class="result__influences">
        {explanation.influences.map(({ field, label, answer, text }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              <strong>{answer}.</strong> {text}
            </dd>
          </div>
        ))}
      </dl>
      {capacity.length > 0 && (
        <>
          <h4>Against the published figures</h4>
          <ul class="capacity">
            {capacity.map(({ rule, status, arithmetic }) => (
              <li key={rule.id} data-status={status}>
                <strong class="capacity__status">{statusText[status]}</strong> {arithmetic}
                {kindText[rule.kind] && ` of ${kindText[rule.kind]}`}.{' '}
                <a class="reasons__source" href={path(`/sources/#${rule.source}`)}>
                  {book.sources[rule.source]?.title}
                </a>
                {status !== 'within' && <p>{rule.over}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
