import { Graph, layout } from '@dagrejs/dagre';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { Landscape, LandscapeLine } from './landscape.ts';
import { cut, lineText } from './line-text.ts';

/** A point in the drawing's own coordinates. */
export interface Point {
  x: number;
  y: number;
}

/** A box; `x` and `y` are its middle. */
export interface Box extends Point {
  id: string;
  kind: 'system' | 'own' | 'hub';
  label: string;
  /** A second, smaller line. */
  detail: string;
  width: number;
  height: number;
}

/** A line from its system's end to F&O's, with the place of its label and the data's way along it. */
export interface LaidOutLine {
  id: string;
  points: readonly Point[];
  label: Point & { text: string };
}

/** Where everything stands. */
export interface LandscapeLayout {
  width: number;
  height: number;
  boxes: readonly Box[];
  lines: readonly LaidOutLine[];
  /** Between a hub and F&O: everything that goes through it. */
  trunks: readonly (LaidOutLine & { interfaces: number; isInbound: boolean; isOutbound: boolean })[];
}

const BOX = { width: 176, height: 46 };
const OWN = { width: 168, height: 96 };
const HUB = { width: 116, height: 72 };
const MARGIN = 16;
const LETTER = 6.7;
const LABEL_HEIGHT = 20;

type Side = 'left' | 'right';

const OWN_ID = 'own';
const systemId = (index: number): string => `system-${index}`;
const hubId = (side: Side): string => `hub-${side}`;

/** Systems that mostly send stand left of F&O, the others right; those that do both go where there is more room. */
export function sidesOf({ systems, lines }: Pick<Landscape, 'systems' | 'lines'>): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  const undecided: string[] = [];
  const counts = { left: 0, right: 0 };
  for (const { name } of systems) {
    const own = lines.filter(({ system }) => system === name);
    const weight = (direction: LandscapeLine['direction']): number =>
      own.filter((line) => line.direction === direction).reduce((sum, { keys }) => sum + keys.length, 0);
    const [inwards, outwards] = [weight('inbound'), weight('outbound')];
    if (inwards === outwards) {
      undecided.push(name);
      continue;
    }
    const side = inwards > outwards ? 'left' : 'right';
    sides.set(name, side);
    counts[side] += own.length;
  }
  for (const name of undecided) {
    const side = counts.left <= counts.right ? 'left' : 'right';
    sides.set(name, side);
    counts[side] += lines.filter(({ system }) => system === name).length;
  }
  return sides;
}

const countText = (interfaces: number): string => (interfaces === 1 ? '1 interface' : `${interfaces} interfaces`);

/** The label that dagre knows of an edge after it has found its way. */
interface Routed {
  points?: readonly Point[];
  x?: number;
  y?: number;
}

type Sized = Omit<Box, 'x' | 'y'>;

/** An edge leads from left to right, whichever way the data go. */
interface Edge {
  id: string;
  left: string;
  right: string;
  side: Side;
  text: string;
}

interface Trunk {
  edge: Edge;
  lines: LandscapeLine[];
}

const interfacesOf = (lines: readonly LandscapeLine[]): number => lines.reduce((sum, { keys }) => sum + keys.length, 0);

const edgeOf = (id: string, side: Side, outer: string, inner: string, text: string): Edge =>
  side === 'left' ? { id, side, left: outer, right: inner, text } : { id, side, left: inner, right: outer, text };

/** An edge for each line, to F&O or to the hub on its side. */
function edgesOf(landscape: Landscape, sides: ReadonlyMap<string, Side>, book: RuleBook): Edge[] {
  const boxOf = new Map(landscape.systems.map(({ name }, index) => [name, systemId(index)]));
  return landscape.lines.map((line) => {
    const side = sides.get(line.system) ?? 'left';
    const inner = line.throughHub ? hubId(side) : OWN_ID;
    return edgeOf(line.id, side, boxOf.get(line.system) ?? OWN_ID, inner, lineText(line, landscape.grain, book));
  });
}

/** Between F&O and each hub one thick line for all that goes through it. */
function trunksOf({ lines }: Landscape, sides: ReadonlyMap<string, Side>): Trunk[] {
  const hubbed = Map.groupBy(
    lines.filter(({ throughHub }) => throughHub),
    ({ system }) => sides.get(system) ?? 'left',
  );
  return [...hubbed].map(([side, own]) => ({
    edge: edgeOf(`trunk-${side}`, side, hubId(side), OWN_ID, String(interfacesOf(own))),
    lines: own,
  }));
}

const boxesOf = ({ systems, interfaces }: Landscape, trunks: readonly Trunk[]): Sized[] => [
  { id: OWN_ID, kind: 'own', label: 'Finance & Operations', detail: countText(interfaces), ...OWN },
  ...systems.map(
    ({ name, interfaces: own }, index): Sized => ({
      id: systemId(index),
      kind: 'system',
      label: cut(name, 24),
      detail: countText(own),
      ...BOX,
    }),
  ),
  ...trunks.map(
    ({ edge: { side } }): Sized => ({ id: hubId(side), kind: 'hub', label: 'Middleware', detail: 'hub', ...HUB }),
  ),
];

/**
 * Finds a place for F&O in the middle, its systems on both sides, and a way for each line, by dagre.
 *
 * A hub is drawn on each side on which an interface wants one; both stand for the same.
 */
export function layOut(landscape: Landscape, book: RuleBook): LandscapeLayout {
  const sides = sidesOf(landscape);
  const edges = edgesOf(landscape, sides, book);
  const trunks = trunksOf(landscape, sides);
  const boxes = boxesOf(landscape, trunks);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 10, ranksep: 26, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, left, right, text } of [...edges, ...trunks.map(({ edge }) => edge)]) {
    graph.setEdge(
      left,
      right,
      { width: text.length * LETTER + 10, height: LABEL_HEIGHT, labelpos: 'c', minlen: 1 },
      id,
    );
  }
  layout(graph);

  /** A line begins at its system's end, or at the hub's, and ends at F&O's. */
  const routed = ({ id, left, right, side, text }: Edge): LaidOutLine => {
    const { points = [], x = 0, y = 0 } = graph.edge(left, right, id) as Routed;
    const way = points.map((point) => ({ x: point.x, y: point.y }));
    return { id, points: side === 'left' ? way : way.toReversed(), label: { x, y, text } };
  };
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: boxes.map((box) => {
      const { x, y } = graph.node(box.id) as Point;
      return { ...box, x, y };
    }),
    lines: edges.map(routed),
    trunks: trunks.map(({ edge, lines }) => ({
      ...routed(edge),
      interfaces: interfacesOf(lines),
      isInbound: lines.some(({ direction }) => direction !== 'outbound'),
      isOutbound: lines.some(({ direction }) => direction === 'outbound' || direction === 'bidirectional'),
    })),
  };
}
