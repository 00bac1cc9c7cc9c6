import type { PatternId } from '#core/advisor/rule-book.ts';
import { type Blueprint, type BlueprintOf, box, failure, hubLabel, link } from './blueprint.ts';
import { byVariant, type Layout } from './layout.ts';

const deadLetters = (lane: 'between' | 'mediation') => failure('dead-letter', 'Dead-letter queue: resubmit', lane);

interface Endpoint {
  name: string;
  delivers: string;
  /** Where it sets aside what it cannot deliver; nothing where it keeps nothing. */
  setsAside?: { id: string; place: string; after: string };
}

const deadLetterQueue = { id: 'dead-letter', place: 'Dead-letter queue: resubmit', after: 'deliveries used up' };

const endpoints: Readonly<Record<string, Endpoint>> = {
  'service-bus-queue': { name: 'Service Bus queue', delivers: 'delivers', setsAside: deadLetterQueue },
  'service-bus-topic': {
    name: 'Service Bus topic',
    delivers: 'delivers to each subscription',
    setsAside: deadLetterQueue,
  },
  'event-grid': {
    name: 'Event Grid topic',
    delivers: 'pushes to each receiver',
    setsAside: { id: 'undelivered', place: 'Storage: undelivered events', after: 'attempts used up' },
  },
  'event-hubs': { name: 'Event Hubs stream', delivers: 'is read as a stream' },
  'https-endpoint': { name: 'HTTPS, TLS 1.2 or later', delivers: 'posts, has seconds to answer' },
  'power-automate': { name: 'Power Automate flow', delivers: 'acts on it' },
};

const general: Endpoint = { name: 'Azure Service Bus', delivers: 'delivers', setsAside: deadLetterQueue };
const undecided: Endpoint = { name: 'Endpoint of events, still open', delivers: 'delivers' };

export const businessEvents: BlueprintOf = (layout) => {
  const endpoint = byVariant(layout, endpoints) ?? (layout.isDesign ? undecided : general);
  const { name, delivers, setsAside } = endpoint;
  const isData = layout.variants.includes('data-event');
  return {
    name: 'Business events',
    nodes: [
      box('process', isData ? 'Record that changes' : 'Business process', 'fno', 1),
      box('event-batch', 'Event batch job', 'fno', 2),
      failure('error-log', 'Event error log: resend', 'fno'),
      box('bus', name, 'between', 2),
      ...(setsAside ? [failure(setsAside.id, setsAside.place, 'between')] : []),
      box(
        'subscriber',
        layout.variants.includes('service-bus-topic') ? 'Each subscriber' : 'Subscriber',
        'counterpart',
        1,
        {
          rows: 2,
        },
      ),
    ],
    edges: [
      link('process', 'event-batch', isData ? 'raises a data event' : 'raises an event', 'async'),
      link('event-batch', 'bus', 'sends the event', 'async'),
      link('bus', 'subscriber', delivers, 'async'),
      ...(layout.canReadBack ? [link('subscriber', 'process', 'reads the details', 'sync')] : []),
      link('event-batch', 'error-log', 'retries used up', 'failure'),
      ...(setsAside ? [link('bus', setsAside.id, setsAside.after, 'failure')] : []),
    ],
    monitoring: setsAside ? 'count and age of failed events and dead letters' : 'count and age of failed events',
    note: 'With Power Platform integration on, Dataverse passes the events on to the endpoint.',
    mediate: 'subscriber',
  };
};

/** A hub in general: every way through F&O, and both kinds of other systems. */
const generalHub: Blueprint = {
  name: 'Middleware',
  nodes: [
    box('way-in', 'OData, custom service or package API', 'fno', 1),
    box('way-out', 'Business events', 'fno', 2),
    box('workflow', 'Logic Apps or Functions', 'mediation', 1),
    box('bus', 'Azure Service Bus', 'mediation', 2),
    deadLetters('mediation'),
    box('callers', 'Systems with APIs or files', 'counterpart', 1),
    box('listeners', 'Systems with messages', 'counterpart', 2),
  ],
  edges: [
    link('workflow', 'way-in', 'calls, retries', 'sync'),
    link('way-out', 'bus', 'sends events', 'async'),
    link('bus', 'workflow', 'hands over', 'async'),
    link('callers', 'workflow', 'calls or files', 'sync', true),
    link('listeners', 'bus', 'messages', 'async', true),
    link('bus', 'dead-letter', 'deliveries used up', 'failure'),
  ],
  monitoring: 'dead letters, failed runs, one correlation id end to end',
};

const waysIn: Partial<Record<PatternId, string>> = {
  odata: 'OData endpoint',
  'custom-service': 'Custom service',
  dmf: 'Package API and staging',
};
const waysOut: Partial<Record<PatternId, { name: string; sends: string }>> = {
  'business-events': { name: 'Business events', sends: 'sends events' },
  'outbound-call': { name: 'Web client in X++', sends: 'calls' },
  dmf: { name: 'Package export', sends: 'is downloaded' },
  odata: { name: 'OData endpoint, read from', sends: 'is read' },
  'custom-service': { name: 'Custom service, read from', sends: 'is read' },
};

/** Some parts of a picture with what passes between them. */
type Half = Pick<Blueprint, 'nodes' | 'edges'>;

/** Where the hub's failures land: what keeps messages sets them aside, what keeps none shows them. */
function hubFailure(layout: Layout, from: string): Half {
  if (layout.parts.includes('dead-letter')) {
    return { nodes: [deadLetters('mediation')], edges: [link(from, 'dead-letter', 'deliveries used up', 'failure')] };
  }
  const isGateway = layout.variants.includes('api-management');
  const place = isGateway ? 'Refused calls, counted' : 'Failed runs: run again';
  return {
    nodes: [failure('dead-letter', place, 'mediation')],
    edges: [link(from, 'dead-letter', isGateway ? 'refused' : 'retries used up', 'failure')],
  };
}

/** What the hub and the other side exchange: a message in by the queue where there is one, the answer back the same way. */
function outerLinks(layout: Layout, goesIn: boolean, goesOut: boolean): Blueprint['edges'] {
  const flow = layout.callerWaits && goesIn ? 'sync' : 'async';
  if (!layout.parts.includes('queue')) {
    const [from, to] = goesIn ? ['callers', 'workflow'] : ['workflow', 'callers'];
    return [link(from as string, to as string, 'in its own format', flow, goesIn && goesOut ? true : undefined)];
  }
  const answers = layout.parts.includes('answer-queue');
  return [
    link('callers', 'bus', answers ? 'message in, answer out' : 'puts a message', 'async', answers || undefined),
    ...(goesOut ? [link('workflow', 'callers', 'in its own format', 'async')] : []),
  ];
}

const nothing: Half = { nodes: [], edges: [] };

/** The way into F&O behind the hub; its place is kept where it is still open. */
function halfIn({ wayIn }: Layout): Half {
  const call =
    wayIn === 'dmf'
      ? link('workflow', 'way-in', 'hands over packages', 'async')
      : link('workflow', 'way-in', 'calls, retries', 'sync');
  return { nodes: [box('way-in', (wayIn && waysIn[wayIn]) ?? 'Way into F&O, still open', 'fno', 1)], edges: [call] };
}

/** The way out of F&O, to the store of the hub where it has one. */
function halfOut({ wayOut }: Layout, hasStore: boolean): Half {
  const way = wayOut && waysOut[wayOut];
  if (!way) return nothing;
  return {
    nodes: [box('way-out', way.name, 'fno', hasStore ? 2 : 1)],
    edges: [link('way-out', hasStore ? 'bus' : 'workflow', way.sends, 'async')],
  };
}

/** What the hub keeps between taking a message and passing it on. */
function store({ parts, wayOut }: Layout): Half {
  const events = wayOut === 'business-events' ? 'Service Bus, which takes the events' : 'Store of what comes out';
  const name = parts.includes('queue') ? 'Queues that keep the messages' : events;
  const both = parts.includes('answer-queue') || undefined;
  return {
    nodes: [box('bus', name, 'mediation', 2)],
    edges: [link('bus', 'workflow', both ? 'hands over, takes the answer' : 'hands over', 'async', both)],
  };
}

/** A hub as it was decided for one interface: the ways that are open to it, and nothing else. */
function decidedHub(layout: Layout): Blueprint {
  const { wayIn, wayOut, parts, variants } = layout;
  const goesOut = wayOut !== undefined;
  const goesIn = wayIn !== undefined || !goesOut;
  const hasStore = parts.includes('queue') || wayOut === 'business-events' || (goesIn && goesOut);
  const halves = [
    goesIn ? halfIn(layout) : nothing,
    halfOut(layout, hasStore),
    hasStore ? store(layout) : nothing,
    { nodes: [], edges: outerLinks(layout, goesIn, goesOut) },
    hubFailure(layout, hasStore ? 'bus' : 'workflow'),
  ];
  return {
    name: 'Middleware',
    nodes: [
      box('workflow', hubLabel(variants[0] ?? 'open'), 'mediation', 1, hasStore ? {} : { rows: 2 }),
      ...halves.flatMap(({ nodes }) => nodes),
      box('callers', 'Other system', 'counterpart', 1, { rows: 2 }),
    ],
    edges: halves.flatMap(({ edges }) => edges),
    monitoring: 'failed messages and runs, one correlation id end to end',
    mediate: 'callers',
  };
}

export const middleware: BlueprintOf = (layout) => (layout.isDesign ? decidedHub(layout) : generalHub);
