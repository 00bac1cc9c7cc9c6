/** Every field that is answered by one word, and its words in a neutral order. */
export const choices = {
  counterpart: ['dataverse', 'power-platform', 'microsoft-other', 'third-party'],
  operation: ['read', 'create', 'update', 'event-notify', 'process-call', 'bulk-load', 'extract'],
  direction: ['inbound', 'outbound', 'bidirectional'],
  latency: ['realtime', 'near-realtime', 'hourly', 'nightly'],
  payload: ['small', 'medium', 'large'],
  initiator: ['fno', 'external', 'schedule', 'user'],
  transformation: ['none', 'simple', 'complex'],
  deployment: ['cloud', 'on-premises'],
  purpose: ['operational', 'analytics', 'migration'],
  copy: ['required', 'unwanted'],
  response: ['immediate', 'later', 'none'],
  protocol: ['api', 'file', 'message', 'excel'],
  ownership: ['none', 'low-code', 'integration-team'],
  sla: ['critical', 'important', 'routine'],
} as const;

/** Promises that an interface may have to keep; any number of them. */
export const guarantees = ['ordered', 'all-or-nothing', 'exactly-once', 'survives-outage'] as const;

/** Fields answered by a number of zero or more. */
export const counts = ['volume_per_day', 'peak_batch_records', 'systems'] as const;

/**
 * One interface between F&O and something else. Every field may be missing: "not sure" is an answer.
 *
 * `volume_per_day` counts records a day, `peak_batch_records` records in the busiest hour or run, `systems` the
 * systems that will integrate with F&O in the whole programme. `direction` is seen from F&O. An empty list of
 * `guarantees` says that none is needed, a missing one that nobody knows.
 */
export type Profile = { -readonly [F in ChoiceField]?: (typeof choices)[F][number] | undefined } & {
  [F in CountField]?: number | undefined;
} & { guarantees?: Guarantee[] | undefined };

export type Field = keyof Profile;
export type ChoiceField = keyof typeof choices;
export type CountField = (typeof counts)[number];
export type Guarantee = (typeof guarantees)[number];

/** All fields, in the order in which they are described. */
export const fields: readonly Field[] = [
  'counterpart',
  'operation',
  'direction',
  'latency',
  'volume_per_day',
  'peak_batch_records',
  'payload',
  'initiator',
  'transformation',
  'systems',
  'deployment',
  'purpose',
  'copy',
  'response',
  'protocol',
  'guarantees',
  'ownership',
  'sla',
];

export const isChoice = (field: Field): field is ChoiceField => field in choices;
export const isCount = (field: Field): field is CountField => (counts as readonly string[]).includes(field);

/** Fields that choose the pattern or the middleware verdict; `sla` only drives the operations plan. */
export const decidingFields = fields.filter((field) => field !== 'sla');
