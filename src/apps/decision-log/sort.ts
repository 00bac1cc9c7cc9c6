import type { RuleBook } from '#core/advisor/rule-book.ts';
import { patternName } from '#core/advisor/wording.ts';
import { type Decision, statuses } from './decision.ts';

/** Columns by which a log can be put in order. */
export const sortKeys = ['number', 'name', 'pattern', 'owner', 'status', 'date'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Order {
  by: SortKey;
  descending: boolean;
}

export const firstOrder: Order = { by: 'number', descending: false };

/** The order after a click on a column: that column, or the other way round. */
export const orderAfter = (order: Order, by: SortKey): Order => ({
  by,
  descending: order.by === by && !order.descending,
});

const compareTexts = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' }).compare;

function textOf(decision: Decision, by: SortKey, book: RuleBook): string {
  switch (by) {
    case 'number':
      return String(decision.number);
    case 'status':
      return String(statuses.indexOf(decision.status));
    case 'pattern':
      return decision.verdict.primary ? patternName(decision.verdict.primary, book) : '';
    default:
      return decision[by];
  }
}

/** Decisions in an order; blanks stand last either way, and what is alike stands by number. */
export function inOrder(decisions: readonly Decision[], { by, descending }: Order, book: RuleBook): Decision[] {
  return decisions.toSorted((a, b) => {
    const [textA, textB] = [textOf(a, by, book), textOf(b, by, book)];
    if (textA === '' || textB === '') return Number(textA === '') - Number(textB === '') || a.number - b.number;
    const compared = compareTexts(textA, textB);
    return (descending ? -compared : compared) || a.number - b.number;
  });
}
