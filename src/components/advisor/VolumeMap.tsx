import { useId } from 'preact/hooks';
import type { PatternId, RuleBook } from '#core/advisor/rule-book.ts';
import { type Delay, type VolumeMap as MapOfVolumes, type MapRun, runsOf } from '#core/advisor/volume-map.ts';
import { answerText, patternName } from '#core/advisor/wording.ts';

/** Where a point lies in a map. */
export interface MapPoint {
  delay: Delay;
  /** Records in the busiest hour or run. */
  volume: number;
}

interface VolumeMapProps {
  map: MapOfVolumes;
  book: RuleBook;
  /** Names the picture for those who do not see it. */
  label: string;
  /** Where somebody's own interface lies. */
  point?: MapPoint | undefined;
  /** The pattern whose regions stand out; the others step back. */
  focus?: PatternId | undefined;
  /** Whether it has to do with a narrow place. */
  isNarrow?: boolean;
  /** Called with the place of a click, where the map may be clicked. */
  onPoint?: ((point: MapPoint) => void) | undefined;
}

const ticks = [10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];

/** Where things stand in the picture, in its own units. */
interface Layout {
  width: number;
  /** Where the scale begins and ends. */
  left: number;
  right: number;
  /** From one row to the next. */
  row: number;
  /** Room above the region of a row, for the name of its delay where that stands above it and not beside it. */
  above: number;
  /** Volumes that are written below it. */
  ticks: readonly number[];
}

const WIDE: Layout = { width: 720, left: 172, right: 684, row: 44, above: 0, ticks };
/** For a narrow column and for phones, where names beside the rows would leave no room for the regions. */
const NARROW: Layout = {
  width: 440,
  left: 2,
  right: 438,
  row: 58,
  above: 18,
  ticks: ticks.filter((tick) => tick !== 1_000_000),
};
const [TOP, BOTTOM] = [8, 46];

/** The scale: from ten records in the busiest hour to ten million, by powers of ten. */
const [FIRST, LAST] = [1, 7];

/** Where a volume stands on the scale, from 0 to 1. */
export const shareOf = (volume: number): number => {
  const power = Math.min(LAST, Math.max(FIRST, Math.log10(Math.max(1, volume))));
  return (power - FIRST) / (LAST - FIRST);
};

const xOf = (volume: number, { left, right }: Layout): number => left + shareOf(volume) * (right - left);

/** The volume at a place of the scale, as a round number. */
export const volumeAt = (share: number): number => {
  const exact = 10 ** (FIRST + Math.min(1, Math.max(0, share)) * (LAST - FIRST));
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / unit) * unit;
};

const number = new Intl.NumberFormat('en-GB');
const tickText = (tick: number): string => (tick >= 1_000_000 ? `${tick / 1_000_000} million` : number.format(tick));

/** The first and the last number of a scale that reaches the edges stay inside the picture. */
const anchorOf = (tick: number): 'start' | 'middle' | 'end' =>
  tick === ticks[0] ? 'start' : tick === ticks.at(-1) ? 'end' : 'middle';

export const delayText = (delay: Delay, book: RuleBook): string => answerText('latency', delay, book);

/** What the rules say of one region, in words. */
export function runText({ primary, clashes }: Pick<MapRun, 'primary' | 'clashes'>, book: RuleBook): string {
  const name = primary ? patternName(primary, book) : 'No pattern';
  if (!clashes) return primary ? name : 'Not decided yet';
  return primary ? `${name}, but past what it can keep` : 'No pattern can keep this';
}

/** The volumes of one region, in words. */
export function rangeText({ from, upTo }: Pick<MapRun, 'from' | 'upTo'>): string {
  if (upTo === undefined) return from <= 1 ? 'any volume' : `${number.format(from)} and more`;
  return from <= 1 ? `up to ${number.format(upTo)}` : `${number.format(from)} to ${number.format(upTo)}`;
}

interface RegionProps {
  run: MapRun;
  layout: Layout;
  y: number;
  book: RuleBook;
  focus: PatternId | undefined;
  /** Id of the pattern of lines that marks a clash. */
  hatch: string;
}

function Region({ run, layout, y, book, focus, hatch }: RegionProps) {
  const left = xOf(run.from, layout);
  const right = run.upTo === undefined ? layout.right : xOf(run.upTo, layout);
  const height = layout.row - layout.above - 4;
  const width = right - left;
  if (width < 1) return null;
  const name = run.primary ? patternName(run.primary, book) : '';
  const shown = run.clashes ? 'Limits clash' : name || 'Open';
  // About six units a letter; a name that would not fit stands in the table alone.
  const fits = shown.length * 6.2 < width - 8;
  return (
    <g
      class="volume-map__region"
      data-pattern={run.primary ?? 'none'}
      data-clash={run.clashes ? 'yes' : undefined}
      data-aside={focus !== undefined && focus !== run.primary ? 'yes' : undefined}
    >
      <rect x={left} y={y} width={width} height={height} rx="2" />
      {run.clashes && (
        <rect class="volume-map__hatch" fill={`url(#${hatch})`} x={left} y={y} width={width} height={height} rx="2" />
      )}
      {fits && (
        <text x={left + width / 2} y={y + height / 2 + 4} text-anchor="middle">
          {shown}
        </text>
      )}
    </g>
  );
}

/** Volume against delay as a picture: what the rules recommend in each place. Its table says the same in words. */
export function VolumeMap({ map, book, label, point, focus, isNarrow = false, onPoint }: VolumeMapProps) {
  const hatch = useId();
  const layout = isNarrow ? NARROW : WIDE;
  const { width, left, right, row, above } = layout;
  const axis = TOP + map.rows.length * row;
  const height = axis + BOTTOM;
  const choose = (event: MouseEvent & { currentTarget: SVGSVGElement }): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const index = Math.floor((((event.clientY - box.top) / box.height) * height - TOP) / row);
    const delay = map.rows[Math.min(map.rows.length - 1, Math.max(0, index))]?.delay;
    if (delay && x >= left) onPoint?.({ delay, volume: volumeAt((x - left) / (right - left)) });
  };
  /** The middle of what is drawn for a row. */
  const middleOf = (index: number): number => TOP + index * row + above + (row - above - 4) / 2;
  const pointRow = map.rows.findIndex(({ delay }) => delay === point?.delay);
  return (
    // The sliders beside an interactive map do by keyboard what a click does here.
    <svg
      class="volume-map"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      {...(onPoint && { onClick: choose, 'data-clickable': 'yes' })}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="7" />
        </pattern>
      </defs>
      {map.rows.map(({ delay, cells }, index) => (
        <g key={delay}>
          <text
            class="volume-map__delay"
            {...(isNarrow
              ? { x: left, y: TOP + index * row + above - 5 }
              : { x: left - 8, y: middleOf(index) + 4, 'text-anchor': 'end' as const })}
          >
            {delayText(delay, book)}
          </text>
          {runsOf(cells, map.columns).map((run) => (
            <Region
              key={run.from}
              run={run}
              layout={layout}
              y={TOP + index * row + above}
              book={book}
              focus={focus}
              hatch={hatch}
            />
          ))}
        </g>
      ))}
      {layout.ticks.map((tick) => (
        <g key={tick} class="volume-map__tick">
          <line x1={xOf(tick, layout)} x2={xOf(tick, layout)} y1={axis - 2} y2={axis + 4} />
          <text x={xOf(tick, layout)} y={axis + 17} text-anchor={isNarrow ? anchorOf(tick) : 'middle'}>
            {tickText(tick)}
          </text>
        </g>
      ))}
      <text class="volume-map__axis" x={(left + right) / 2} y={axis + 37} text-anchor="middle">
        records in the busiest hour or run
      </text>
      {point && pointRow >= 0 && (
        <circle class="volume-map__point" cx={xOf(point.volume, layout)} cy={middleOf(pointRow)} r="7" />
      )}
    </svg>
  );
}

/** The same as the picture, as a table: a row for each region. */
export function VolumeMapTable({ map, book, caption }: Pick<VolumeMapProps, 'map' | 'book'> & { caption: string }) {
  return (
    <table class="volume-map__table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Delay</th>
          <th scope="col">Records in the busiest hour or run</th>
          <th scope="col">Recommended</th>
        </tr>
      </thead>
      <tbody>
        {map.rows.flatMap(({ delay, cells }) => {
          const runs = runsOf(cells, map.columns);
          return runs.map((run, index) => (
            <tr key={`${delay} ${run.from}`}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={runs.length}>
                  {delayText(delay, book)}
                </th>
              )}
              <td>{rangeText(run)}</td>
              <td>{runText(run, book)}</td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}
