import type { BehaviourEntry, FigureEntry, Library } from '#content/reading/entries.ts';

/** A text without what Markdown, HTML and printers add to its words. */
const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/[*_`\\|[\]]/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();

type Fact = FigureEntry | BehaviourEntry;

/** Figures and behaviours that quote no words of their source, by which nobody can check them against a newer copy. */
export const withoutAnchor = ({ figures }: Pick<Library, 'figures'>): FigureEntry[] =>
  [...figures.values()].filter(({ anchor }) => anchor === undefined);

/**
 * Facts whose words a copy of their source does not have any more: the page has changed, or the fact never stood there.
 *
 * @param copies texts by the id of their source; sources without a copy are not looked at
 */
export function missingFrom(
  copies: ReadonlyMap<string, string>,
  { figures, behaviours }: Pick<Library, 'figures' | 'behaviours'>,
): Fact[] {
  const texts = new Map([...copies].map(([source, text]) => [source, plain(text)]));
  return [...figures.values(), ...behaviours.values()].filter(({ source, anchor }) => {
    const text = texts.get(source);
    return text !== undefined && anchor !== undefined && !text.includes(plain(anchor).trim());
  });
}
