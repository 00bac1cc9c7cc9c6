import type { Change } from '#schemas/change.ts';

/**
 * Anchor of a change: its date and its place among those of the day, the first of the day being 1, so that it stays what
 * it was when newer ones come.
 */
export function changeAnchor(change: Change, changes: readonly Change[]): string {
  const sameDay = changes.filter(({ date }) => date === change.date);
  return `on-${change.date}-${sameDay.length - sameDay.indexOf(change)}`;
}
