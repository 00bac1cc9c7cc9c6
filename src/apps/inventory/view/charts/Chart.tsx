import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';

interface ChartProps {
  title: string;
  /** What the picture shows, in one sentence. */
  says: string;
  /** Size of the drawing's own coordinates. */
  width: number;
  height: number;
  children: ComponentChildren;
  /** The same figures as a table. */
  table: ComponentChildren;
}

/** A drawing with its figures behind it: whoever cannot see it reads the sentence or opens the table. */
export function Chart({ title, says, width, height, children, table }: ChartProps) {
  const id = useId();
  return (
    <figure class="chart">
      <figcaption>
        <h4>{title}</h4>
        <p id={id}>{says}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} aria-describedby={id}>
        {children}
      </svg>
      <details class="chart__figures">
        <summary>Figures</summary>
        <ScrollRegion label={`Figures: ${title}`}>{table}</ScrollRegion>
      </details>
    </figure>
  );
}
