import { type Chain, partsAt } from '#core/advisor/chain.ts';
import type { PatternId } from '#core/advisor/rule-book.ts';

/** What a picture is to show of a design; everything that is left out is drawn as it is in general. */
export interface Layout {
  /** Ids of the variants that are chosen. */
  variants: readonly string[];
  /** Names of those among which one is still to be chosen. */
  open: readonly string[];
  /** Ids of the parts around the pattern. */
  parts: readonly string[];
  /** Kind of the hub; `open` where no kind fits better, absent where there is none. */
  hub?: string | undefined;
  /** Ways through F&O behind a hub that is the pattern. Without `isDesign` both are drawn, by all their names. */
  wayIn?: PatternId | undefined;
  wayOut?: PatternId | undefined;
  isOutbound: boolean;
  callerWaits: boolean;
  canReadBack: boolean;
  /** Who repairs, in words. */
  repair?: string | undefined;
  /** Whether it is the design for one interface, and not the pattern in general. */
  isDesign: boolean;
}

/** A pattern as its page shows it: no variant, no part, nothing known. */
export const generalLayout: Layout = {
  variants: [],
  open: [],
  parts: [],
  isOutbound: false,
  callerWaits: true,
  canReadBack: true,
  isDesign: false,
};

/** A pattern in general, with a hub in front of the other side. */
export const generalLayoutWithHub: Layout = { ...generalLayout, hub: 'open', parts: ['hub', 'dead-letter'] };

/** What the picture of a design shows: exactly what the answers led to. */
export const layoutOf = (chain: Chain): Layout => ({
  variants: chain.variants.flatMap(({ chosen }) => chosen?.id ?? []),
  open: chain.variants.flatMap(({ chosen, open }) => (chosen ? [] : open.map(({ name }) => name))),
  parts: chain.parts.map(({ id }) => id),
  hub: chain.hub,
  wayIn: chain.wayIn,
  wayOut: chain.wayOut,
  isOutbound: chain.isOutbound,
  callerWaits: chain.callerWaits,
  canReadBack: chain.canReadBack,
  repair: partsAt(chain, 'repair')[0]?.name,
  isDesign: true,
});

/** The first of the entries whose key is among the variants that are chosen. */
export const byVariant = <T>({ variants }: Layout, entries: Readonly<Record<string, T>>): T | undefined =>
  variants.map((id) => entries[id]).find((entry) => entry !== undefined);
