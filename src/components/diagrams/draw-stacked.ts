import { type Architecture, type ArchitectureNode, byLane, type Lane, laneTitles, lastRow } from './architecture.ts';
import {
  boxLines,
  type Drawing,
  drawBox,
  lineUp,
  nth,
  type Rectangle,
  rectangle,
  type Slot,
  type Type,
} from './drawing.ts';
import { type Route, routes } from './routes.ts';
import { bridge, bridgeHeight, laneArrow, laneGap, type WordedRoute, watchLine, withWords } from './stacked-lines.ts';

const PART: Type = { fontSize: 12, lineHeight: 15 };
const TITLE: Type = { fontSize: 11, lineHeight: 14 };

const WIDTH = 360;
const RIM = 1;
const PADDING = 8;
/** Free strip on the right, in which lines run down to monitoring. */
const RAIL = 15;
const HEADER = 22;
const FOOT_GAP = 24;

/** The wide drawing turned over for a narrow screen: lanes downwards, rows from left to right, monitoring at the foot. */
export function drawStacked(architecture: Architecture): Drawing {
  const { nodes } = architecture;
  const parts = nodes.filter((node) => node.lane !== 'operations');
  const tracks = trackSlots(Math.max(...parts.map(lastRow)));
  const worded = routes(architecture).map((route) => withWords(route, tracks));
  const bands = layBands(parts, worded, tracks);
  const foot = { start: RIM, end: WIDTH - RIM };
  const footStart = Math.max(...bands.map(({ ground }) => ground.end)) + FOOT_GAP;
  const floor = { start: footStart, end: footStart + boxHeight(nodes.filter(isMonitoring), () => foot) };

  const place = (node: ArchitectureNode): Rectangle => {
    const band = bands.find(({ lane }) => lane === node.lane);
    return band ? rectangle(tracksOf(node, tracks), band.boxes) : rectangle(foot, floor);
  };
  const panelWidth = { start: RIM, end: WIDTH - RIM - RAIL };
  return {
    width: WIDTH,
    height: floor.end + RIM,
    panels: bands.map(({ lane, ground }) => {
      const at = { x: panelWidth.end - PADDING, y: ground.start + 15, anchor: 'end' as const };
      return { ...rectangle(panelWidth, ground), title: { ...TITLE, ...at, lines: [laneTitles[lane]] } };
    }),
    boxes: nodes.map((node) => drawBox(node, place(node), PART)),
    connections: worded.map((route) => {
      const [from, to] = [place(route.from), place(route.to)];
      if (route.kind === 'watch') return watchLine(route, from, to, WIDTH - RIM - RAIL / 2);
      if (route.kind === 'in-lane') return bridge(route, from, to);
      return laneArrow(route, from, to, nth(tracks, route.row), gapFor(route, bands));
    }),
  };
}

const isMonitoring = (node: ArchitectureNode): boolean => node.role === 'monitoring';

/** One track a row, side by side on the lanes' ground. */
function trackSlots(count: number): Slot[] {
  const gap = count > 2 ? 14 : 20;
  const available = WIDTH - RAIL - 2 * (RIM + PADDING);
  const width = (available - (count - 1) * gap) / count;
  return lineUp(RIM + PADDING, new Array<number>(count).fill(width), () => gap);
}

const tracksOf = (node: ArchitectureNode, tracks: Slot[]): Slot => ({
  start: nth(tracks, node.row).start,
  end: nth(tracks, lastRow(node)).end,
});

function boxHeight(nodes: ArchitectureNode[], slotOf: (node: ArchitectureNode) => Slot): number {
  const lineCounts = nodes.map((node) => boxLines(node.label, slotOf(node).end - slotOf(node).start, PART).length);
  return Math.max(...lineCounts) * PART.lineHeight + 17;
}

interface Band {
  lane: Lane;
  ground: Slot;
  boxes: Slot;
}

/** A lane is as high as its title, the bridges over its boxes and its longest words need. */
function layBands(parts: ArchitectureNode[], worded: WordedRoute[], tracks: Slot[]): Band[] {
  const lanes = byLane(parts).map(([lane, inLane]) => ({
    lane,
    boxes: boxHeight(inLane, (node) => tracksOf(node, tracks)),
    bridges: bridgeHeight(worded.filter(({ kind, from }) => kind === 'in-lane' && from.lane === lane)),
  }));
  const grounds = lineUp(
    RIM,
    lanes.map(({ boxes, bridges }) => HEADER + bridges + boxes + PADDING),
    (position) => laneGap(worded.filter((route) => route.kind === 'across' && gapBehind(route, lanes) === position)),
  );
  return lanes.map(({ lane, boxes }, index) => {
    const ground = nth(grounds, index + 1);
    return { lane, ground, boxes: { start: ground.end - PADDING - boxes, end: ground.end - PADDING } };
  });
}

/** Position of the lane behind which an arrow between lanes has its words: in the first gap that it crosses. */
function gapBehind({ from, to }: Route, lanes: { lane: Lane }[]): number {
  const index = (node: ArchitectureNode) => lanes.findIndex(({ lane }) => lane === node.lane);
  return index(from) < index(to) ? index(from) + 1 : index(from);
}

function gapFor(route: Route, bands: Band[]): Slot {
  const grounds = bands.map(({ ground }) => ground);
  const upper = gapBehind(route, bands);
  return { start: nth(grounds, upper).end, end: nth(grounds, upper + 1).start };
}
