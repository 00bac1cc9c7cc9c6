import type { Library } from '#content/reading/entries.ts';
import type { Change } from '#content/schemas/change.ts';
import { copyText } from './copy-text.ts';

/**
 * Anchor of a change: its date and its place among those of the day, the first of the day being 1, so that it stays what
 * it was when newer ones come.
 */
export function changeAnchor(change: Change, changes: readonly Change[]): string {
  const sameDay = changes.filter(({ date }) => date === change.date);
  return `on-${change.date}-${sameDay.length - sameDay.indexOf(change)}`;
}

/**
 * A source that a correction rests on, with the age of the copy: `Inventory costing FAQ (copy of 10 July 2025)`.
 *
 * @throws {Error} when no source has that id
 */
export function changeSource(id: string, sources: Library['sources']): string {
  const source = sources.get(id);
  if (!source) throw new Error(`content/changes.yaml names the source "${id}", which does not exist`);
  return `${source.title} (${copyText(source)})`;
}

/** A change as a feed describes it: its text, or else its title, and the sources that it rests on. */
export function changeDescription(change: Change, sources: Library['sources']): string {
  const text = change.text ?? change.title;
  if (change.sources.length === 0) return text;
  return `${text} Source: ${change.sources.map((id) => changeSource(id, sources)).join('; ')}.`;
}
