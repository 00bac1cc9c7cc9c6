import { useMemo } from 'preact/hooks';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type Planned, planWaves } from '#apps/inventory/deciding/waves.ts';
import { type Inventory, profileOf, sharedAnswers } from '#apps/inventory/machine/inventory.ts';
import type { Send } from '#apps/inventory/machine/machine.ts';
import { workingIndices } from '#apps/inventory/reading/working-columns.ts';
import { counted } from '#apps/inventory/view/counted.ts';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { useSetup } from '#apps/inventory/view/setup.ts';

/** What the order of work is made of. */
export interface WavesViewProps {
  inventory: Inventory;
  outcomes: ReadonlyMap<number, Outcome>;
  send: Send;
}

/** Interfaces of a wave that are listed; the table holds all once the waves are taken over. */
const LISTED = 200;

function WaveList({ name, planned }: { name: string; planned: readonly Planned[] }) {
  return (
    <details class="waves__wave" open={planned.length <= 12}>
      <summary>
        {name}: {counted(planned.length, 'interface')}
      </summary>
      <ScrollRegion label={name}>
        <table>
          <thead>
            <tr>
              <th scope="col">Interface</th>
              <th scope="col">Other system</th>
              <th scope="col">Why then</th>
            </tr>
          </thead>
          <tbody>
            {planned.slice(0, LISTED).map(({ key, title, system, because }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td>{system}</td>
                <td>{because.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {planned.length > LISTED && <p>The first {LISTED} are listed.</p>}
    </details>
  );
}

/** An order of work that follows from risk and from what depends on what, with a reason for each interface. */
export function WavesView({ inventory, outcomes, send }: WavesViewProps) {
  const { vocabulary } = useSetup();
  const { names } = vocabulary.waves;
  const planned = useMemo(() => {
    const shared = sharedAnswers(inventory);
    const rows = inventory.rows.flatMap((row) => {
      const outcome = outcomes.get(row.key);
      return outcome ? [{ row, outcome, profile: profileOf(row, shared) }] : [];
    });
    return planWaves(rows, vocabulary);
  }, [inventory, outcomes, vocabulary]);
  const index = workingIndices(inventory.extraHeaders, vocabulary).wave;
  const header = index === undefined ? vocabulary.working.wave.label : (inventory.extraHeaders[index] ?? '');
  const isFilled = index !== undefined && inventory.rows.some(({ extras }) => (extras[index] ?? '').trim() !== '');
  const take = (): void => {
    const question = `Replace what stands in the column “${header}” by these waves? Undo brings it back.`;
    if (isFilled && !window.confirm(question)) return;
    const texts = new Map(planned.map(({ key, wave }): [number, string] => [key, names[wave] ?? '']));
    send({ type: 'wave.taken', header, texts });
  };
  return (
    <section class="waves" aria-labelledby="waves-heading">
      <h3 id="waves-heading">An order of work</h3>
      <p>
        Master data comes before the transactions that refer to it, everyday traffic proves a pattern before critical
        interfaces depend on it, and what is not settled waits. <span class="label">Our judgement</span>
      </p>
      {names.map((name, wave) => {
        const own = planned.filter((one) => one.wave === wave);
        return own.length > 0 && <WaveList key={name} name={name} planned={own} />;
      })}
      <p>
        <button type="button" class="button button--quiet" onClick={take}>
          Write these waves into the column “{header}”
        </button>
      </p>
    </section>
  );
}
