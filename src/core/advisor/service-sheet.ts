import { advise } from './advice.ts';
import { ASSUMED_SLA } from './operations.ts';
import type { Field, Profile } from './profile.ts';
import type { OperationsSectionId, RuleBook } from './rule-book.ts';
import { patternName } from './wording.ts';

/** An interface whose service level is to be agreed. */
export interface ServedInterface {
  name: string;
  owner: string;
  profile: Profile;
  unsure: readonly Field[];
}

/** Months for which breaches are counted. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** What is agreed with the owner of the process, who alone knows what an hour without it costs. */
const agreed = [
  'Agreed: time to detect',
  'Agreed: time to recover',
  'Agreed: may be lost',
  'Agreed: may arrive twice',
  'Agreed with, on',
] as const;

const header = [
  'Interface',
  'Owner',
  'Pattern',
  'Class',
  'Time to detect',
  'Time to acknowledge',
  'Time to recover',
  'May be lost',
  'Alert when this share fails',
  'Oldest message allowed to wait',
  'Attempts',
  'Dead letters that raise an alert',
  'Both ends compared',
  'Logs kept for',
  'Repair rehearsed',
  'Who answers',
  'Alerts to build',
  'Where failures wait',
  'Repair without a developer',
  ...agreed,
] as const;

/** How a class is named; one that nobody chose says so. */
const classText = (title: string, isAssumed: boolean): string =>
  isAssumed ? `${title} (assumed: nobody has said how bad a failure is)` : title;

/** The cells of one interface: the numbers of its class, what its operations plan asks to build, and room for what is agreed. */
function rowOf({ name, owner, profile, unsure }: ServedInterface, book: RuleBook): string[] {
  const { recommendation, operations } = advise(profile, unsure, book);
  const level = operations?.level ?? book.operations.levels.find(({ id }) => id === (profile.sla ?? ASSUMED_SLA));
  if (!level) throw new RangeError(`no service level "${profile.sla ?? ASSUMED_SLA}" in the rule book`);
  const linesOf = (section: OperationsSectionId): string =>
    operations?.sections
      .filter(({ id }) => id === section)
      .flatMap(({ items }) => items.map(({ text }) => text))
      .join('\n') ?? '';
  return [
    ...[name, owner, patternName(recommendation.primary, book), classText(level.title, profile.sla === undefined)],
    ...[level.detect, level.acknowledge, level.recover, level.loss, level.rate, level.backlog, level.attempts],
    ...[level.letters, level.reconcile, level.keep, level.rehearse, level.duty],
    ...[linesOf('alerts'), linesOf('dead-letter'), linesOf('reprocess')],
    ...agreed.map(() => ''),
  ];
}

/** A table of texts as a sheet of a workbook holds it, header first. */
export interface ServiceSheet {
  name: string;
  rows: string[][];
}

/**
 * Service levels of a list of interfaces, for the hour with the process owners: what is proposed for each, what it obliges
 * to build, and room for what is agreed; then breaches by month. The numbers are proposals of ours and not agreed by being
 * written down.
 */
export function serviceSheets(interfaces: readonly ServedInterface[], book: RuleBook): ServiceSheet[] {
  const levels = book.operations.levels.map(({ title, meaning, duty }) => [title, meaning, duty]);
  return [
    { name: 'Service levels', rows: [[...header], ...interfaces.map((one) => rowOf(one, book))] },
    {
      name: 'Breaches by month',
      rows: [
        ['Interface', 'Which number', ...MONTHS],
        ...interfaces.flatMap(({ name }) =>
          ['Detected late', 'Recovered late', 'Lost'].map((number) => [name, number, ...MONTHS.map(() => '')]),
        ),
      ],
    },
    {
      name: 'Classes',
      rows: [
        ['Class', 'Means', 'Who answers'],
        ...levels,
        ['', '', ''],
        [
          'All numbers are proposals for the discussion; no source gives them. An interface for which nobody can name a number is routine until somebody can.',
        ],
      ],
    },
  ];
}
