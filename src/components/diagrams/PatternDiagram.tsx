import { ArchitectureDrawing } from './ArchitectureDrawing.tsx';
import type { Architecture, Flow } from './architecture.ts';
import { drawStacked } from './draw-stacked.ts';
import { drawWide } from './draw-wide.ts';
import { describeArchitecture } from './reference-architecture.ts';

interface PatternDiagramProps {
  architecture: Architecture;
  /** Tells it apart from other pictures on the page. */
  id: string;
}

const flowNames: Record<Flow, string> = {
  sync: 'waits for the answer',
  async: 'does not wait',
  failure: 'where failures go',
  watch: 'watched by monitoring',
};

/** A reference picture, with its key and the same in words; needs `diagrams.css`. */
export function PatternDiagram({ architecture, id }: PatternDiagramProps) {
  const wide = drawWide(architecture);
  const title = `Reference picture: ${architecture.title}`;
  const wordsId = `diagram-${id}-words`;
  const key = Object.entries(flowNames).filter(([flow]) => architecture.edges.some((edge) => edge.flow === flow));
  return (
    <figure class="pattern-diagram" data-lanes={wide.panels.length}>
      <ArchitectureDrawing drawing={wide} layout="wide" title={title} describedBy={wordsId} />
      <ArchitectureDrawing drawing={drawStacked(architecture)} layout="stacked" title={title} describedBy={wordsId} />
      <figcaption data-pagefind-ignore>
        {architecture.note && <p>{architecture.note}</p>}
        <ul class="key">
          {key.map(([flow, name]) => (
            <li key={flow}>
              <svg viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
                <path class={flow} d="M1 5H35" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <details>
        <summary>The same in words</summary>
        <ul id={wordsId}>
          {describeArchitecture(architecture).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
