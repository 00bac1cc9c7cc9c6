import { type BlueprintOf, box, failure, hubLabel, link } from './blueprint.ts';
import { byVariant, type Layout } from './layout.ts';

const identity = box('identity', 'Microsoft Entra ID', 'between', 2);
const token = link('caller', 'identity', 'gets a token', 'sync');
const failedCalls = failure('failed-calls', 'Failed calls, kept for retry', 'counterpart');
const rejected = link('caller', 'failed-calls', 'error or 429', 'failure');
const KEEPS_NO_QUEUE = 'F&O keeps no queue: a call that the caller does not repeat is lost.';

/** F&O's own store of messages, worked off later. */
const messageQueue = (id: string) => [
  box(id, 'Message processor, worked by a batch job', 'fno', 2),
  failure('failed-messages', 'Failed messages: process again', 'fno'),
];
const cannotProcess = (from: string) => link(from, 'failed-messages', 'cannot be processed', 'failure');

const agentParts = [
  box('mcp', 'ERP MCP server', 'between', 1),
  box('caller', 'Agent, and a person who looks on', 'counterpart', 1, { rows: 2 }),
  failure('failed-calls', 'Error, shown to the agent', 'counterpart'),
];

/** The way of a call through the agent's server, or straight to the endpoint. */
const callOf = (isAgent: boolean, label: string) =>
  isAgent
    ? [link('caller', 'mcp', 'calls a tool', 'sync'), link('mcp', 'endpoint', 'as the user', 'sync')]
    : [link('caller', 'endpoint', label, 'sync')];

export const odata: BlueprintOf = (layout) => {
  const isAgent = layout.variants.includes('odata-agent');
  const isExcel = layout.variants.includes('odata-excel-add-in');
  const isStaged = layout.parts.includes('staging');
  const endpoint = byVariant(layout, {
    'odata-batch': { name: 'OData endpoint: batch', does: 'change sets, each as a whole' },
    'odata-bound-action': { name: 'OData action of an entity', does: 'invokes the action' },
    'odata-agent': { name: 'OData endpoint: data tools', does: 'calls a tool' },
    'odata-excel-add-in': { name: 'OData endpoint', does: 'reads and publishes rows' },
  }) ?? { name: 'OData endpoint', does: 'reads and writes' };
  const caller = box('caller', isExcel ? 'Person with the Excel add-in' : 'Calling system', 'counterpart', 1, {
    rows: 2,
  });
  const failed = isExcel ? failure('failed-calls', 'Message beside each row', 'counterpart') : failedCalls;
  return {
    name: 'OData',
    nodes: [
      box('endpoint', endpoint.name, 'fno', 1),
      ...(isStaged ? messageQueue('entity') : [box('entity', 'Public data entity and its logic', 'fno', 2)]),
      identity,
      ...(isAgent ? agentParts : [caller, failed]),
    ],
    edges: [
      ...callOf(isAgent, endpoint.does),
      link('endpoint', 'entity', isStaged ? 'stores the message' : 'runs at once', 'sync'),
      token,
      rejected,
      ...(isStaged ? [cannotProcess('entity')] : []),
    ],
    monitoring: 'failed calls, 429s, response times',
    ...(isStaged || layout.parts.includes('queue') ? {} : { note: KEEPS_NO_QUEUE }),
    mediate: 'caller',
    answersFrom: 'entity',
  };
};

export const customService: BlueprintOf = (layout) => {
  const isAgent = layout.variants.includes('service-agent-tool');
  const isStaged = layout.variants.includes('service-with-staging');
  const answers = layout.parts.includes('answer-event') && !layout.hub;
  return {
    name: 'Custom service',
    nodes: [
      box('endpoint', isAgent ? 'Actions offered to agents' : 'Service endpoint: JSON, SOAP', 'fno', 1),
      ...(isStaged ? messageQueue('service') : [box('service', 'X++ service class', 'fno', 2)]),
      answers ? box('answers', 'Endpoint of events: answers', 'between', 2) : identity,
      ...(isAgent ? agentParts : [box('caller', 'Calling system', 'counterpart', 1, { rows: 2 }), failedCalls]),
    ],
    edges: [
      ...callOf(isAgent, 'invokes an action'),
      link('endpoint', 'service', isStaged ? 'stores the message' : 'runs at once', 'sync'),
      ...(answers
        ? [
            link('service', 'answers', 'event with the answer', 'async'),
            link('answers', 'caller', 'delivers the answer', 'async'),
          ]
        : [token]),
      rejected,
      ...(isStaged ? [cannotProcess('service')] : []),
    ],
    monitoring: isStaged ? 'failed messages, 429s, age of the oldest message' : 'failed calls, 429s, response times',
    ...(isStaged || layout.parts.includes('queue') ? {} : { note: KEEPS_NO_QUEUE }),
    mediate: 'caller',
    answersFrom: 'service',
  };
};

export const virtualEntities: BlueprintOf = (layout) => {
  const isPortal = layout.variants.includes('portal-service-identity');
  return {
    name: 'Virtual entities',
    nodes: [
      box('logic', 'Business logic and tables', 'fno', 1),
      box(
        'entity',
        layout.variants.includes('custom-entity') ? 'Data entity of your own' : 'Public data entity',
        'fno',
        2,
      ),
      box('virtual-table', 'Virtual table in Dataverse', 'between', 1),
      box('provider', 'Virtual table provider', 'between', 2),
      box('app', isPortal ? 'Portal for visitors' : 'App, flow or portal', 'counterpart', 1),
      box('screen', 'Error on the user’s screen', 'counterpart', 2, { role: 'failure' }),
    ],
    edges: [
      link('app', 'virtual-table', 'reads and writes', 'sync'),
      link('virtual-table', 'provider', 'passes it on', 'sync'),
      link('provider', 'entity', isPortal ? 'calls as one designated user' : 'calls as the user', 'sync'),
      link('entity', 'logic', 'runs at once', 'sync'),
      link('app', 'screen', 'last message', 'failure'),
    ],
    monitoring: 'slow calls, failed calls, Dataverse limits',
    note: 'Nothing is copied and nothing is queued: when F&O is away, so is the table.',
  };
};

const mapNames: Readonly<Record<string, string>> = {
  'extended-map': 'Extended table map',
  'standard-map': 'Shipped table map',
};
const fills: Readonly<Record<string, string>> = {
  'initial-sync': 'Before the maps run live, an initial synchronisation fills both sides.',
  'loaded-beforehand':
    'Both sides are loaded first; the maps are switched on afterwards, without an initial synchronisation.',
};

export const dualWrite: BlueprintOf = (layout) => ({
  name: 'Dual-write',
  nodes: [
    box('entity', 'Data entity', 'fno', 1),
    box('fno-user', 'User or job in F&O', 'fno', 2),
    box('map', byVariant(layout, mapNames) ?? 'Table map', 'between', 1),
    box('pause-queue', 'Queue while paused', 'between', 2),
    failure('errors', 'Activity log, catch-up errors', 'between'),
    box('table', 'Dataverse table', 'counterpart', 1),
    box('dataverse-user', 'User or flow in Dataverse', 'counterpart', 2),
  ],
  edges: [
    link('fno-user', 'entity', 'saves', 'sync'),
    link('dataverse-user', 'table', 'saves', 'sync'),
    link('entity', 'map', 'one transaction', 'sync', true),
    link('map', 'table', 'both or neither', 'sync', true),
    link('map', 'pause-queue', 'while paused', 'async'),
    link('pause-queue', 'errors', 'failed catch-up', 'failure'),
  ],
  monitoring: 'alert thresholds, paused maps, catch-up errors',
  note: ['While a map runs, a failure on one side fails the user’s save on the other.', byVariant(layout, fills)]
    .filter((sentence) => sentence !== undefined)
    .join(' '),
});

const openCalls = failure('open-calls', 'Open calls, kept for retry', 'fno');
const otherService = box('service', 'Other system’s web service', 'counterpart', 1, { rows: 2 });
const OWN_TABLE = 'F&O keeps no call by itself: the list of open calls is your own table.';

/** The queue in front of a worker, which makes the call in F&O's stead. */
const queuedCall = (layout: Layout, start: ReturnType<typeof box>[], sends: string): ReturnType<BlueprintOf> => {
  const lane = layout.hub ? 'mediation' : 'between';
  return {
    name: layout.hub ? 'Outbound call with middleware' : 'Outbound call',
    nodes: [
      ...start,
      openCalls,
      box('worker', layout.hub ? hubLabel(layout.hub) : 'Worker: Function or Logic App', lane, 1),
      box('bus', 'Queue that keeps the calls', lane, 2),
      failure('dead-letter', 'Dead-letter queue: resubmit', lane),
      otherService,
    ],
    edges: [
      link('process', 'client', sends, 'async'),
      link('client', 'bus', 'puts a message', 'async'),
      link('bus', 'worker', 'hands over', 'async'),
      link('worker', 'service', 'calls and waits', 'sync'),
      link('worker', 'process', 'brings the answer', 'async'),
      link('client', 'open-calls', 'not answered yet', 'failure'),
      link('bus', 'dead-letter', 'deliveries used up', 'failure'),
    ],
    monitoring: 'dead letters, age of open calls, response times',
    mediate: 'service',
  };
};

export const outboundCall: BlueprintOf = (layout) => {
  if (layout.variants.includes('call-event-first')) {
    return queuedCall(
      layout,
      [box('process', 'Business process', 'fno', 1), box('client', 'Event', 'fno', 2)],
      'raises an event',
    );
  }
  const isInSession = layout.variants.includes('call-in-session');
  const starter = isInSession
    ? 'User, who waits for it'
    : layout.variants.includes('call-from-batch')
      ? 'Batch job'
      : 'User or batch job';
  const process = box('process', starter, 'fno', 1);
  const client = box('client', 'Web client in X++', 'fno', 2);
  if (layout.parts.includes('queue')) return queuedCall(layout, [process, client], 'has something to send');
  return {
    name: 'Outbound call',
    nodes: [process, client, openCalls, box('transport', 'Internet, TLS 1.2 or later', 'between', 2), otherService],
    edges: [
      link('process', 'client', 'needs an answer', 'sync'),
      link('client', 'transport', 'calls and waits', 'sync'),
      link('transport', 'service', 'answers', 'sync', true),
      link('client', 'open-calls', 'error or time-out', 'failure'),
    ],
    monitoring: 'failed calls, age of open calls, response times',
    note: OWN_TABLE,
    mediate: 'service',
  };
};
