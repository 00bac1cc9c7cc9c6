import { writeCsv } from '#apps/inventory/writing/write-csv.ts';
import { toFragment } from '#apps/questionnaire/address.ts';
import { advise } from '#core/advisor/advice.ts';
import { decisionRecord, escapeMarkdown } from '#core/advisor/decision-record.ts';
import { fields, type Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { certaintyText, middlewareText, patternName } from '#core/advisor/wording.ts';
import { type Decision, statusNames } from './decision.ts';
import { dataOf, LOG_VERSION } from './read-log.ts';

/** The number as people write it: `D-007`. */
export const numberText = ({ number }: Pick<Decision, 'number'>): string => `D-${String(number).padStart(3, '0')}`;

/** What an interface is called; those without a name are called by their number. */
export const nameText = (decision: Pick<Decision, 'name' | 'number'>): string =>
  decision.name || `Interface ${numberText(decision)}`;

export const patternText = ({ verdict }: Pick<Decision, 'verdict'>, book: RuleBook): string =>
  verdict.primary ? patternName(verdict.primary, book) : 'No pattern';

/** The fragment of the address at which the questionnaire shows the decision. */
export const fragmentOf = ({ answers, name, verdict }: Pick<Decision, 'answers' | 'name' | 'verdict'>): string =>
  toFragment({ answers, place: 'result', name, decided: verdict }, verdict.rulesVersion);

/** The whole log as the text of a file that this page and other programs read. */
export const logJson = (decisions: readonly Decision[]): string =>
  `${JSON.stringify({ schema_version: LOG_VERSION, decisions: decisions.map(dataOf) }, null, 2)}\n`;

function cellText(profile: Profile, field: (typeof fields)[number]): string {
  const value = profile[field];
  if (Array.isArray(value)) return value.join('; ') || 'none';
  return value === undefined ? '' : String(value);
}

/** The log as a table, whose columns the inventory reads: a row a decision, its answers and what came of them. */
export function logTable(decisions: readonly Decision[], book: RuleBook): string[][] {
  const header = [
    'id',
    'name',
    'status',
    'owner',
    'date',
    'note',
    'pattern',
    'middleware verdict',
    'certainty',
    ...fields,
  ];
  return [
    header,
    ...decisions.map((decision) => [
      numberText(decision),
      nameText(decision),
      statusNames[decision.status],
      decision.owner,
      decision.date,
      decision.note,
      patternText(decision, book),
      middlewareText[decision.verdict.middleware],
      certaintyText[decision.verdict.certainty],
      ...fields.map((field) => cellText(decision.answers.profile, field)),
    ]),
  ];
}

export const logCsv = (decisions: readonly Decision[], book: RuleBook): string => writeCsv(logTable(decisions, book));

/** The answers alone, under the names by which the inventory knows them. */
export function interfacesCsv(decisions: readonly Decision[]): string {
  return writeCsv([
    ['id', 'name', 'owner', 'status', ...fields],
    ...decisions.map((decision) => [
      numberText(decision),
      nameText(decision),
      decision.owner,
      statusNames[decision.status],
      ...fields.map((field) => cellText(decision.answers.profile, field)),
    ]),
  ]);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * The log as Markdown: a table, then a decision record each.
 *
 * @param addressOf makes an address of a fragment, for the link back
 */
export function logMarkdown(
  decisions: readonly Decision[],
  book: RuleBook,
  addressOf: (fragment: string) => string,
): string {
  const header = ['Number', 'Interface', 'Pattern', 'Certainty', 'Status', 'Owner', 'Date'];
  const table = [
    row(header),
    row(header.map(() => '---')),
    ...decisions.map((decision) =>
      row(
        [
          numberText(decision),
          nameText(decision),
          patternText(decision, book),
          certaintyText[decision.verdict.certainty],
          statusNames[decision.status],
          decision.owner,
          decision.date,
        ].map(escapeMarkdown),
      ),
    ),
  ].join('\n');
  const records = decisions.map((decision) => {
    const { profile, unsure } = decision.answers;
    const address = addressOf(fragmentOf(decision));
    return decisionRecord(
      `${numberText(decision)} ${nameText(decision)}`,
      advise(profile, unsure, book),
      undefined,
      address,
    );
  });
  return `${['# Integration decisions', table, ...records].join('\n\n')}\n`;
}
