import type { ComponentChildren } from 'preact';

interface DeskProps {
  /** Where somebody is, as the statechart calls it; a narrow screen shows less while it asks. */
  screen: string;
  /** The verdict so far. */
  panel: ComponentChildren;
  /** Answers and questions. */
  children: ComponentChildren;
}

/** Answers on the left and the verdict on the right; on a narrow screen one after the other. */
export function Desk({ screen, panel, children }: DeskProps) {
  return (
    <div class="desk" data-screen={screen}>
      <div class="desk__answers">{children}</div>
      {panel}
    </div>
  );
}
