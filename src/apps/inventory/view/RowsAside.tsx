import type { Send } from '#apps/inventory/machine/machine.ts';
import type { SheetSummary } from '#apps/inventory/reading/import-session.ts';
import { asideTexts, type WhyAside } from '#apps/inventory/reading/rows-aside.ts';
import { counted } from './counted.ts';
import { useSetup } from './setup.ts';

interface RowsAsideProps {
  sheet: SheetSummary;
  takenIn: readonly WhyAside[];
  send: Send;
}

/** Rows that are no interface to decide, each kind with why, its first rows, and a box that takes them in. */
export function RowsAside({ sheet: { aside }, takenIn, send }: RowsAsideProps) {
  const texts = asideTexts(useSetup().vocabulary);
  if (aside.length === 0) return null;
  const total = aside.reduce((sum, { count }) => sum + count, 0);
  return (
    <details class="mapping__words">
      <summary>{counted(total, 'row')} left out, because they are no interfaces to decide</summary>
      {aside.map(({ why, count, rows }) => (
        <fieldset key={why} class="mapping__aside">
          <legend>
            Rows that {texts.get(why) ?? why} ({count})
          </legend>
          <ul>
            {rows.map(({ number, text }) => (
              <li key={number}>
                Row {number}: {text}
              </li>
            ))}
            {count > rows.length && <li>and {counted(count - rows.length, 'more row')}</li>}
          </ul>
          <label>
            <input
              type="checkbox"
              checked={takenIn.includes(why)}
              onChange={({ currentTarget }) => send({ type: 'aside.chosen', why, isTaken: currentTarget.checked })}
            />{' '}
            Take these in all the same
          </label>
        </fieldset>
      ))}
    </details>
  );
}
