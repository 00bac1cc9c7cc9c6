import {
  type Architecture,
  type ArchitectureEdge,
  type ArchitectureNode,
  byLane,
  laneTitles,
  lastRow,
} from './architecture.ts';
import { type Blueprint, blueprints } from './blueprints.ts';

interface Options {
  /** Puts middleware in front of the counterpart; no effect where the pattern has no place for it. */
  middleware?: boolean;
}

/**
 * The reference picture of a pattern as data: parts, what passes between them, where failures land, what is watched.
 *
 * @throws {RangeError} when there is no picture of `pattern`
 */
export function referenceArchitecture(pattern: string, { middleware = false }: Options = {}): Architecture {
  const blueprint = blueprints[pattern];
  if (!blueprint) throw new RangeError(`no reference architecture for "${pattern}": add one to blueprints.ts`);
  const { name, nodes, edges, monitoring, note } = middleware ? mediated(blueprint) : blueprint;
  return {
    title: name,
    nodes: [
      ...nodes,
      { id: 'monitoring', label: `Monitoring: ${monitoring}`, lane: 'operations', row: 1, role: 'monitoring' },
    ],
    edges: [
      ...edges,
      ...nodes
        .filter((node) => node.role === 'failure')
        .map(({ id }): ArchitectureEdge => ({ from: id, to: 'monitoring', label: 'watched', flow: 'watch' })),
    ],
    ...(note !== undefined && { note }),
  };
}

/** The same picture with middleware doing what the counterpart did: its calls, its retries and its failures. */
function mediated(blueprint: Blueprint): Blueprint {
  const counterpart = blueprint.nodes.find((node) => node.id === blueprint.mediate);
  if (!counterpart) return blueprint;

  const mediation: ArchitectureNode = {
    ...counterpart,
    id: 'mediation',
    label: 'Maps, routes, retries',
    lane: 'mediation',
  };
  const deadLetter: ArchitectureNode = {
    id: 'mediation-dead-letter',
    label: 'Dead-letter queue: resubmit',
    lane: 'mediation',
    row: Math.max(...blueprint.nodes.map(lastRow)),
    role: 'failure',
  };
  const nodes = blueprint.nodes.filter((node) => node.lane !== 'counterpart' || node.role !== 'failure');
  const kept = new Set(nodes.map((node) => node.id));
  const takenOver = (id: string) => (id === counterpart.id ? mediation.id : id);
  const edges = blueprint.edges
    .filter((edge) => kept.has(edge.to))
    .map((edge) => ({ ...edge, from: takenOver(edge.from), to: takenOver(edge.to) }));
  const [first] = blueprint.edges.filter((edge) => edge.from === counterpart.id || edge.to === counterpart.id);
  const starts = first?.from === counterpart.id;
  return {
    ...blueprint,
    name: `${blueprint.name} with middleware`,
    nodes: [...nodes, mediation, deadLetter],
    edges: [
      ...edges,
      {
        from: starts ? counterpart.id : mediation.id,
        to: starts ? mediation.id : counterpart.id,
        label: 'in its own format',
        flow: first?.flow ?? 'async',
      },
      { from: mediation.id, to: deadLetter.id, label: 'retries used up', flow: 'failure' },
    ],
  };
}

/** The picture in words, one sentence an entry: first the parts of each lane, then what passes between them. */
export function describeArchitecture(pattern: string, options?: Options): string[] {
  const { nodes, edges, note } = referenceArchitecture(pattern, options);
  const names = new Map(nodes.map((node) => [node.id, `“${node.label}”`]));
  return [
    ...byLane(nodes).map(([lane, parts]) => `${laneTitles[lane]}: ${parts.map(({ id }) => names.get(id)).join(', ')}.`),
    ...edges.map((edge) => sentence(edge, String(names.get(edge.from)), String(names.get(edge.to)))),
    ...(note === undefined ? [] : [note]),
  ];
}

function sentence({ label, flow, bothWays }: ArchitectureEdge, from: string, to: string): string {
  if (flow === 'watch') return `Monitoring watches ${from}.`;
  if (flow === 'failure') return `What fails at ${from} (${label}) lands in ${to}.`;
  const way = bothWays ? `Between ${from} and ${to}, both ways` : `From ${from} to ${to}`;
  return `${way}: ${label}, ${flow === 'sync' ? 'and waits for the answer' : 'without waiting'}.`;
}

/** The picture as the text of a Mermaid flowchart, one subgraph a lane. */
export function toMermaid({ nodes, edges }: Architecture): string {
  return [
    'flowchart LR',
    ...byLane(nodes).flatMap(([lane, parts]) => [
      `  subgraph lane_${lane}["${escapeLabel(laneTitles[lane])}"]`,
      ...parts.map((node) => `    ${mermaidId(node.id)}["${escapeLabel(node.label)}"]:::${node.role}`),
      '  end',
    ]),
    ...edges.map(
      (edge) => `  ${mermaidId(edge.from)} ${mermaidArrow(edge)}|"${escapeLabel(edge.label)}"| ${mermaidId(edge.to)}`,
    ),
    '  classDef failure stroke-dasharray: 2 3',
    '',
  ].join('\n');
}

/** A prefix keeps ids clear of Mermaid's own words, such as `end`. */
const mermaidId = (id: string): string => `part_${id.replaceAll('-', '_')}`;

const mermaidArrow = ({ flow, bothWays }: ArchitectureEdge): string => {
  const arrow = { sync: '-->', async: '-.->', failure: '==>', watch: '-.-' }[flow];
  return bothWays ? `<${arrow}` : arrow;
};

/** Writes what Mermaid could read as its own syntax as character codes. */
const escapeLabel = (text: string): string =>
  text.replace(/["#;<>[\]{}|`]/gu, (character) => `#${character.codePointAt(0)};`).replace(/\s+/gu, ' ');
