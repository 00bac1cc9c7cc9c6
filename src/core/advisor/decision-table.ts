import type { Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { MiddlewareVerdict, PatternId, PatternRule, RuleBook } from './rule-book.ts';

/** A common situation, and the few answers that describe it. */
interface Situation {
  situation: string;
  profile: Profile;
}

/** One row of the table: a case in words, and what is recommended for it. */
export interface DecisionRow extends Situation {
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
  /** The weightiest rule that speaks for the pattern. */
  because: PatternRule | undefined;
}

/** Situations that architects meet every week; what each leads to is worked out, not written down. */
const situations: readonly Situation[] = [
  {
    situation: 'An outside system looks one thing up and waits',
    profile: { operation: 'read', counterpart: 'third-party', latency: 'realtime' },
  },
  {
    situation: 'An outside system creates or changes single records',
    profile: { operation: 'create', direction: 'inbound', counterpart: 'third-party', initiator: 'external' },
  },
  {
    situation: 'A whole document or nothing, in one call',
    profile: { operation: 'create', direction: 'inbound', guarantees: ['all-or-nothing'], response: 'immediate' },
  },
  {
    situation: 'Business logic in F&O is called from outside',
    profile: { operation: 'process-call', direction: 'inbound', initiator: 'external', latency: 'realtime' },
  },
  {
    situation: 'F&O calls an outside service while a user waits',
    profile: { operation: 'process-call', direction: 'outbound', initiator: 'fno', latency: 'realtime' },
  },
  {
    situation: 'Others must hear at once that something happened',
    profile: { operation: 'event-notify', direction: 'outbound', initiator: 'fno', counterpart: 'third-party' },
  },
  {
    situation: 'Many records are loaded by the hour or by night',
    profile: { operation: 'bulk-load', direction: 'inbound', latency: 'nightly' },
  },
  {
    situation: 'More than 5,000 records an hour arrive one by one',
    profile: { operation: 'create', direction: 'inbound', peak_batch_records: 20_000 },
  },
  {
    situation: 'A file goes out to a partner every night',
    profile: {
      operation: 'extract',
      direction: 'outbound',
      protocol: 'file',
      initiator: 'schedule',
      purpose: 'operational',
    },
  },
  {
    situation: 'Power BI or a data warehouse wants the data',
    profile: { operation: 'extract', direction: 'outbound', purpose: 'analytics' },
  },
  {
    situation: 'A Power App or portal shows F&O data',
    profile: { operation: 'read', counterpart: 'power-platform', initiator: 'user' },
  },
  {
    situation: 'Dynamics 365 Sales and F&O change the same customers',
    profile: { operation: 'update', counterpart: 'dataverse', direction: 'bidirectional', latency: 'near-realtime' },
  },
  {
    situation: 'A web shop must answer even while F&O is down',
    profile: { operation: 'read', latency: 'realtime', guarantees: ['survives-outage'], counterpart: 'third-party' },
  },
  {
    situation: 'Partner formats such as EDI, both ways',
    profile: { protocol: 'file', transformation: 'complex', direction: 'bidirectional', counterpart: 'third-party' },
  },
  { situation: 'F&O runs on-premises', profile: { deployment: 'on-premises' } },
];

/** The same rules as a table that needs no script: what each common situation leads to, and why. */
export function decisionTable(book: RuleBook): DecisionRow[] {
  return situations.map(({ situation, profile }) => {
    const recommendation = recommend(profile, book);
    return {
      situation,
      profile,
      primary: recommendation.primary,
      middleware: recommendation.middleware,
      because: recommendation.primary && recommendation.standings[0]?.favouredBy[0],
    };
  });
}
