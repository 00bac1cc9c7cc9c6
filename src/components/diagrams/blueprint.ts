import type { ArchitectureEdge, ArchitectureNode } from './architecture.ts';
import type { Layout } from './layout.ts';

/** A pattern's picture before monitoring, and what stands around it, are added to it. */
export interface Blueprint {
  name: string;
  nodes: ArchitectureNode[];
  edges: ArchitectureEdge[];
  /** What monitoring counts, in a few words. */
  monitoring: string;
  note?: string;
  /** The part of the other side in front of which a hub or a gateway can stand; absent where neither has a place. */
  mediate?: string;
  /** The part from which an event carries the answer back; it stands in the second row. */
  answersFrom?: string;
  /** What takes the place of links in the second row, where a queue stands there. */
  behindQueue?: ArchitectureEdge[];
}

/** Draws one pattern in the variants of a layout. */
export type BlueprintOf = (layout: Layout) => Blueprint;

/** A box in one row of a lane. */
export const box = (
  id: string,
  label: string,
  lane: ArchitectureNode['lane'],
  row: number,
  more: Partial<Pick<ArchitectureNode, 'rows' | 'role'>> = {},
): ArchitectureNode => ({ id, label, lane, row, role: 'part', ...more });

/** A place where failures land; it stands in the last row. */
export const failure = (id: string, label: string, lane: ArchitectureNode['lane']): ArchitectureNode =>
  box(id, label, lane, 3, { role: 'failure' });

export const link = (
  from: string,
  to: string,
  label: string,
  flow: ArchitectureEdge['flow'],
  bothWays?: true,
): ArchitectureEdge => ({ from, to, label, flow, ...(bothWays && { bothWays }) });

const hubLabels: Readonly<Record<string, string>> = {
  'logic-apps': 'Logic Apps: map, route, retry',
  'functions-service-bus': 'Functions or Logic Apps: map, route',
  'api-management': 'API Management: keys, quotas',
  'data-factory': 'Data Factory pipeline',
  'existing-ipaas': 'Your integration platform',
};

/** What a hub of this kind is called in a picture. */
export const hubLabel = (hub: string): string => hubLabels[hub] ?? 'Maps, routes, retries';
