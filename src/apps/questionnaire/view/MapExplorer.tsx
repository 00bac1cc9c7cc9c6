import { useId, useMemo, useState } from 'preact/hooks';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import {
  delayText,
  type MapPoint,
  runText,
  shareOf,
  VolumeMap,
  VolumeMapTable,
  volumeAt,
} from '#components/advisor/VolumeMap.tsx';
import { choices, type Profile } from '#core/advisor/profile.ts';
import type { PatternId, RuleBook } from '#core/advisor/rule-book.ts';
import { cellAt, volumeMap } from '#core/advisor/volume-map.ts';
import { middlewareText } from '#core/advisor/wording.ts';

interface ExplorerProps {
  /** What is known of the interface. */
  profile: Profile;
  primary: PatternId | undefined;
  book: RuleBook;
}

/** Where the interface lies as it was answered; in the middle of nowhere in particular where nobody said. */
const pointOf = ({ latency, peak_batch_records, volume_per_day }: Profile): MapPoint => ({
  delay: latency ?? 'near-realtime',
  volume: Math.max(10, peak_batch_records ?? volume_per_day ?? 1000),
});

const number = new Intl.NumberFormat('en-GB');
/** Steps of the slider for volume, from one end of the scale to the other. */
const STEPS = 120;

/** The map of volume and delay for one interface; its point can be moved, and says what the rules make of it there. */
export function MapExplorer({ profile, primary, book }: ExplorerProps) {
  const id = useId();
  const answered = pointOf(profile);
  const [moved, setMoved] = useState<MapPoint>();
  const map = useMemo(() => volumeMap(profile, book), [profile, book]);
  const point = moved ?? answered;
  const cell = cellAt(map, point.delay, point.volume);
  const { latency: delays } = choices;
  return (
    <figure class="volume-map__figure">
      <ScrollRegion label="Map of volume and delay">
        <VolumeMap
          map={map}
          book={book}
          label="What the rules recommend for this interface by volume and delay. The table below says the same."
          point={point}
          focus={primary}
          onPoint={setMoved}
        />
      </ScrollRegion>
      <div class="volume-map__controls">
        <p>
          <label for={`${id}-volume`}>Records in the busiest hour or run: {number.format(point.volume)}</label>
          <input
            id={`${id}-volume`}
            type="range"
            min="0"
            max={STEPS}
            value={Math.round(shareOf(point.volume) * STEPS)}
            aria-valuetext={`${number.format(point.volume)} records`}
            onInput={({ currentTarget }) =>
              setMoved({ ...point, volume: volumeAt(Number(currentTarget.value) / STEPS) })
            }
          />
        </p>
        <p>
          <label for={`${id}-delay`}>How soon: {delayText(point.delay, book)}</label>
          <input
            id={`${id}-delay`}
            type="range"
            min="0"
            max={delays.length - 1}
            value={delays.indexOf(point.delay)}
            aria-valuetext={delayText(point.delay, book)}
            onInput={({ currentTarget }) => {
              const delay = delays[Number(currentTarget.value)];
              if (delay) setMoved({ ...point, delay });
            }}
          />
        </p>
      </div>
      <figcaption>
        <p role="status">
          {cell && `${runText(cell, book)}. ${cell.primary ? `${middlewareText[cell.middleware]}.` : ''}`}
        </p>
        {moved && (
          <button type="button" class="link-button" onClick={() => setMoved(undefined)}>
            Back to what you answered
          </button>
        )}
        <details>
          <summary>The same as a table</summary>
          <VolumeMapTable map={map} book={book} caption="By volume and delay, everything else as you answered it" />
        </details>
      </figcaption>
    </figure>
  );
}
