import { describe, expect, test } from 'vitest';
import { pictureOf, toMermaid } from '#components/diagrams/reference-architecture.ts';
import { type Advice, advise } from '#core/advisor/advice.ts';
import { type Chain, openVariantIds, variantId, variantText } from '#core/advisor/chain.ts';
import { decisionRecord } from '#core/advisor/decision-record.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { whatChooses } from '#core/advisor/variants.ts';
import { book } from '#tests/support/rule-book.ts';

/** The design for a profile that has one. */
function chainFor(profile: Profile): Chain {
  const { chain } = advise(profile, [], book);
  if (!chain) throw new Error(`nothing is recommended for ${JSON.stringify(profile)}`);
  return chain;
}

const partIds = (profile: Profile): string[] => chainFor(profile).parts.map(({ id }) => id);
const mermaidOf = (profile: Profile): string => toMermaid(pictureOf(chainFor(profile)));

const webOrder: Profile = {
  counterpart: 'third-party',
  operation: 'create',
  direction: 'inbound',
  initiator: 'external',
  protocol: 'api',
};
const outage: Profile = { ...webOrder, response: 'later', guarantees: ['survives-outage'] };
const event: Profile = { operation: 'event-notify', counterpart: 'third-party' };
const file: Profile = { operation: 'bulk-load', direction: 'inbound', protocol: 'file', latency: 'nightly' };
const reports: Profile = { operation: 'extract', purpose: 'analytics' };
const action: Profile = { operation: 'process-call', direction: 'inbound', counterpart: 'third-party' };
const callOut: Profile = {
  operation: 'process-call',
  direction: 'outbound',
  counterpart: 'third-party',
  protocol: 'api',
};

describe('the variant that the answers ask for', () => {
  test.each<[string, Profile, string | undefined]>([
    ["a person's upload of a workbook", { operation: 'bulk-load', protocol: 'excel', initiator: 'user' }, 'dmf-person'],
    ["a person's workbook, named by who calls", { ...file, protocol: 'excel', caller: 'named-user' }, 'dmf-person'],
    ['F&O schedules and transforms', { ...file, initiator: 'fno', transformation: 'simple' }, 'dmf-recurring'],
    [
      'a schedule, and nobody outside who could keep it',
      { ...file, initiator: 'schedule', ownership: 'none' },
      'dmf-recurring',
    ],
    ['a schedule in a hub', { ...file, initiator: 'schedule', ownership: 'integration-team' }, 'dmf-package-api'],
    ['the other system hands packages over', { ...file, initiator: 'external' }, 'dmf-package-api'],
    ['on-premises, whoever starts', { ...file, initiator: 'fno', deployment: 'on-premises' }, 'dmf-package-api'],
    ['files at night, and nothing about the schedule', file, undefined],
    [
      'a delta every night',
      { operation: 'extract', direction: 'outbound', initiator: 'schedule', latency: 'nightly' },
      'dmf-change-tracking',
    ],
    ['an order', webOrder, 'odata-single'],
    [
      'header and lines together',
      { ...webOrder, guarantees: ['all-or-nothing'], extensions: 'not-allowed' },
      'odata-batch',
    ],
    ['records gathered by the clock', { ...webOrder, initiator: 'schedule', latency: 'near-realtime' }, 'odata-batch'],
    ['a workbook of some rows', { operation: 'update', protocol: 'excel', latency: 'realtime' }, 'odata-excel-add-in'],
    ['an action, without code of your own', { ...action, extensions: 'not-allowed' }, 'odata-bound-action'],
    ['an action, with code', { ...action, extensions: 'allowed' }, 'service-json'],
    ['an agent runs an action', { ...action, caller: 'agent' }, 'service-agent-tool'],
    ['an agent looks something up', { ...webOrder, operation: 'read', caller: 'agent' }, 'odata-agent'],
    ['what is called an agent, by a schedule', { ...action, caller: 'agent', initiator: 'schedule' }, 'service-json'],
    ['an action whose failures people in F&O repair', { ...action, repair: 'erp-users' }, 'service-with-staging'],
    ['the same, while somebody waits', { ...action, repair: 'erp-users', response: 'immediate' }, 'service-json'],
    ['a flow is told', { operation: 'event-notify', counterpart: 'power-platform' }, 'business-event+power-automate'],
    [
      'a flow is told, and nothing may be lost',
      { operation: 'event-notify', counterpart: 'power-platform', guarantees: ['survives-outage'] },
      'business-event+service-bus-queue',
    ],
    ['one receiver', { ...event, subscribers: 1 }, 'business-event+service-bus-queue'],
    ['three receivers', { ...event, subscribers: 3 }, 'business-event+service-bus-topic'],
    ['three receivers with web addresses', { ...event, subscribers: 3, protocol: 'api' }, 'business-event+event-grid'],
    ['more receivers than one event may have', { ...event, subscribers: 11 }, 'business-event+event-grid'],
    [
      'so many, and none may miss one',
      { ...event, subscribers: 11, guarantees: ['survives-outage'] },
      'business-event+service-bus-topic',
    ],
    ['a stream for analysis', { ...event, purpose: 'analytics' }, 'business-event+event-hubs'],
    [
      'records that change',
      { operation: 'update', direction: 'outbound', initiator: 'fno', counterpart: 'third-party', protocol: 'message' },
      'data-event+service-bus-queue',
    ],
    ['Power BI', { ...reports, store: 'fabric' }, 'fabric-link'],
    ['a lakehouse', { ...reports, store: 'lake' }, 'synapse-lake'],
    ['a SQL warehouse', { ...reports, store: 'warehouse' }, 'synapse-incremental'],
    ['away from BYOD', { ...reports, store: 'byod' }, 'byod'],
    ['reports, and no store named', reports, undefined],
    ['F&O asks while a user waits', { ...callOut, latency: 'realtime' }, 'call-in-session'],
  ])('%s', (_story, profile, variant) => {
    const chain = chainFor(profile);
    expect(variantId(chain)).toBe(variant);
    if (variant === undefined) expect(openVariantIds(chain).length).toBeGreaterThan(1);
  });

  test('where none is asked for, what remains is named, and which answers would decide', () => {
    const { chain, given } = advise(reports, [], book);
    const [choice] = (chain as Chain).variants;
    expect(variantText(chain as Chain)).toBe(
      'undecided (BYOD as it stands, with the way off it planned / Fabric link / ' +
        'Synapse Link, CSV files into a data lake of your own / Synapse Link, incremental files for a SQL warehouse)',
    );
    const moves = whatChooses(choice as Chain['variants'][number], given, [], book);
    expect(moves.map(({ field, values, variant }) => [field, values, variant.id])).toEqual([
      ['store', ['byod'], 'byod'],
      ['store', ['fabric'], 'fabric-link'],
      ['store', ['lake'], 'synapse-lake'],
      ['store', ['warehouse'], 'synapse-incremental'],
    ]);
  });

  test('"not sure" leaves a variant open for ever', () => {
    const sure = advise({ ...reports, store: 'lake' }, [], book).chain as Chain;
    const unsure = advise(reports, ['store'], book).chain as Chain;
    expect(openVariantIds(sure)).toEqual([]);
    expect(openVariantIds(unsure)).toHaveLength(4);
  });
});

describe('what stands around the pattern', () => {
  test('kept through an outage, answered later: queue, worker, answer, dead letters', () => {
    expect(partIds(outage)).toEqual(['queue', 'functions-service-bus', 'answer-queue', 'dead-letter']);
    const picture = pictureOf(chainFor(outage));
    const fromCaller = picture.edges.filter(({ from, to }) => from === 'caller' || to === 'caller');
    expect(fromCaller.map(({ to, flow, label }) => [to, flow, label])).toEqual([
      ['bus', 'async', 'message in, answer out'],
    ]);
  });

  test('the same, repaired in F&O: staging with reprocessing, and an event that carries the answer', () => {
    const repaired: Profile = { ...outage, operation: 'process-call', repair: 'erp-users' };
    expect(partIds(repaired)).toEqual([
      'queue',
      'functions-service-bus',
      'staging',
      'answer-event',
      'dead-letter',
      'repair-by-users',
    ]);
    expect(mermaidOf(repaired)).toContain('event with the answer');
    expect(mermaidOf(repaired)).toContain('Message processor');
  });

  test.each<[Profile['response'], string]>([
    ['immediate', 'sync'],
    ['none', 'async'],
  ])('with a hub and no queue, a caller that needs its answer %s is drawn as %s', (response, flow) => {
    const chain = chainFor({ ...webOrder, systems: 9, response, latency: 'near-realtime' });
    expect(chain.parts.map(({ id }) => id)).toEqual(['logic-apps', 'dead-letter']);
    expect(pictureOf(chain).edges).toContainEqual(expect.objectContaining({ from: 'caller', to: 'mediation', flow }));
  });

  test.each<[string, Profile, string[]]>([
    ['an order that is answered at once', { ...webOrder, response: 'immediate' }, []],
    ['a private network, out of F&O', { ...event, network: 'private' }, ['on-premises-gateway', 'dead-letter']],
    ['a private network from which the other system calls', { ...webOrder, network: 'private' }, []],
    [
      'old encryption',
      { ...callOut, network: 'old-encryption', response: 'later' },
      ['encryption-broker', 'functions-service-bus', 'dead-letter'],
    ],
    ['users of F&O repair a file', { ...file, repair: 'erp-users' }, ['staging-tables', 'repair-by-users']],
    ['the sender repairs', { ...webOrder, repair: 'source-system' }, ['repair-by-sender']],
  ])('%s', (_story, profile, parts) => {
    const found = partIds(profile);
    for (const part of parts) expect(found).toContain(part);
    if (parts.length === 0) expect(found).toEqual([]);
  });
});

describe('a picture draws nothing that its page excludes', () => {
  const onPremises: Profile = {
    deployment: 'on-premises',
    direction: 'bidirectional',
    counterpart: 'third-party',
    transformation: 'complex',
  };

  test.each<[string, Profile]>([
    ['files both ways', { ...onPremises, protocol: 'file' }],
    ['mediation as the pattern', { ...onPremises, systems: 9, ownership: 'integration-team', protocol: 'message' }],
    ['an event', { deployment: 'on-premises', operation: 'event-notify', counterpart: 'third-party' }],
    ['an import', { ...file, deployment: 'on-premises' }],
  ])('on-premises, %s: neither OData nor a service, and no recurring job', (_story, profile) => {
    const text = mermaidOf(profile);
    expect(text).not.toMatch(/OData|[Cc]ustom service|Service endpoint|[Rr]ecurring|reads the details/);
  });

  test('on-premises, a hub reaches F&O by the package API alone', () => {
    const profile: Profile = { ...onPremises, network: 'old-encryption', operation: 'process-call' };
    const { recommendation, chain } = advise(profile, [], book);
    expect(recommendation.wayIn ?? 'dmf').toBe('dmf');
    expect(toMermaid(pictureOf(chain as Chain))).not.toMatch(/OData|[Cc]ustom service|Business events/);
  });
});

test('record, plan and picture tell of the same design', () => {
  const advice: Advice = advise(outage, [], book);
  const record = decisionRecord('orders', advice, toMermaid(pictureOf(advice.chain as Chain)));
  expect(record).toContain('Chosen design: OData: Single requests.');
  const design = record.slice(record.indexOf('### Design'), record.indexOf('### What would change it'));
  const plan = record.slice(record.indexOf('### The design, part by part'), record.indexOf('### What is promised'));
  const names = (advice.chain as Chain).parts.map(({ name }) => name);
  for (const part of [design, plan]) {
    expect(names.map((name) => part.indexOf(`- ${name}.`)).every((at) => at > 0)).toBe(true);
  }
  expect(record).toContain('Queues: messages in, answers out');
});
