import { type Chain, chainFacts } from './chain.ts';
import { runLines } from './chain-text.ts';
import { type Facts, holds } from './condition.ts';
import type { Profile } from './profile.ts';
import type {
  MiddlewareVerdict,
  OperationsItem,
  OperationsSectionId,
  PatternId,
  RuleBook,
  ServiceLevel,
} from './rule-book.ts';

/** How bad a failure is, as the questionnaire asks it. */
export type Sla = NonNullable<Profile['sla']>;

/** Used where nobody has said how bad a failure is. */
export const ASSUMED_SLA: Sla = 'important';

/** The sections of a plan in reading order. */
export const operationsSections: Record<OperationsSectionId, string> = {
  delivery: 'What is promised',
  retry: 'Retries',
  correlation: 'Correlation id',
  'dead-letter': 'Where failures wait',
  alerts: 'Alerts',
  reprocess: 'Repair without a developer',
  logging: 'What to log',
};

/** The first section of a plan for one interface: the design that it runs. */
const DESIGN = { id: 'design', title: 'The design, part by part' } as const;

/** One line of a plan with the ground that it stands on. */
export type PlanLine = Pick<OperationsItem, 'text' | 'evidence' | 'sources'> & Partial<OperationsItem>;

/** One promise of the service level: what it is called, what is proposed, and room for what is agreed. */
export interface Promise {
  name: string;
  proposed: string;
}

/** How to run one interface: what is promised at its service level, and what to build and watch, section by section. */
export interface OperationsPlan {
  pattern: PatternId;
  middleware: MiddlewareVerdict;
  level: ServiceLevel;
  /** Whether nobody said how bad a failure is, so that the level is our assumption. */
  isAssumed: boolean;
  /** `design` is there where the plan is one for a certain interface. */
  sections: readonly { id: OperationsSectionId | 'design'; title: string; items: readonly PlanLine[] }[];
  promises: readonly Promise[];
}

const slaPlaceholder = /\{sla:([a-z]+)\}/g;

/** Fills a service level's numbers into a text. */
const fill = (text: string, level: ServiceLevel): string =>
  text.replace(slaPlaceholder, (_, name: string) => level[name as keyof ServiceLevel]);

function concerns(item: OperationsItem, pattern: PatternId, middleware: MiddlewareVerdict, facts?: Facts): boolean {
  if (item.pattern !== pattern && (item.pattern !== 'any' || pattern === 'middleware')) return false;
  if (item.middleware && !item.middleware.includes(middleware)) return false;
  // Read without a profile, a plan shows all that may apply.
  if (!facts) return true;
  if (item.when && !item.when.some((clause) => holds(clause, facts))) return false;
  return !item.unless?.some((clause) => holds(clause, facts));
}

const promisesOf = (level: ServiceLevel): Promise[] => [
  { name: 'Time to detect', proposed: level.detect },
  { name: 'Time to acknowledge', proposed: level.acknowledge },
  { name: 'Time to recover', proposed: level.recover },
  { name: 'Most that may be lost', proposed: level.loss },
  { name: 'Oldest message allowed to wait', proposed: level.backlog },
  { name: 'Both ends compared', proposed: level.reconcile },
  { name: 'Logs kept for', proposed: level.keep },
  { name: 'Repair rehearsed', proposed: level.rehearse },
];

/**
 * How to run an interface on a pattern, with or without a hub, at a service level.
 *
 * @param profile the interface's answers; without it the plan holds every item that may apply to some interface
 * @param chain the design that the answers led to; lines about other designs are left out
 * @throws {RangeError} when the book has no such service level
 */
export function operationsPlan(
  pattern: PatternId,
  middleware: MiddlewareVerdict,
  sla: Sla | undefined,
  book: RuleBook,
  profile?: Profile,
  chain?: Chain,
): OperationsPlan {
  const level = book.operations.levels.find(({ id }) => id === (sla ?? ASSUMED_SLA));
  if (!level) throw new RangeError(`no service level "${sla ?? ASSUMED_SLA}" in the rule book`);
  const facts = profile && { ...profile, middleware, ...(chain && chainFacts(chain)) };
  const design = chain ? runLines(chain) : [];
  const items = book.operations.items
    .filter((item) => concerns(item, pattern, middleware, facts))
    .map((item) => ({ ...item, text: fill(item.text, level) }));
  return {
    pattern,
    middleware,
    level,
    isAssumed: sla === undefined,
    sections: [
      { ...DESIGN, items: design },
      ...(Object.keys(operationsSections) as OperationsSectionId[]).map((id) => ({
        id,
        title: operationsSections[id],
        items: items.filter(({ section }) => section === id),
      })),
    ].filter((section) => section.items.length > 0),
    promises: promisesOf(level),
  };
}
