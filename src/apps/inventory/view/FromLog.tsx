import { useEffect, useState } from 'preact/hooks';
import type { Source } from '#apps/inventory/reading/import-session.ts';
import { counted } from '#apps/inventory/reading/table.ts';
import { readCsvSource } from './sources.ts';

/** The address by which the decision log hands its decisions over. */
const HANDED_OVER = '#decisions';

interface Offer {
  count: number;
  source: Source;
}

async function offerOf(): Promise<Offer | undefined> {
  const [{ openStore }, { interfacesCsv }] = await Promise.all([
    import('#apps/decision-log/store.ts'),
    import('#apps/decision-log/write-log.ts'),
  ]);
  const kept = await openStore().read();
  if (kept === 'denied' || 'reason' in kept || kept.decisions.length === 0) return undefined;
  return {
    count: kept.decisions.length,
    source: readCsvSource('Decision log', interfacesCsv(kept.decisions)),
  };
}

/** Offers the decisions of the log as a list, where somebody has come from there. */
export function FromLog({ onChosen }: { onChosen: (source: Source) => void }) {
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => {
    if (window.location.hash === HANDED_OVER) offerOf().then(setOffer, () => undefined);
  }, []);
  if (!offer) return null;
  return (
    <div class="notice">
      <p>
        Your decision log holds {counted(offer.count, 'decision')}. Read as a list, they are shown here before anything
        changes.
      </p>
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
    </div>
  );
}
