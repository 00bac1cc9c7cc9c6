import type { Inventory } from '#apps/inventory/machine/inventory.ts';
import type { InventorySnapshot } from '#apps/inventory/machine/machine.ts';

const presentOf = ({ context }: InventorySnapshot): Inventory => context.history.present.inventory;

/** Whether something stands here that would be lost if it were not kept. */
export const isBegun = (snapshot: InventorySnapshot): boolean =>
  snapshot.context.kept !== undefined || presentOf(snapshot).rows.length > 0;

/** Whether somebody would lose work by leaving the page now. */
export const hasUnkeptWork = (snapshot: InventorySnapshot): boolean =>
  isBegun(snapshot) && snapshot.context.kept !== presentOf(snapshot);

/** Whether changes are not kept, and will not be by themselves. */
export const isHeldUp = (snapshot: InventorySnapshot): boolean =>
  hasUnkeptWork(snapshot) &&
  (snapshot.matches({ keeping: 'halted' }) ||
    snapshot.matches({ keeping: 'full' }) ||
    snapshot.matches({ keeping: 'denied' }) ||
    snapshot.matches({ keeping: { saving: 'slow' } }));

/** Keys of the interfaces that differ from what was kept last; none where nothing ever was, since then all do. */
export function changedSince(kept: Inventory | undefined, { rows }: Inventory): ReadonlySet<number> {
  if (!kept) return new Set();
  const before = new Map(kept.rows.map((row) => [row.key, row]));
  return new Set(rows.filter((row) => before.get(row.key) !== row).map(({ key }) => key));
}
