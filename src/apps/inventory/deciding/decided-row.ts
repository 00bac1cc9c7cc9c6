import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import type { Outcome } from './decide.ts';

/** A row with what came out of it. */
export interface DecidedRow {
  row: InventoryRow;
  outcome: Outcome;
}
