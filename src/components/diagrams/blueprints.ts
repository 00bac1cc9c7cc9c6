import type { ArchitectureEdge, ArchitectureNode } from './architecture.ts';

/** A pattern's picture before monitoring, and middleware where asked for, are added to it. */
export interface Blueprint {
  name: string;
  nodes: ArchitectureNode[];
  edges: ArchitectureEdge[];
  /** What monitoring counts, in a few words. */
  monitoring: string;
  note?: string;
  /** The part that middleware would stand in front of; absent where middleware has no place in the pattern. */
  mediate?: string;
}

const identity: ArchitectureNode = {
  id: 'identity',
  label: 'Microsoft Entra ID',
  lane: 'between',
  row: 2,
  role: 'part',
};
const caller: ArchitectureNode = {
  id: 'caller',
  label: 'Calling system',
  lane: 'counterpart',
  row: 1,
  rows: 2,
  role: 'part',
};
const failedCalls: ArchitectureNode = {
  id: 'failed-calls',
  label: 'Failed calls, kept for retry',
  lane: 'counterpart',
  row: 3,
  role: 'failure',
};
const token: ArchitectureEdge = { from: 'caller', to: 'identity', label: 'gets a token', flow: 'sync' };
const rejected: ArchitectureEdge = { from: 'caller', to: 'failed-calls', label: 'error or 429', flow: 'failure' };

/** Facts behind the pictures: the patterns' pages and the sources named there. */
export const blueprints: Readonly<Record<string, Blueprint>> = {
  odata: {
    name: 'OData',
    nodes: [
      { id: 'endpoint', label: 'OData endpoint', lane: 'fno', row: 1, role: 'part' },
      { id: 'entity', label: 'Public data entity and its logic', lane: 'fno', row: 2, role: 'part' },
      identity,
      caller,
      failedCalls,
    ],
    edges: [
      { from: 'caller', to: 'endpoint', label: 'reads and writes', flow: 'sync' },
      { from: 'endpoint', to: 'entity', label: 'runs at once', flow: 'sync' },
      token,
      rejected,
    ],
    monitoring: 'failed calls, 429s, response times',
    note: 'F&O keeps no queue: a call that the caller does not repeat is lost.',
    mediate: 'caller',
  },
  'custom-service': {
    name: 'Custom service',
    nodes: [
      { id: 'endpoint', label: 'Service endpoint: JSON, SOAP', lane: 'fno', row: 1, role: 'part' },
      { id: 'service', label: 'X++ service class', lane: 'fno', row: 2, role: 'part' },
      identity,
      caller,
      failedCalls,
    ],
    edges: [
      { from: 'caller', to: 'endpoint', label: 'invokes an action', flow: 'sync' },
      { from: 'endpoint', to: 'service', label: 'runs at once', flow: 'sync' },
      token,
      rejected,
    ],
    monitoring: 'failed calls, 429s, response times',
    note: 'F&O keeps no queue: a call that the caller does not repeat is lost.',
    mediate: 'caller',
  },
  dmf: {
    name: 'Data management framework',
    nodes: [
      { id: 'batch', label: 'Batch job', lane: 'fno', row: 1, role: 'part' },
      { id: 'staging', label: 'Staging tables, then data entities', lane: 'fno', row: 2, role: 'part' },
      { id: 'history', label: 'Job history, staging errors', lane: 'fno', row: 3, role: 'failure' },
      { id: 'package-api', label: 'Package API', lane: 'between', row: 1, role: 'part' },
      { id: 'blob', label: 'Package blob', lane: 'between', row: 2, role: 'part' },
      {
        id: 'source',
        label: 'Source system and its scheduler',
        lane: 'counterpart',
        row: 1,
        rows: 2,
        role: 'part',
      },
    ],
    edges: [
      { from: 'source', to: 'blob', label: 'uploads a package', flow: 'async' },
      { from: 'source', to: 'package-api', label: 'starts, then polls', flow: 'async' },
      { from: 'package-api', to: 'batch', label: 'queues the job', flow: 'async' },
      { from: 'batch', to: 'staging', label: 'runs', flow: 'async' },
      { from: 'blob', to: 'staging', label: 'loads rows', flow: 'async' },
      { from: 'staging', to: 'history', label: 'rejected rows', flow: 'failure' },
    ],
    monitoring: 'job status, rejected rows, waiting batch jobs',
    note: 'Drawn for an import. An export runs the other way over the same parts.',
    mediate: 'source',
  },
  'business-events': {
    name: 'Business events',
    nodes: [
      { id: 'process', label: 'Business process', lane: 'fno', row: 1, role: 'part' },
      { id: 'event-batch', label: 'Event batch job', lane: 'fno', row: 2, role: 'part' },
      { id: 'error-log', label: 'Event error log: resend', lane: 'fno', row: 3, role: 'failure' },
      { id: 'bus', label: 'Azure Service Bus', lane: 'between', row: 2, role: 'part' },
      { id: 'dead-letter', label: 'Dead-letter queue: resubmit', lane: 'between', row: 3, role: 'failure' },
      { id: 'subscriber', label: 'Subscriber', lane: 'counterpart', row: 1, rows: 2, role: 'part' },
    ],
    edges: [
      { from: 'process', to: 'event-batch', label: 'raises an event', flow: 'async' },
      { from: 'event-batch', to: 'bus', label: 'sends the event', flow: 'async' },
      { from: 'bus', to: 'subscriber', label: 'delivers', flow: 'async' },
      { from: 'subscriber', to: 'process', label: 'reads the details', flow: 'sync' },
      { from: 'event-batch', to: 'error-log', label: 'retries used up', flow: 'failure' },
      { from: 'bus', to: 'dead-letter', label: 'deliveries used up', flow: 'failure' },
    ],
    monitoring: 'count and age of failed events and dead letters',
    note: 'With Power Platform integration on, Dataverse passes the events on to the Service Bus.',
    mediate: 'subscriber',
  },
  'virtual-entities': {
    name: 'Virtual entities',
    nodes: [
      { id: 'logic', label: 'Business logic and tables', lane: 'fno', row: 1, role: 'part' },
      { id: 'entity', label: 'Public data entity', lane: 'fno', row: 2, role: 'part' },
      { id: 'virtual-table', label: 'Virtual table in Dataverse', lane: 'between', row: 1, role: 'part' },
      { id: 'provider', label: 'Virtual table provider', lane: 'between', row: 2, role: 'part' },
      { id: 'app', label: 'App, flow or portal', lane: 'counterpart', row: 1, role: 'part' },
      { id: 'screen', label: 'Error on the user’s screen', lane: 'counterpart', row: 2, role: 'failure' },
    ],
    edges: [
      { from: 'app', to: 'virtual-table', label: 'reads and writes', flow: 'sync' },
      { from: 'virtual-table', to: 'provider', label: 'passes it on', flow: 'sync' },
      { from: 'provider', to: 'entity', label: 'calls as the user', flow: 'sync' },
      { from: 'entity', to: 'logic', label: 'runs at once', flow: 'sync' },
      { from: 'app', to: 'screen', label: 'last message', flow: 'failure' },
    ],
    monitoring: 'slow calls, failed calls, Dataverse limits',
    note: 'Nothing is copied and nothing is queued: when F&O is away, so is the table.',
  },
  'dual-write': {
    name: 'Dual-write',
    nodes: [
      { id: 'entity', label: 'Data entity', lane: 'fno', row: 1, role: 'part' },
      { id: 'fno-user', label: 'User or job in F&O', lane: 'fno', row: 2, role: 'part' },
      { id: 'map', label: 'Table map', lane: 'between', row: 1, role: 'part' },
      { id: 'pause-queue', label: 'Queue while paused', lane: 'between', row: 2, role: 'part' },
      { id: 'errors', label: 'Activity log, catch-up errors', lane: 'between', row: 3, role: 'failure' },
      { id: 'table', label: 'Dataverse table', lane: 'counterpart', row: 1, role: 'part' },
      { id: 'dataverse-user', label: 'User or flow in Dataverse', lane: 'counterpart', row: 2, role: 'part' },
    ],
    edges: [
      { from: 'fno-user', to: 'entity', label: 'saves', flow: 'sync' },
      { from: 'dataverse-user', to: 'table', label: 'saves', flow: 'sync' },
      { from: 'entity', to: 'map', label: 'one transaction', flow: 'sync', bothWays: true },
      { from: 'map', to: 'table', label: 'both or neither', flow: 'sync', bothWays: true },
      { from: 'map', to: 'pause-queue', label: 'while paused', flow: 'async' },
      { from: 'pause-queue', to: 'errors', label: 'failed catch-up', flow: 'failure' },
    ],
    monitoring: 'alert thresholds, paused maps, catch-up errors',
    note: 'While a map runs, a failure on one side fails the user’s save on the other.',
  },
  'analytics-export': {
    name: 'Analytics export',
    nodes: [
      { id: 'tables', label: 'Tables and data entities', lane: 'fno', row: 1, role: 'part' },
      { id: 'link', label: 'Synapse Link or Fabric link', lane: 'between', row: 1, role: 'part' },
      { id: 'sync-state', label: 'Sync state of each table', lane: 'between', row: 2, role: 'failure' },
      { id: 'lake', label: 'Data lake or OneLake', lane: 'counterpart', row: 1, role: 'part' },
      { id: 'reports', label: 'Warehouse and reports', lane: 'counterpart', row: 2, role: 'part' },
    ],
    edges: [
      { from: 'tables', to: 'link', label: 'every change', flow: 'async' },
      { from: 'link', to: 'lake', label: 'Delta tables', flow: 'async' },
      { from: 'lake', to: 'reports', label: 'feeds', flow: 'async' },
      { from: 'link', to: 'sync-state', label: 'failed tables', flow: 'failure' },
    ],
    monitoring: 'age of the copy, failed tables',
    note: 'The copy no longer follows the permissions of F&O: the lake needs its own.',
  },
  'outbound-call': {
    name: 'Outbound call',
    nodes: [
      { id: 'process', label: 'User or batch job', lane: 'fno', row: 1, role: 'part' },
      { id: 'client', label: 'Web client in X++', lane: 'fno', row: 2, role: 'part' },
      { id: 'open-calls', label: 'Open calls, kept for retry', lane: 'fno', row: 3, role: 'failure' },
      { id: 'transport', label: 'Internet, TLS 1.2 or later', lane: 'between', row: 2, role: 'part' },
      { id: 'service', label: 'Other system’s web service', lane: 'counterpart', row: 1, rows: 2, role: 'part' },
    ],
    edges: [
      { from: 'process', to: 'client', label: 'needs an answer', flow: 'sync' },
      { from: 'client', to: 'transport', label: 'calls and waits', flow: 'sync' },
      { from: 'transport', to: 'service', label: 'answers', flow: 'sync', bothWays: true },
      { from: 'client', to: 'open-calls', label: 'error or time-out', flow: 'failure' },
    ],
    monitoring: 'failed calls, age of open calls, response times',
    note: 'F&O keeps no call by itself: the list of open calls is your own table.',
    mediate: 'service',
  },
  middleware: {
    name: 'Middleware',
    nodes: [
      { id: 'way-in', label: 'OData, custom service or package API', lane: 'fno', row: 1, role: 'part' },
      { id: 'way-out', label: 'Business events', lane: 'fno', row: 2, role: 'part' },
      { id: 'workflow', label: 'Logic Apps or Functions', lane: 'mediation', row: 1, role: 'part' },
      { id: 'bus', label: 'Azure Service Bus', lane: 'mediation', row: 2, role: 'part' },
      { id: 'dead-letter', label: 'Dead-letter queue: resubmit', lane: 'mediation', row: 3, role: 'failure' },
      { id: 'callers', label: 'Systems with APIs or files', lane: 'counterpart', row: 1, role: 'part' },
      { id: 'listeners', label: 'Systems with messages', lane: 'counterpart', row: 2, role: 'part' },
    ],
    edges: [
      { from: 'workflow', to: 'way-in', label: 'calls, retries', flow: 'sync' },
      { from: 'way-out', to: 'bus', label: 'sends events', flow: 'async' },
      { from: 'bus', to: 'workflow', label: 'hands over', flow: 'async' },
      { from: 'callers', to: 'workflow', label: 'calls or files', flow: 'sync', bothWays: true },
      { from: 'listeners', to: 'bus', label: 'messages', flow: 'async', bothWays: true },
      { from: 'bus', to: 'dead-letter', label: 'deliveries used up', flow: 'failure' },
    ],
    monitoring: 'dead letters, failed runs, one correlation id end to end',
  },
};
