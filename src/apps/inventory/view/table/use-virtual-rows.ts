import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Height of a row in rem; it grows with the reader's own text size. */
const ROW_REM = 2.75;
const OVERSCAN = 8;

const rowHeight = (): number => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The rows to draw of all there are, and the space that stands for the others. */
export interface VirtualRows {
  /** Indices of the rows to draw, in order. */
  indices: readonly number[];
  /** Height of what is left out above and below them. */
  above: number;
  below: number;
  scrollTo: (index: number) => void;
  /** Rows that fit into the window. */
  visible: number;
}

/**
 * Which of many rows are in sight.
 *
 * @param kept the index of a row that is drawn wherever it is, so that the focus on it is not lost
 */
export function useVirtualRows(count: number, kept: number, scroller: RefObject<HTMLElement>): VirtualRows {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const height = rowHeight();
  const [virtualizer] = useState(
    () =>
      new Virtualizer<HTMLElement, HTMLElement>({
        count,
        getScrollElement: () => scroller.current,
        estimateSize: () => height,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        overscan: OVERSCAN,
        onChange: () => redraw(undefined),
      }),
  );
  virtualizer.setOptions({ ...virtualizer.options, count, estimateSize: () => height });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  const inSight = items.map(({ index }) => index);
  const first = items[0]?.start ?? 0;
  const last = items.at(-1)?.end ?? 0;
  const keepsAbove = kept >= 0 && kept < (inSight[0] ?? 0);
  const keepsBelow = kept > (inSight.at(-1) ?? kept);
  return {
    indices: [...(keepsAbove ? [kept] : []), ...inSight, ...(keepsBelow ? [kept] : [])],
    above: Math.max(0, first - (keepsAbove ? height : 0)),
    below: Math.max(0, count * height - last - (keepsBelow ? height : 0)),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    visible: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1),
  };
}
