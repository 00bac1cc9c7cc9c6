import { useId } from 'preact/hooks';
import type { DrawnLandscape } from '#apps/inventory/landscape/diagram-files.ts';
import type { LandscapeLine } from '#apps/inventory/landscape/landscape.ts';
import type { Box, LaidOutLine, Point } from '#apps/inventory/landscape/lay-out.ts';

const PLAIN_LABEL_LETTER = 6.4;

/** A smooth way through points, as dagre's own example draws it: straight ends, bends in between. */
function pathOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (!first || !last) return '';
  const middle = others.slice(0, -1).map((point, index) => {
    const next = others[index + 1] ?? last;
    return `Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`;
  });
  return [`M${first.x},${first.y}`, ...middle, `L${last.x},${last.y}`].join(' ');
}

function BoxDrawing({ box: { kind, label, detail, x, y, width, height } }: { box: Box }) {
  return (
    <g class={`landscape__box landscape__box--${kind}`}>
      {kind === 'hub' ? (
        <polygon
          points={[
            [x - width / 2, y],
            [x - width / 2 + 14, y - height / 2],
            [x + width / 2 - 14, y - height / 2],
            [x + width / 2, y],
            [x + width / 2 - 14, y + height / 2],
            [x - width / 2 + 14, y + height / 2],
          ]
            .map((point) => point.join(','))
            .join(' ')}
        />
      ) : (
        <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={kind === 'system' ? 6 : 2} />
      )}
      <text class="landscape__name" x={x} y={y - 3} text-anchor="middle">
        {label}
      </text>
      <text class="landscape__detail" x={x} y={y + 14} text-anchor="middle">
        {detail}
      </text>
    </g>
  );
}

interface LineDrawingProps {
  line: LaidOutLine;
  kind: string;
  /** Arrowheads at the system's end and at F&O's. */
  start: boolean;
  end: boolean;
  markers: string;
}

function LineDrawing({ line: { points, label }, kind, start, end, markers }: LineDrawingProps) {
  const width = label.text.length * PLAIN_LABEL_LETTER + 8;
  return (
    <g class="landscape__line" data-pattern={kind}>
      <path
        d={pathOf(points)}
        marker-start={start ? `url(#${markers}-${kind})` : undefined}
        marker-end={end ? `url(#${markers}-${kind})` : undefined}
      />
      <rect class="landscape__plate" x={label.x - width / 2} y={label.y - 9} width={width} height={18} rx={3} />
      <text x={label.x} y={label.y + 4} text-anchor="middle">
        {label.text}
      </text>
    </g>
  );
}

const kindOf = ({ patterns }: LandscapeLine): string =>
  patterns.length > 1 ? 'several' : (patterns[0]?.pattern ?? 'none');

interface LandscapeDrawingProps {
  drawn: DrawnLandscape;
  label: string;
  says: string;
}

/** The picture of a landscape: each pattern has a colour and a dash of its own, and its name stands on the line. */
export function LandscapeDrawing({ drawn: { landscape, layout }, label, says }: LandscapeDrawingProps) {
  const markers = useId().replaceAll(':', '');
  const description = `${markers}-says`;
  const byId = new Map(landscape.lines.map((line) => [line.id, line]));
  const kinds = [...new Set([...landscape.lines.map(kindOf), 'trunk'])];
  return (
    <svg
      class="landscape__drawing"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="img"
      aria-label={label}
      aria-describedby={description}
    >
      <desc id={description}>{says}</desc>
      <defs>
        {kinds.map((kind) => (
          <marker
            key={kind}
            id={`${markers}-${kind}`}
            class="landscape__head"
            data-pattern={kind}
            viewBox="0 0 10 10"
            refX={9}
            refY={5}
            markerWidth={10}
            markerHeight={10}
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0,0 L10,5 L0,10 z" />
          </marker>
        ))}
      </defs>
      {layout.trunks.map((line) => (
        <LineDrawing
          key={line.id}
          line={line}
          kind="trunk"
          start={line.isOutbound}
          end={line.isInbound}
          markers={markers}
        />
      ))}
      {layout.lines.map((line) => {
        const shown = byId.get(line.id);
        return (
          shown && (
            <LineDrawing
              key={line.id}
              line={line}
              kind={kindOf(shown)}
              start={shown.direction === 'outbound' || shown.direction === 'bidirectional'}
              end={shown.direction === 'inbound' || shown.direction === 'bidirectional'}
              markers={markers}
            />
          )
        );
      })}
      {layout.boxes.map((box) => (
        <BoxDrawing key={box.id} box={box} />
      ))}
    </svg>
  );
}
