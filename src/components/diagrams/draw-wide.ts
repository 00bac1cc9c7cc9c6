import { type Architecture, type ArchitectureNode, byLane, type Lane, laneTitles, lastRow } from './architecture.ts';
import {
  across,
  boxLines,
  type Connection,
  type Drawing,
  down,
  drawBox,
  facingEnds,
  firstBaseline,
  lineUp,
  middle,
  nth,
  type Rectangle,
  rectangle,
  type Slot,
  type Type,
} from './drawing.ts';
import { type Route, routes } from './routes.ts';
import { wrapText } from './wrap-text.ts';

const PART: Type = { fontSize: 13, lineHeight: 16 };
const LABEL: Type = { fontSize: 12, lineHeight: 14 };
const TITLE: Type = { fontSize: 11, lineHeight: 14 };

const RIM = 1;
const PADDING = 10;
const HEADER = 34;
const MIN_ROW_GAP = 26;
const FLOOR_GAP = 28;
const FLOOR_HEIGHT = 40;
/** From a box's side to an arrow inside a lane; its words stand to the right of it. */
const ARROW_INSET = 28;
const WORD_SPACE = 7;

/** Lanes as columns from left to right, rows downwards, monitoring as the floor under all of them. */
export function drawWide(architecture: Architecture): Drawing {
  const { nodes } = architecture;
  const parts = nodes.filter((node) => node.lane !== 'operations');
  const lanes = byLane(parts);
  const [columnWidth, columnGap] = lanes.length > 3 ? [148, 108] : [172, 124];
  const columns = lineUp(
    RIM + PADDING,
    lanes.map(() => columnWidth),
    () => columnGap,
  );
  const columnOf = new Map(lanes.map(([lane], index) => [lane, nth(columns, index + 1)]));

  const worded = routes(architecture).map((route) => withWords(route, columnWidth, columnOf));
  const rows = rowSlots(parts, worded, columnWidth);
  const ground = { start: RIM, end: nth(rows, rows.length).end + PADDING };
  const floor = { start: ground.end + FLOOR_GAP, end: ground.end + FLOOR_GAP + FLOOR_HEIGHT };
  const whole = { start: RIM, end: nth(columns, columns.length).end + PADDING };

  const place = (node: ArchitectureNode): Rectangle => {
    const column = columnOf.get(node.lane);
    if (!column) return rectangle(whole, floor);
    return rectangle(column, { start: nth(rows, node.row).start, end: nth(rows, lastRow(node)).end });
  };
  return {
    width: whole.end + RIM,
    height: floor.end + RIM,
    panels: [...columnOf].map(([lane, { start, end }]) => ({
      ...rectangle({ start: start - PADDING, end: end + PADDING }, ground),
      title: { ...TITLE, x: start, y: RIM + 21, anchor: 'start', lines: [laneTitles[lane]] },
    })),
    boxes: nodes.map((node) => drawBox(node, place(node), PART)),
    connections: worded.map((route) => connect(route, place(route.from), place(route.to), rows)),
  };
}

interface WordedRoute extends Route {
  words: string[];
}

/** Words of an arrow across lanes may take all the ground between its ends. */
function withWords(route: Route, columnWidth: number, columnOf: Map<Lane, Slot>): WordedRoute {
  const [from, to] = [columnOf.get(route.from.lane), columnOf.get(route.to.lane)];
  let available = columnWidth - ARROW_INSET - WORD_SPACE;
  if (route.kind === 'across' && from && to) {
    const [start, end] = facingEnds(from, to);
    available = Math.abs(end - start) - 2 * PADDING;
  }
  return { ...route, words: wrapText(route.edge.label, available, LABEL.fontSize) };
}

/** Rows are as high as their longest words need, and as far apart as the words of the arrows between them need. */
function rowSlots(parts: ArchitectureNode[], worded: WordedRoute[], columnWidth: number): Slot[] {
  const rowCount = Math.max(...parts.map(lastRow));
  const heights = Array.from({ length: rowCount }, (_, index) => {
    const inRow = parts.filter((node) => node.row === index + 1);
    const lineCounts = inRow.map(({ label }) => boxLines(label, columnWidth, PART).length);
    return Math.max(1, ...lineCounts) * PART.lineHeight + 24;
  });
  return lineUp(RIM + HEADER, heights, (row) => {
    const between = worded.filter((route) => route.kind === 'in-lane' && route.row === row);
    return Math.max(MIN_ROW_GAP, ...between.map(({ words }) => words.length * LABEL.lineHeight + 22));
  });
}

function connect({ edge, kind, row, words }: WordedRoute, from: Rectangle, to: Rectangle, rows: Slot[]): Connection {
  const line = { flow: edge.flow, bothWays: edge.bothWays ?? false };
  if (kind === 'watch') {
    const x = middle(across(from));
    return {
      ...line,
      points: [
        [x, down(from).end],
        [x, to.y],
      ],
    };
  }
  if (kind === 'in-lane') {
    const x = from.x + ARROW_INSET;
    const [start, end] = facingEnds(down(from), down(to));
    const y = firstBaseline((start + end) / 2, words, LABEL);
    const label = { ...LABEL, x: x + WORD_SPACE, y, anchor: 'start' as const, lines: words };
    return {
      ...line,
      points: [
        [x, start],
        [x, end],
      ],
      label,
    };
  }
  const y = middle(nth(rows, row));
  const [start, end] = facingEnds(across(from), across(to));
  const lastBaseline = y - WORD_SPACE;
  const label = {
    ...LABEL,
    x: (start + end) / 2,
    y: lastBaseline - (words.length - 1) * LABEL.lineHeight,
    anchor: 'middle' as const,
    lines: words,
  };
  return {
    ...line,
    points: [
      [start, y],
      [end, y],
    ],
    label,
  };
}
