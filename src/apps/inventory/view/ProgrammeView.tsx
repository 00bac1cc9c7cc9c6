import type { Blank } from '#apps/inventory/deciding/blanks.ts';
import type { Programme } from '#apps/inventory/deciding/programme.ts';
import type { RowFilter } from '#apps/inventory/machine/row-filter.ts';
import { fieldLabel, patternName } from '#core/advisor/wording.ts';
import { ConnectionsChart } from './charts/ConnectionsChart.tsx';
import { DayLoadChart } from './charts/DayLoadChart.tsx';
import { PatternMix } from './charts/PatternMix.tsx';
import { counted, number } from './counted.ts';
import { Decisions } from './Decisions.tsx';
import { ProgrammeVerdict } from './ProgrammeVerdict.tsx';
import { useSetup } from './setup.ts';

interface ProgrammeViewProps {
  programme: Programme;
  /** Left out while they are being worked out. */
  blanks: readonly Blank[] | undefined;
  /** Uncertain interfaces that were looked at for them. */
  looked: number;
  onShow: (filter: RowFilter) => void;
}

function Headline({ programme }: { programme: Programme }) {
  const { book } = useSetup();
  const { interfaces, systems, certain, mix } = programme;
  const [first] = mix;
  return (
    <dl class="programme__facts">
      <div>
        <dt>Interfaces</dt>
        <dd>{number.format(interfaces)}</dd>
      </div>
      <div>
        <dt>Other systems</dt>
        <dd>{systems > 0 ? number.format(systems) : 'not named'}</dd>
      </div>
      <div>
        <dt>Most used pattern</dt>
        <dd>{first ? patternName(first.pattern, book) : 'none yet'}</dd>
      </div>
      <div>
        <dt>Certain whatever is still answered</dt>
        <dd>
          {number.format(certain)} of {number.format(interfaces)}
        </dd>
      </div>
    </dl>
  );
}

/** "Answer “How soon” for these 14: 9 recommendations become certain, 3 more with some answers." */
function blankText({ open, always, sometimes }: Blank, label: string): string {
  const which = open === 1 ? 'this one' : `these ${number.format(open)}`;
  const sure = always > 0 ? `${counted(always, 'recommendation becomes', 'recommendations become')} certain` : '';
  const maybe =
    always > 0
      ? `${number.format(sometimes)} more with some answers`
      : `${counted(sometimes, 'recommendation becomes', 'recommendations become')} certain with some answers`;
  return `Answer “${label}” for ${which}: ${[sure, sometimes > 0 ? maybe : ''].filter((part) => part !== '').join(', ')}.`;
}

function BlanksThatMatter({ programme, blanks, looked, onShow }: ProgrammeViewProps) {
  const { book } = useSetup();
  return (
    <section class="programme__blanks">
      <h3>Blanks that matter most</h3>
      {blanks === undefined && <p role="status">Trying every answer to every blank…</p>}
      {blanks && looked < programme.interfaces - programme.certain && (
        <p>Among the first {number.format(looked)} interfaces that are not certain:</p>
      )}
      {blanks?.length === 0 && <p>No single answer would make another recommendation certain.</p>}
      <ol>
        {blanks?.slice(0, 6).map((blank) => (
          <li key={blank.field}>
            {blankText(blank, fieldLabel(blank.field, book))}{' '}
            <button
              type="button"
              class="link-button"
              aria-label={`Show them: interfaces without an answer to ${fieldLabel(blank.field, book)}`}
              onClick={() => onShow({ by: 'blank', field: blank.field })}
            >
              Show them
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the interfaces amount to together. */
export function ProgrammeView({ programme, blanks, looked, onShow }: ProgrammeViewProps) {
  return (
    <section class="programme" aria-label="The programme">
      <Headline programme={programme} />
      <div class="programme__columns">
        <ProgrammeVerdict programme={programme} onShow={onShow} />
        <BlanksThatMatter programme={programme} blanks={blanks} looked={looked} onShow={onShow} />
      </div>
      <Decisions decisions={programme.decisions} onShow={onShow} />
      <div class="programme__charts">
        <PatternMix programme={programme} onShow={onShow} />
        {programme.connections.systems > 2 && <ConnectionsChart programme={programme} />}
        {programme.loads.map((load) => (
          <DayLoadChart key={load.rule} load={load} />
        ))}
      </div>
    </section>
  );
}
