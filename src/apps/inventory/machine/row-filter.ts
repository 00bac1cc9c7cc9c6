import { isCertain, type Outcome } from '#apps/inventory/deciding/decide.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { MiddlewareVerdict, PatternId } from '#core/advisor/rule-book.ts';
import { type InventoryRow, isSameSystem, profileOf, readRow } from './inventory.ts';

/** Which rows are meant; the programme view names rows this way, and the table can be filtered by it. */
export type RowFilter =
  | { by: 'pattern'; pattern: PatternId }
  | { by: 'middleware'; verdict: MiddlewareVerdict }
  | { by: 'hub-rule'; rule: string }
  | { by: 'conflict'; rule: string }
  | { by: 'contradiction'; rule: string }
  | { by: 'load'; rule: string }
  | { by: 'unread' }
  | { by: 'no-pattern' }
  | { by: 'uncertain' }
  | { by: 'close' }
  | { by: 'blank'; field: Field }
  | { by: 'hub-without-owner' }
  | { by: 'system'; system: string }
  | { by: 'name'; name: string }
  /** A text in a column that says nothing to the advisor; empty for those that say nothing there. */
  | { by: 'extra'; index: number; text: string };

type Test<By extends RowFilter['by']> = (
  filter: Extract<RowFilter, { by: By }>,
  row: InventoryRow,
  outcome: Outcome,
  shared: Profile,
) => boolean;

const tests: { [By in RowFilter['by']]: Test<By> } = {
  pattern: ({ pattern }, _row, { primary }) => primary === pattern,
  middleware: ({ verdict }, _row, { middleware }) => middleware === verdict,
  'hub-rule': ({ rule }, _row, { middleware, hub }) => middleware === 'required' && hub.includes(rule),
  conflict: ({ rule }, _row, { conflicts }) => conflicts.includes(rule),
  contradiction: ({ rule }, _row, { contradictions }) => contradictions.includes(rule),
  load: ({ rule }, _row, { loads }) => loads.some((load) => load.rule === rule && load.status === 'over'),
  unread: (_filter, row) => readRow(row).faults.length > 0,
  'no-pattern': (_filter, _row, { primary }) => primary === undefined,
  uncertain: (_filter, _row, outcome) => !isCertain(outcome),
  close: (_filter, _row, outcome) => isCertain(outcome) && outcome.margin === 'close',
  blank: ({ field }, row, outcome, shared) => !isCertain(outcome) && profileOf(row, shared)[field] === undefined,
  'hub-without-owner': (_filter, row, { middleware }, shared) =>
    middleware === 'required' && profileOf(row, shared).ownership === 'none',
  system: ({ system }, { cells }) =>
    system === '' ? (cells.system ?? '').trim() === '' : isSameSystem(cells.system, system),
  extra: ({ index, text }, { extras }) => isSameSystem(extras[index] ?? '', text),
  name: ({ name }, { cells }) => isSameSystem(cells.name, name),
};

/**
 * Whether a row is meant by a filter; a row that is not decided yet is meant by none.
 *
 * @param shared what is said once for all and fills the row's blanks, by `sharedAnswers`
 */
export function isMeant(filter: RowFilter, row: InventoryRow, outcome: Outcome | undefined, shared: Profile): boolean {
  if (!outcome) return false;
  return (tests[filter.by] as Test<RowFilter['by']>)(filter as never, row, outcome, shared);
}
