import {
  across,
  type Connection,
  down,
  facingEnds,
  firstBaseline,
  middle,
  nth,
  type Point,
  type Rectangle,
  type Slot,
  type Type,
} from './drawing.ts';
import type { Route } from './routes.ts';
import { wrapText } from './wrap-text.ts';

const LABEL: Type = { fontSize: 11.5, lineHeight: 13.5 };

const MIN_LANE_GAP = 24;
/** From a box's left side to an arrow between lanes; its words stand to the right of it. */
const ARROW_INSET = 26;
/** How far inside two neighbours the bridge between them stands, how high it rises, how far its words are above it. */
const BRIDGE = { inset: 12, rise: 11, clearance: 4 };
const WORD_SPACE = 6;

/** A route with its words in lines. */
export interface WordedRoute extends Route {
  words: string[];
}

/** Words may run from one track's arrow almost to the next one's. */
export function withWords(route: Route, tracks: Slot[]): WordedRoute {
  const pitch = nth(tracks, 2).start - nth(tracks, 1).start;
  return { ...route, words: wrapText(route.edge.label, pitch - 3 * WORD_SPACE, LABEL.fontSize) };
}

/** Room that bridges and their words need above the boxes of a lane. */
export const bridgeHeight = (bridges: WordedRoute[]): number =>
  Math.max(0, ...bridges.map(({ words }) => words.length * LABEL.lineHeight + BRIDGE.rise + BRIDGE.clearance));

/** Room between two lanes for the words of arrows. */
export const laneGap = (arrows: WordedRoute[]): number =>
  Math.max(MIN_LANE_GAP, ...arrows.map(({ words }) => words.length * LABEL.lineHeight + 16));

/** Out to the right and down to the foot at `x`, where lines from several lanes run as one. */
export function watchLine({ edge }: Route, from: Rectangle, to: Rectangle, x: number): Connection {
  const y = middle(down(from));
  const points: Point[] = [
    [across(from).end, y],
    [x, y],
    [x, to.y],
  ];
  return { flow: edge.flow, bothWays: false, points };
}

/** Over the tops of two neighbours, since there is no room for words between them. */
export function bridge({ edge, words }: WordedRoute, from: Rectangle, to: Rectangle): Connection {
  const [start, end] = facingEnds(across(from), across(to));
  const inset = Math.sign(end - start) * BRIDGE.inset;
  const top = from.y - BRIDGE.rise;
  const points: Point[] = [
    [start - inset, from.y],
    [start - inset, top],
    [end + inset, top],
    [end + inset, to.y],
  ];
  const label = {
    ...LABEL,
    x: Math.max(start, end) + BRIDGE.inset + WORD_SPACE,
    y: top - BRIDGE.clearance - (words.length - 1) * LABEL.lineHeight,
    anchor: 'end' as const,
    lines: words,
  };
  return { flow: edge.flow, bothWays: edge.bothWays ?? false, points, label };
}

/** Up or down a track, with its words in the gap between two lanes. */
export function laneArrow(
  { edge, words }: WordedRoute,
  from: Rectangle,
  to: Rectangle,
  track: Slot,
  gap: Slot,
): Connection {
  const x = track.start + ARROW_INSET;
  const [start, end] = facingEnds(down(from), down(to));
  const y = firstBaseline(middle(gap), words, LABEL);
  const points: Point[] = [
    [x, start],
    [x, end],
  ];
  return {
    flow: edge.flow,
    bothWays: edge.bothWays ?? false,
    points,
    label: { ...LABEL, x: x + WORD_SPACE, y, anchor: 'start', lines: words },
  };
}
