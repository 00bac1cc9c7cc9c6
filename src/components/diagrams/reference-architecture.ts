import type { Chain } from '#core/advisor/chain.ts';
import { type Architecture, type ArchitectureEdge, byLane, laneTitles } from './architecture.ts';
import { blueprints } from './blueprints.ts';
import { generalLayout, type Layout, layoutOf } from './layout.ts';
import { mediated } from './mediate.ts';

/**
 * The reference picture of a pattern as data: parts, what passes between them, where failures land, what is watched.
 *
 * @param layout the variant and the parts around it; the pattern in general unless given
 * @throws {RangeError} when there is no picture of `pattern`
 */
export function referenceArchitecture(pattern: string, layout: Layout = generalLayout): Architecture {
  const blueprintOf = blueprints[pattern];
  if (!blueprintOf) throw new RangeError(`no reference architecture for "${pattern}": add one to blueprints.ts`);
  const { name, nodes, edges, monitoring, note } = mediated(blueprintOf(layout), layout);
  const watched = `Monitoring: ${monitoring}`;
  const label = layout.repair ? `${watched}. ${layout.repair}` : watched;
  return {
    title: name,
    nodes: [...nodes, { id: 'monitoring', label, lane: 'operations', row: 1, role: 'monitoring' }],
    edges: [
      ...edges,
      ...nodes
        .filter((node) => node.role === 'failure')
        .map(({ id }): ArchitectureEdge => ({ from: id, to: 'monitoring', label: 'watched', flow: 'watch' })),
    ],
    ...(note !== undefined && { note }),
  };
}

/** The picture of one design: exactly the chain that the answers led to. */
export const pictureOf = (chain: Chain): Architecture => referenceArchitecture(chain.pattern, layoutOf(chain));

/** The picture in words, one sentence an entry: first the parts of each lane, then what passes between them. */
export function describeArchitecture({ nodes, edges, note }: Architecture): string[] {
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
