import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import { type WorkingIndices, workingText } from '#apps/inventory/reading/working-columns.ts';
import type { InterfaceFacts } from './short-record.ts';

/** What a list says of an interface beside its answers. */
export const factsOf = (row: InventoryRow, indices: WorkingIndices): InterfaceFacts => ({
  number: row.cells.id ?? '',
  system: row.cells.system ?? '',
  owner: workingText(row, indices, 'owner'),
  status: workingText(row, indices, 'status'),
  wave: workingText(row, indices, 'wave'),
  note: workingText(row, indices, 'note'),
});
