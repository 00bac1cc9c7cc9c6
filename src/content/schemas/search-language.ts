import { z } from 'zod';
import { prose } from './shared.ts';

const word = z
  .string()
  .regex(/^[\p{L}\p{N}&/-]+$/u, 'must be one word in lower case')
  .toLowerCase();

/** `content/search/phrases.yaml`: what people say, and the words of this site for it. */
export const phrasesSchema = z.array(z.strictObject({ say: z.array(prose).min(1), mean: prose }));

/** `content/search/words.yaml`: words that search treats in a way of their own. */
export const searchWordsSchema = z.strictObject({
  /** Words of the field that tell little about what is asked for. */
  weak: z.array(word),
  /** Groups of words that mean one thing in a question. */
  synonyms: z.array(z.array(word).min(2, 'needs at least two words that mean one thing')),
  /** Ordinary English that is never taken for a slip. */
  ordinary: z.array(word),
});

/** `content/search/products.yaml`: what this site is not about. */
export const productsSchema = z.strictObject({
  /** Names of each product, the one it is told by first. */
  products: z.array(z.array(prose).min(1)),
  /** Words with which a query is about F&O and a product together. */
  beside: z.array(word),
});

/** `content/search/asked/<folder>.yaml`: how people ask for each page of a hub, or for a pattern, in their own words. */
export const askedSchema = z.record(z.string(), z.array(prose).min(1));
/** `content/search/pages.yaml`: pages beside answers and patterns that search finds as it finds those. */
export const foundPagesSchema = z.array(
  z.strictObject({
    /** Address without slashes at its ends. */
    path: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'must be an address without slashes at its ends'),
    title: prose,
    /** What the page says, in one or two sentences; results show it. */
    verdict: prose,
    aliases: z.array(prose).min(1),
  }),
);

/** A page beside answers and patterns. */
export type FoundPage = z.infer<typeof foundPagesSchema>[number];

/** All that editors tell search about how people ask. */
export interface SearchLanguage {
  phrases: z.infer<typeof phrasesSchema>;
  words: z.infer<typeof searchWordsSchema>;
  products: z.infer<typeof productsSchema>;
  /** Ways of asking by the path of the page that answers. */
  asked: ReadonlyMap<string, readonly string[]>;
  pages: FoundPage[];
}
