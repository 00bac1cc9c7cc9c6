import { type ArchitectureEdge, type ArchitectureNode, lastRow } from './architecture.ts';
import { type Blueprint, box, failure, hubLabel, link } from './blueprint.ts';
import type { Layout } from './layout.ts';

const touches = ({ from, to }: ArchitectureEdge, id: string): boolean => from === id || to === id;

/** Parts that something leads to or from; a part that nothing touches any more has no place in a picture. */
const connected = (nodes: readonly ArchitectureNode[], edges: readonly ArchitectureEdge[]): ArchitectureNode[] =>
  nodes.filter(({ id }) => edges.some((edge) => touches(edge, id)));

const moved = (edge: ArchitectureEdge, from: string, to: string): ArchitectureEdge => ({
  ...edge,
  from: edge.from === from ? to : edge.from,
  to: edge.to === from ? to : edge.to,
});

/** The blueprint without the failures of the other side, where something in front of it keeps what failed. */
function withoutOwnFailures(blueprint: Blueprint, layout: Layout): Pick<Blueprint, 'nodes' | 'edges'> {
  if (!layout.parts.includes('dead-letter')) return blueprint;
  const nodes = blueprint.nodes.filter((node) => node.lane !== 'counterpart' || node.role !== 'failure');
  const kept = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: blueprint.edges.filter(({ to }) => kept.has(to)) };
}

/** Whether the other side starts, or F&O does; by the first link between the two. */
const startsOutside = ({ edges }: Blueprint, id: string): boolean =>
  edges.find((edge) => touches(edge, id))?.from === id;

/** Where the hub's failures land, unless the endpoint of events has such a place already. */
function deadLetters({ nodes }: Pick<Blueprint, 'nodes'>, layout: Layout, from: string, row: number) {
  const hasPlace = nodes.some(({ id }) => id === 'dead-letter');
  if (hasPlace || !layout.parts.includes('dead-letter')) return { nodes: [], edges: [] };
  const place = { ...failure('mediation-dead-letter', 'Dead-letter queue: resubmit', 'mediation'), row };
  return {
    nodes: [place],
    edges: [link(from, place.id, from === 'bus' ? 'deliveries used up' : 'retries used up', 'failure')],
  };
}

/** A hub in front of the other side: it makes the calls, repeats them, and keeps what failed. */
function withHub(blueprint: Blueprint, other: ArchitectureNode, layout: Layout): Blueprint {
  const { nodes, edges } = withoutOwnFailures(blueprint, layout);
  const isInbound = startsOutside(blueprint, other.id);
  const hub = { ...other, id: 'mediation', label: hubLabel(layout.hub ?? 'open'), lane: 'mediation' as const };
  const first = edges.find((edge) => touches(edge, other.id));
  const inner = edges.map((edge) => (edge.flow === 'failure' ? edge : moved(edge, other.id, hub.id)));
  const failed = deadLetters(blueprint, layout, hub.id, Math.max(...blueprint.nodes.map(lastRow)));
  const flow = isInbound && !layout.callerWaits ? 'async' : (first?.flow ?? 'async');
  const [from, to] = isInbound ? [other.id, hub.id] : [hub.id, other.id];
  return {
    ...blueprint,
    name: `${blueprint.name} with middleware`,
    nodes: [...nodes, hub, ...failed.nodes],
    edges: [...inner, link(from, to, 'in its own format', flow), ...failed.edges],
  };
}

/** A queue with a worker behind it, in front of F&O: the sender puts its message there and does not wait. */
function withQueue(blueprint: Blueprint, other: ArchitectureNode, layout: Layout): Blueprint {
  const { nodes, edges } = withoutOwnFailures(blueprint, layout);
  const worker = box('mediation', hubLabel(layout.hub ?? 'open'), 'mediation', 1);
  const answersByEvent = layout.parts.includes('answer-event');
  const answersByQueue = layout.parts.includes('answer-queue');
  const answers = answersByEvent || answersByQueue;
  const bus = box(
    'bus',
    answers ? 'Queues: messages in, answers out' : 'Queue that keeps the messages',
    'mediation',
    2,
  );
  const rowOf = (id: string): number => nodes.find((node) => node.id === id)?.row ?? 1;
  // Only the first row leads to the worker; what the second one held is behind the queue now.
  const inner = edges
    .filter((edge) => !touches(edge, other.id) || rowOf(edge.from === other.id ? edge.to : edge.from) === 1)
    .map((edge) => moved(edge, other.id, worker.id));
  const failed = deadLetters(blueprint, layout, bus.id, 3);
  const all = [
    ...inner,
    ...(blueprint.behindQueue ?? []),
    link(other.id, bus.id, answers ? 'message in, answer out' : 'puts a message', 'async', answers || undefined),
    link(
      bus.id,
      worker.id,
      answersByQueue ? 'hands over, takes the answer' : 'hands over',
      'async',
      answersByQueue || undefined,
    ),
    ...(answersByEvent && blueprint.answersFrom
      ? [link(blueprint.answersFrom, bus.id, 'event with the answer', 'async')]
      : []),
    ...failed.edges,
  ];
  return {
    ...blueprint,
    name: `${blueprint.name} with middleware`,
    nodes: connected([...nodes, worker, bus, ...failed.nodes], all),
    edges: all,
  };
}

const edges: Readonly<Record<string, { label: string; through: string }>> = {
  'on-premises-gateway': { label: 'On-premises data gateway', through: 'private network' },
  'encryption-broker': { label: 'Broker for the older encryption', through: 'older encryption' },
};

/** What the other side is reached through, between it and everything else. */
function withNetworkEdge(blueprint: Blueprint, other: ArchitectureNode, layout: Layout): Blueprint {
  const edge = layout.parts.map((id) => edges[id]).find((one) => one !== undefined);
  if (!edge) return blueprint;
  const gateway = { ...other, id: 'network-edge', label: edge.label, lane: 'network' as const };
  const own = blueprint.edges.filter(({ flow }) => flow !== 'failure').find((one) => touches(one, other.id));
  const [from, to] = own?.from === other.id ? [other.id, gateway.id] : [gateway.id, other.id];
  return {
    ...blueprint,
    nodes: [...blueprint.nodes, gateway],
    edges: [
      ...blueprint.edges.map((one) => (one.flow === 'failure' ? one : moved(one, other.id, gateway.id))),
      link(from, to, edge.through, own?.flow ?? 'async', own?.bothWays),
    ],
  };
}

/** The picture with everything that stands between the pattern and the other side. */
export function mediated(blueprint: Blueprint, layout: Layout): Blueprint {
  const other = blueprint.nodes.find(({ id }) => id === blueprint.mediate);
  if (!other) return blueprint;
  const isBuiltIn = blueprint.nodes.some(({ lane }) => lane === 'mediation');
  const isQueued =
    layout.parts.includes('queue') || (layout.parts.includes('answer-queue') && startsOutside(blueprint, other.id));
  const inFront =
    !layout.hub || isBuiltIn
      ? blueprint
      : isQueued
        ? withQueue(blueprint, other, layout)
        : withHub(blueprint, other, layout);
  return withNetworkEdge(inFront, other, layout);
}
