import type { Connection, Drawing, TextBlock } from './drawing.ts';
import { headPath, linePath, round } from './svg-path.ts';

interface ArchitectureDrawingProps {
  drawing: Drawing;
  layout: 'wide' | 'stacked';
  title: string;
  /** Id of the element that holds the same in words. */
  describedBy: string;
}

const heads = ({ flow, points, bothWays }: Connection): string =>
  [points, ...(bothWays ? [points.toReversed()] : [])].map((line) => headPath(line, flow === 'sync')).join('');

function Words({ kind, block }: { kind: string; block: TextBlock }) {
  return (
    <text class={kind} text-anchor={block.anchor} y={round(block.y)} font-size={block.fontSize}>
      {block.lines.map((line, index) => (
        <tspan key={line} x={round(block.x)} dy={index === 0 ? undefined : block.lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

const at = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

/** One drawing as SVG, read out as a single picture. */
export function ArchitectureDrawing({ drawing, layout, title, describedBy }: ArchitectureDrawingProps) {
  const { panels, boxes, connections } = drawing;
  return (
    <svg
      class={layout}
      viewBox={`0 0 ${drawing.width} ${round(drawing.height)}`}
      role="img"
      aria-label={title}
      aria-describedby={describedBy}
      data-pagefind-ignore
    >
      {panels.map((panel) => (
        <rect key={panel.title.lines.join()} class="lane" {...at(panel)} />
      ))}
      {boxes.map((box) => (
        <rect key={box.text.lines.join()} class={box.role} {...at(box)} />
      ))}
      {connections.map((connection) => (
        <path key={linePath(connection.points)} class={connection.flow} d={linePath(connection.points)} />
      ))}
      {connections.map((connection) => (
        <path key={linePath(connection.points)} class={`${connection.flow} head`} d={heads(connection)} />
      ))}
      {panels.map(({ title: block }) => (
        <Words key={block.lines.join()} kind="lane" block={block} />
      ))}
      {boxes.map(({ role, text }) => (
        <Words key={text.lines.join()} kind={role} block={text} />
      ))}
      {connections.map(
        ({ flow, label, points }) => label && <Words key={linePath(points)} kind={flow} block={label} />,
      )}
    </svg>
  );
}
