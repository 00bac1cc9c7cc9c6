import { useEffect, useState } from 'preact/hooks';
import type { Decision } from '#apps/decision-log/decision.ts';
import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { counted } from '#apps/inventory/reading/table.ts';
import { takeDecisionEntry } from '#apps/inventory/writing/decision-entry.ts';
import { useSetup } from './setup.ts';
import { readCsvSource } from './sources.ts';

/** The address by which the decision log hands its decisions over. */
const HANDED_OVER = '#decisions';

interface Offer {
  decisions: readonly Decision[];
  source: Source;
  /** A decision as the inventory takes it back. */
  entryOf: (decision: Decision) => Parameters<typeof takeDecisionEntry>[0];
}

async function offerOf(): Promise<Offer | undefined> {
  const [{ openStore }, { interfacesCsv, nameText, numberText }, { statusNames }] = await Promise.all([
    import('#apps/decision-log/store.ts'),
    import('#apps/decision-log/write-log.ts'),
    import('#apps/decision-log/decision.ts'),
  ]);
  const kept = await openStore().read();
  if (kept === 'denied' || 'reason' in kept || kept.decisions.length === 0) return undefined;
  return {
    decisions: kept.decisions,
    source: readCsvSource('Decision log', interfacesCsv(kept.decisions)),
    entryOf: (decision) => ({
      name: nameText(decision),
      number: numberText(decision),
      owner: decision.owner,
      status: statusNames[decision.status],
      note: decision.note,
    }),
  };
}

/** What became of decisions that were written into rows: `Owner, status and note of 3 decisions stand in their rows.` */
function takenText(taken: number, unknown: number): string {
  const rows = `Owner, status and note of ${counted(taken, 'decision')} stand in ${taken === 1 ? 'its row' : 'their rows'} now.`;
  const others = `${counted(unknown, 'decision is', 'decisions are')} about no interface of this list, or about several.`;
  return [...(taken > 0 ? [rows] : []), ...(unknown > 0 ? [others] : [])].join(' ');
}

interface FromLogProps {
  /** The list that is open; `undefined` where none is. */
  inventory: Inventory | undefined;
  onChosen: (source: Source) => void;
  onTaken: (inventory: Inventory) => void;
}

/** Offers the decisions of the log, as a list or for the rows that are open, where somebody has come from there. */
export function FromLog({ inventory, onChosen, onTaken }: FromLogProps) {
  const { vocabulary } = useSetup();
  const [offer, setOffer] = useState<Offer>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (window.location.hash === HANDED_OVER) offerOf().then(setOffer, () => undefined);
  }, []);
  const take = ({ decisions, entryOf }: Offer, list: Inventory): void => {
    let [written, taken] = [list, 0];
    for (const decision of decisions) {
      const back = takeDecisionEntry(entryOf(decision), written, vocabulary);
      if (back.result === 'unknown') continue;
      written = back.inventory;
      taken += 1;
    }
    if (taken > 0) onTaken(written);
    setSaid(takenText(taken, decisions.length - taken));
  };
  if (said !== '') {
    return (
      <p class="notice" role="status">
        {said}
      </p>
    );
  }
  if (!offer) return null;
  return (
    <div class="notice">
      <p>
        Your decision log holds {counted(offer.decisions.length, 'decision')}. Read as a list, they are shown here
        before anything changes.
        {inventory && ' Or take owner, status and note into the rows of the same name; that can be undone.'}
      </p>
      <p class="button-row">
        <button
          type="button"
          class="button button--quiet"
          onClick={() => {
            setOffer(undefined);
            onChosen(offer.source);
          }}
        >
          Read the decision log
        </button>
        {inventory && (
          <button type="button" class="button button--quiet" onClick={() => take(offer, inventory)}>
            Take owner, status and note into these rows
          </button>
        )}
      </p>
    </div>
  );
}
