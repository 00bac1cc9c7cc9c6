import type { ArchitectureNode, Flow } from './architecture.ts';
import { textWidth, wrapText } from './wrap-text.ts';

/** A picture ready to be written as SVG; lengths in its own units, which are CSS pixels at natural size. */
export interface Drawing {
  width: number;
  height: number;
  panels: Panel[];
  boxes: Box[];
  connections: Connection[];
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The ground of one lane. */
export interface Panel extends Rectangle {
  title: TextBlock;
}

export interface Box extends Rectangle {
  role: ArchitectureNode['role'];
  text: TextBlock;
}

export interface Connection {
  flow: Flow;
  /** Corners of the line, first to last; every stretch is level or upright. */
  points: Point[];
  bothWays: boolean;
  /** Missing where a line only says that a place is watched. */
  label?: TextBlock;
}

export type Point = [x: number, y: number];

/** Size of type and distance between baselines. */
export interface Type {
  fontSize: number;
  lineHeight: number;
}

/** Lines of text; `y` is the first baseline. */
export interface TextBlock extends Type {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  lines: string[];
}

/** Where a box begins and ends along one axis. */
export interface Slot {
  start: number;
  end: number;
}

/** Sets boxes of these sizes one after the other, with `gap(position)` behind the one at `position`, from 1. */
export function lineUp(start: number, sizes: readonly number[], gap: (position: number) => number): Slot[] {
  let next = start;
  return sizes.map((size, index) => {
    const slot = { start: next, end: next + size };
    next = slot.end + gap(index + 1);
    return slot;
  });
}

/** The slot at a position counted from 1. */
export function nth(slots: readonly Slot[], position: number): Slot {
  const slot = slots[position - 1];
  if (!slot) throw new RangeError(`no slot ${position} among ${slots.length}`);
  return slot;
}

/** The ends of two slots that look at each other, the first slot's first. */
export const facingEnds = (from: Slot, to: Slot): [number, number] =>
  from.end <= to.start ? [from.end, to.start] : [from.start, to.end];

export const middle = ({ start, end }: Slot): number => (start + end) / 2;

export const rectangle = (across: Slot, down: Slot): Rectangle => ({
  x: across.start,
  y: down.start,
  width: across.end - across.start,
  height: down.end - down.start,
});

export const across = ({ x, width }: Rectangle): Slot => ({ start: x, end: x + width });

export const down = ({ y, height }: Rectangle): Slot => ({ start: y, end: y + height });

/** First baseline of lines that are to stand around a middle. */
export const firstBaseline = (centre: number, lines: readonly string[], { fontSize, lineHeight }: Type): number =>
  centre + fontSize * 0.35 - ((lines.length - 1) * lineHeight) / 2;

const BOX_PADDING = 7;

export const boxLines = (label: string, width: number, { fontSize }: Type): string[] =>
  wrapText(label, width - 2 * BOX_PADDING, fontSize);

/** A part with its words in the middle. */
export function drawBox({ label, role }: ArchitectureNode, place: Rectangle, type: Type): Box {
  const lines = boxLines(label, place.width, type);
  const y = firstBaseline(middle(down(place)), lines, type);
  return { ...place, role, text: { ...type, x: middle(across(place)), y, anchor: 'middle', lines } };
}

/** The space a text takes at most. */
export function textBounds({ x, y, anchor, fontSize, lineHeight, lines }: TextBlock): Rectangle {
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  const start = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x: start, y: y - fontSize * 0.8, width, height: (lines.length - 1) * lineHeight + fontSize };
}
