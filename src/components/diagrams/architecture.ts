/**
 * Where a part stands. `between` is what the pattern itself needs, `mediation` is middleware put in front of the
 * counterpart, `network` what the counterpart is reached through, `operations` is what watches the rest.
 */
export type Lane = 'fno' | 'between' | 'mediation' | 'network' | 'counterpart' | 'operations';

export interface ArchitectureNode {
  /** Unique in its architecture. */
  id: string;
  label: string;
  lane: Lane;
  /** First row of the grid it stands in, from 1. Places where failures land stand in the last one. */
  row: number;
  /** How many rows it covers; one unless given. */
  rows?: number;
  role: 'part' | 'failure' | 'monitoring';
}

/**
 * How something passes: `sync` waits for the answer, `async` does not, `failure` is where it goes instead,
 * `watch` is what monitoring looks at.
 */
export type Flow = 'sync' | 'async' | 'failure' | 'watch';

/** Joins neighbours in one lane, or parts of two lanes that share a row. */
export interface ArchitectureEdge {
  from: string;
  to: string;
  /** What happens, seen from `from`; a few words. */
  label: string;
  flow: Flow;
  /** Set where either end may start. */
  bothWays?: true;
}

export interface Architecture {
  title: string;
  nodes: ArchitectureNode[];
  edges: ArchitectureEdge[];
  /** What the picture leaves out and a reader must know. */
  note?: string;
}

/** What a reader calls each lane; in reading order. */
export const laneTitles: Record<Lane, string> = {
  fno: 'Finance & Operations',
  between: 'In between',
  mediation: 'Middleware',
  network: 'Network',
  counterpart: 'Other side',
  operations: 'Operations',
};

/** The lanes that are in use, in the order of `laneTitles`, each with its parts. */
export function byLane(nodes: readonly ArchitectureNode[]): [Lane, ArchitectureNode[]][] {
  const lanes = Object.keys(laneTitles) as Lane[];
  return lanes
    .map((lane): [Lane, ArchitectureNode[]] => [lane, nodes.filter((node) => node.lane === lane)])
    .filter(([, parts]) => parts.length > 0);
}

/** The last row that a part covers. */
export const lastRow = ({ row, rows = 1 }: ArchitectureNode): number => row + rows - 1;
