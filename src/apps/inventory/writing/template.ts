import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { type Column, columns, isOwnColumn } from '#apps/inventory/reading/columns.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import { allowedFor } from '#core/advisor/parse-profile.ts';
import { choices, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { choiceText, questionOf } from '#core/advisor/wording.ts';

type Cells = Partial<Record<Column, string>>;

/** Three rows that show how; whoever fills in the template writes over them. */
const examples: readonly Cells[] = [
  {
    id: 'I-01',
    name: 'Web orders (example)',
    system: 'Web shop',
    counterpart: 'third-party',
    operation: 'create',
    direction: 'inbound',
    latency: 'near-realtime',
    volume_per_day: '9000',
    peak_batch_records: '1800',
    guarantees: 'exactly-once; survives-outage',
    sla: 'critical',
  },
  {
    id: 'I-02',
    name: 'Invoices to the archive (example)',
    system: 'Archive',
    window: '22:00-04:00',
    counterpart: 'third-party',
    operation: 'extract',
    direction: 'outbound',
    latency: 'nightly',
    volume_per_day: '40000',
    protocol: 'file',
  },
  {
    id: 'I-03',
    name: 'Customers in Sales (example)',
    system: 'Dynamics 365 Sales',
    counterpart: 'dataverse',
    direction: 'bidirectional',
    latency: 'near-realtime',
    copy: 'required',
  },
];

/** A table to fill in. */
export const templateRows = (): string[][] => [
  [...columns],
  ...examples.map((cells) => columns.map((column) => cells[column] ?? '')),
];

function allowedText(column: Column, book: RuleBook): string {
  if (isOwnColumn(column)) return 'any text';
  if (isCount(column)) return allowedFor(column);
  const values: readonly string[] = isChoice(column) ? choices[column] : guarantees;
  const listed = values.map((value) => `${value} (${choiceText(column, value, book)})`).join('; ');
  return column === 'guarantees' ? `any of these, separated by semicolons, or none: ${listed}` : listed;
}

/** What each column of the template is about, and what may stand in it; a blank is always allowed. */
export function templateNotes(vocabulary: Vocabulary, book: RuleBook): string[][] {
  return [
    ['column', 'label', 'meaning', 'allowed'],
    ...columns.map((column) => [
      column,
      columnLabel(column, vocabulary, book),
      isOwnColumn(column) ? vocabulary.columns[column].hint : (questionOf(column, book)?.ask ?? ''),
      allowedText(column, book),
    ]),
  ];
}
