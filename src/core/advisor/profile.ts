/** A field that is answered by one of its words, which stand in a neutral order. */
interface ChoiceDefinition {
  kind: 'choice';
  words: readonly [string, ...string[]];
}

/**
 * The fields of a rule book that is not about interfaces. They are all choices: what such a book asks has a few answers in
 * words, and each of them may decide.
 */
export type OwnFields = Readonly<Record<string, ChoiceDefinition>>;

/** A field that is answered by a number of zero or more. */
interface CountDefinition {
  kind: 'count';
}

/** A field that is answered by any number of its words, none included. */
interface SeveralDefinition {
  kind: 'several';
  words: readonly [string, ...string[]];
}

/**
 * The one definition of every field, in the order in which they are described. Type, schema, conditions of rules, address,
 * spreadsheet column, template and JSON Schema derive from it; its words for people stand in
 * `content/advisor/questions.yaml`.
 *
 * `volume_per_day` counts records a day, `peak_batch_records` records in the busiest hour or run, `systems` the systems
 * that will integrate with F&O in the whole programme, `subscribers` the receivers of one message. `direction` is seen
 * from F&O.
 */
export const fieldTable = {
  counterpart: { kind: 'choice', words: ['dataverse', 'power-platform', 'microsoft-other', 'third-party'] },
  operation: {
    kind: 'choice',
    words: ['read', 'create', 'update', 'event-notify', 'process-call', 'bulk-load', 'extract'],
  },
  direction: { kind: 'choice', words: ['inbound', 'outbound', 'bidirectional'] },
  latency: { kind: 'choice', words: ['realtime', 'near-realtime', 'hourly', 'nightly'] },
  volume_per_day: { kind: 'count' },
  peak_batch_records: { kind: 'count' },
  payload: { kind: 'choice', words: ['small', 'medium', 'large'] },
  initiator: { kind: 'choice', words: ['fno', 'external', 'schedule', 'user'] },
  transformation: { kind: 'choice', words: ['none', 'simple', 'complex'] },
  systems: { kind: 'count' },
  deployment: { kind: 'choice', words: ['cloud', 'on-premises'] },
  purpose: { kind: 'choice', words: ['operational', 'analytics', 'migration'] },
  copy: { kind: 'choice', words: ['required', 'unwanted'] },
  response: { kind: 'choice', words: ['immediate', 'later', 'none'] },
  protocol: { kind: 'choice', words: ['api', 'file', 'message', 'excel'] },
  guarantees: { kind: 'several', words: ['ordered', 'all-or-nothing', 'exactly-once', 'survives-outage'] },
  ownership: { kind: 'choice', words: ['none', 'low-code', 'integration-team'] },
  platform: { kind: 'choice', words: ['none', 'azure', 'biztalk', 'other-ipaas'] },
  subscribers: { kind: 'count' },
  extensions: { kind: 'choice', words: ['allowed', 'not-allowed'] },
  caller: { kind: 'choice', words: ['named-user', 'service', 'anonymous', 'agent'] },
  network: { kind: 'choice', words: ['public', 'private', 'old-encryption'] },
  repair: { kind: 'choice', words: ['erp-users', 'integration-team', 'source-system'] },
  store: { kind: 'choice', words: ['fabric', 'lake', 'warehouse', 'byod'] },
  sla: { kind: 'choice', words: ['critical', 'important', 'routine'] },
} as const satisfies Record<string, ChoiceDefinition | CountDefinition | SeveralDefinition>;

type Table = typeof fieldTable;

/** The name of a question, spelt the same in content, links, files and JSON. */
export type Field = keyof Table;
type FieldOf<Kind extends Table[Field]['kind']> = {
  [F in Field]: Table[F] extends { kind: Kind } ? F : never;
}[Field];
/** A field answered by one of its words. */
export type ChoiceField = FieldOf<'choice'>;
/** A field answered by a number of zero or more. */
export type CountField = FieldOf<'count'>;
/** One promise that an interface may have to keep. */
export type Guarantee = Table['guarantees']['words'][number];

/**
 * One interface between F&O and something else. Every field may be missing: "not sure" is an answer. An empty list of
 * `guarantees` says that none is needed, a missing one that nobody knows.
 */
export type Profile = { -readonly [F in ChoiceField]?: Table[F]['words'][number] | undefined } & {
  [F in CountField]?: number | undefined;
} & { guarantees?: Guarantee[] | undefined };

/** All fields, in the order in which they are described. */
export const fields = Object.keys(fieldTable) as readonly Field[];

/** Whether a field is answered by one of its words. */
export const isChoice = (field: Field): field is ChoiceField => fieldTable[field].kind === 'choice';
/** Whether a field is answered by a number. */
export const isCount = (field: Field): field is CountField => fieldTable[field].kind === 'count';

/** Fields answered by one word, and their words in a neutral order. */
export const choices = Object.fromEntries(fields.filter(isChoice).map((field) => [field, fieldTable[field].words])) as {
  readonly [F in ChoiceField]: Table[F]['words'];
};

/** Promises that an interface may have to keep; any number of them. */
export const guarantees = fieldTable.guarantees.words;

/** Fields answered by a number of zero or more. */
export const counts = fields.filter(isCount);

/** Fields that rules may test; `sla` only drives the numbers of the operations plan. */
export const testedFields = fields.filter((field) => field !== 'sla');

/** Fields that choose the pattern or the middleware verdict; `store` only tells variants of a pattern apart. */
export const decidingFields = testedFields.filter((field) => field !== 'store');
