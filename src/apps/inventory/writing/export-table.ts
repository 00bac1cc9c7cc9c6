import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type Inventory, type InventoryRow, readRow } from '#apps/inventory/machine/inventory.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { columns } from '#apps/inventory/reading/columns.ts';
import type { Vocabulary } from '#apps/inventory/reading/vocabulary.ts';
import type { Grounds, RuleBook } from '#core/advisor/rule-book.ts';
import { certaintyText, middlewareText, patternName } from '#core/advisor/wording.ts';

/** A row with what came out of it, as far as it is decided. */
export interface ExportRow {
  row: InventoryRow;
  outcome: Outcome | undefined;
}

/** What is worked out, by the name of its column: as programs read it, and as people do. */
const results = {
  recommended_pattern: 'Recommended pattern',
  recommended_variant: 'Variant',
  design_parts: 'Parts of the design',
  middleware_verdict: 'Middleware verdict',
  certainty: 'How certain',
  reasons: 'Why this pattern',
  middleware_reasons: 'Why this middleware verdict',
  alternatives: 'Alternatives',
  conflicts: 'Requirements that clash',
  beyond_published_figures: 'Beyond published figures',
  cells_not_read: 'Cells not understood',
  sources: 'Sources',
  rules_version: 'Rule book',
} as const;

const resultHeaders = Object.keys(results) as (keyof typeof results)[];

/** Headers of the columns that are worked out, as people read them. */
export const resultLabels: readonly string[] = Object.values(results);

/** Headers that exports of the first edition added. */
const formerHeaders = ['certain'];

const byId = <Rule extends Grounds>(rules: readonly Rule[], ids: readonly string[]): Rule[] =>
  ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);

const sentences = (rules: readonly Grounds[]): string => rules.map(({ reason }) => reason).join(' ');

function sourcesOf(rules: readonly Grounds[], book: RuleBook): string {
  const ids = [...new Set(rules.flatMap(({ sources }) => sources))];
  return ids.flatMap((id) => book.sources[id]?.url ?? []).join(' ');
}

export function faultText(row: InventoryRow, vocabulary: Vocabulary, book: RuleBook): string {
  return readRow(row)
    .faults.map(
      ({ column, found, allowed }) => `${columnLabel(column, vocabulary, book)}: "${found}" (allowed: ${allowed})`,
    )
    .join('; ');
}

/** The name of a variant; where one is still to be chosen, those among which. */
function variantNames(ids: readonly string[], { choices }: RuleBook): string {
  const names = byId(
    choices.flatMap(({ variants }) => variants),
    ids,
  ).map(({ name }) => name);
  return ids.length === 1 ? (names[0] ?? '') : `undecided (${names.join(' / ')})`;
}

const partName = (id: string, { parts, kinds }: RuleBook): string =>
  parts.find((part) => part.id === id)?.name ?? kinds.find(({ kind }) => kind === id)?.name ?? id;

/** What is worked out for a row, in the order of `resultLabels`. */
export function resultCells({ row, outcome }: ExportRow, vocabulary: Vocabulary, book: RuleBook): string[] {
  const faults = faultText(row, vocabulary, book);
  if (!outcome) return resultHeaders.map((header) => (header === 'cells_not_read' ? faults : ''));
  const reasons = byId(book.rules, outcome.reasons);
  const hub = byId(book.verdicts, outcome.hub);
  const conflicts = byId(book.conflicts, outcome.conflicts);
  const contradictions = byId(book.contradictions, outcome.contradictions);
  return [
    outcome.primary ? patternName(outcome.primary, book) : '',
    outcome.variants.map((ids) => variantNames(ids, book)).join(', '),
    outcome.parts.map((id) => partName(id, book)).join('; '),
    middlewareText[outcome.middleware],
    certaintyText[outcome.certainty].toLowerCase(),
    outcome.primary ? sentences(reasons) : 'No pattern can be recommended yet.',
    sentences(hub),
    outcome.alternatives.map((id) => patternName(id, book)).join(', '),
    [...conflicts.map(({ title }) => title), ...contradictions.map(({ reason }) => reason)].join('; '),
    outcome.loads
      .filter(({ status }) => status === 'over')
      .map(({ arithmetic }) => arithmetic)
      .join('; '),
    faults,
    sourcesOf([...reasons, ...hub, ...conflicts], book),
    book.version,
  ];
}

/**
 * The inventory as a table of texts: a header, and each row with what was entered, the columns that say nothing to the
 * advisor, and what is recommended. Read in again, it gives the same inventory.
 */
export function exportTable(
  { extraHeaders }: Pick<Inventory, 'extraHeaders'>,
  rows: readonly ExportRow[],
  vocabulary: Vocabulary,
  book: RuleBook,
): string[][] {
  const headers = [...columns, ...extraHeaders, ...resultHeaders];
  const body = rows.map((one) => [
    ...columns.map((column) => one.row.cells[column] ?? ''),
    ...extraHeaders.map((_, index) => one.row.extras[index] ?? ''),
    ...resultCells(one, vocabulary, book),
  ]);
  return [headers, ...body];
}

/** Indices of the columns that stand together as an export writes them under these names. */
function blockIn(names: readonly string[], written: readonly string[]): ReadonlySet<number> {
  const [first = '', second] = written;
  const start = names.lastIndexOf(first);
  if (start < 0 || names[start + 1] !== second) return new Set();
  const block = names.slice(start, start + written.length);
  const foreign = block.findIndex((name) => ![...written, ...formerHeaders].includes(name));
  const length = foreign < 0 ? block.length : foreign;
  return new Set(Array.from({ length }, (_, index) => start + index));
}

/**
 * Indices of the columns that an earlier export added, whose cells are worked out anew: those that stand together as an
 * export writes them. A column of the same name anywhere else is a person's own, such as `sources`.
 *
 * @param headers of the whole table, in order
 */
export function resultColumns(headers: readonly string[]): ReadonlySet<number> {
  const names = headers.map((header) => header.trim());
  const written = blockIn(names, resultHeaders);
  return written.size > 0 ? written : blockIn(names, resultLabels);
}
