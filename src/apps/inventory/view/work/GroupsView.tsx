import { useMemo, useState } from 'preact/hooks';
import { isCertain, type Outcome } from '#apps/inventory/deciding/decide.ts';
import { type Grouping, groupRows } from '#apps/inventory/deciding/groups.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { workingIndices } from '#apps/inventory/reading/working-columns.ts';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { useSetup } from '#apps/inventory/view/setup.ts';

/** What groups are made of. */
export interface GroupsViewProps {
  inventory: Inventory;
  outcomes: ReadonlyMap<number, Outcome>;
  onShow: (filter: RowFilter) => void;
}

const groupings: readonly Grouping[] = ['system', 'owner', 'wave', 'status'];

/** The interfaces by system, owner, wave or status: how many there are, and what is still open with each. */
export function GroupsView({ inventory, outcomes, onShow }: GroupsViewProps) {
  const { vocabulary } = useSetup();
  const [by, setBy] = useState<Grouping>('system');
  const indices = workingIndices(inventory.extraHeaders, vocabulary);
  const groups = useMemo(() => groupRows(inventory.rows, by, indices), [inventory, by]);
  const labelOf = (grouping: Grouping): string =>
    grouping === 'system' ? vocabulary.columns.system.label : vocabulary.working[grouping].label;
  const isMissing = by !== 'system' && indices[by] === undefined;
  const count = (rows: readonly { key: number }[], isMeant: (outcome: Outcome) => boolean): number =>
    rows.filter(({ key }) => {
      const outcome = outcomes.get(key);
      return outcome !== undefined && isMeant(outcome);
    }).length;
  return (
    <section class="groups" aria-labelledby="groups-heading">
      <h3 id="groups-heading">Interfaces by group</h3>
      <p>
        <label>
          Group by{' '}
          <select value={by} onChange={({ currentTarget }) => setBy(currentTarget.value as Grouping)}>
            {groupings.map((one) => (
              <option key={one} value={one}>
                {labelOf(one)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {isMissing ? (
        <p role="status">The list has no column for this. Add one below the table’s search, and fill it in.</p>
      ) : (
        <ScrollRegion label={`Interfaces by ${labelOf(by)}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{labelOf(by)}</th>
                <th scope="col" class="number">
                  Interfaces
                </th>
                <th scope="col" class="number">
                  Certain
                </th>
                <th scope="col" class="number">
                  Hub required
                </th>
                <th scope="col" class="number">
                  Clashing
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ name, rows, filter }) => (
                <tr key={name}>
                  <th scope="row">{name || 'Not said'}</th>
                  <td class="number">
                    <button
                      type="button"
                      class="link-button"
                      aria-label={`Show the ${rows.length} of ${name || 'those where it is not said'}`}
                      onClick={() => onShow(filter)}
                    >
                      {rows.length}
                    </button>
                  </td>
                  <td class="number">{count(rows, isCertain)}</td>
                  <td class="number">{count(rows, ({ middleware }) => middleware === 'required')}</td>
                  <td class="number">
                    {count(rows, ({ conflicts, contradictions }) => conflicts.length + contradictions.length > 0)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
