import { type Architecture, type ArchitectureEdge, type ArchitectureNode, type Flow, lastRow } from './architecture.ts';

/** An edge with the parts it joins and the course it takes through the grid. */
export interface Route extends Course {
  edge: ArchitectureEdge;
  from: ArchitectureNode;
  to: ArchitectureNode;
}

interface Course {
  /** To monitoring, between neighbours in one lane, or from lane to lane. */
  kind: 'watch' | 'in-lane' | 'across';
  /** The row it runs in; between neighbours, the one nearer to the first row. */
  row: number;
}

/** @throws {RangeError} when an edge names a part that is not there, or cannot be drawn as a straight line */
export function routes({ nodes, edges }: Architecture): Route[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return edges.map((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to)
      throw new RangeError(`the edge from "${edge.from}" to "${edge.to}" names a part that is not there`);
    return { edge, from, to, ...course(edge.flow, from, to) };
  });
}

function course(flow: Flow, from: ArchitectureNode, to: ArchitectureNode): Course {
  const nearEnd = Math.min(lastRow(from), lastRow(to));
  const farStart = Math.max(from.row, to.row);
  if (flow === 'watch') return { kind: 'watch', row: lastRow(from) };
  if (from.lane === to.lane && farStart === nearEnd + 1) return { kind: 'in-lane', row: nearEnd };
  if (from.lane !== to.lane && farStart <= nearEnd) return { kind: 'across', row: farStart };
  throw new RangeError(`"${from.id}" and "${to.id}" neither are neighbours in a lane nor share a row`);
}
