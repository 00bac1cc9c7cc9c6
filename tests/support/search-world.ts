import { Facts } from '#apps/search/facts/facts.ts';
import { textIndexOver } from '#apps/search/index/engine.ts';
import { LightIndex } from '#apps/search/index/light-index.ts';
import { pagefindOver, smallFile, smallIndex, smallTexts } from './small-index.ts';

/** The names alone, as they are there before anything else. */
export const namesOnly = new LightIndex({
  ...smallFile,
  entries: smallFile.entries.map((entry) => ({ ...entry, asked: [], verdict: '', audiences: [] })),
});

/** What the module that loads hands out, over the small site; a test can hold each part back. */
export const loadedParts = () => ({
  namesIndex: async () => namesOnly,
  lightIndex: async () => smallIndex,
  loadTexts: async () => textIndexOver(pagefindOver(smallTexts), smallIndex),
  facts: async () =>
    new Facts(
      {
        figures: [
          {
            text: 'at most 2,000 rows in one file of DMF',
            words: 'dmf rows limit',
            source: 'a-source',
            checked: '27 November 2026',
          },
        ],
        sources: { 'a-source': 'A source' },
        definitions: { dmf: 'Imports and exports files in bulk.' },
      },
      smallIndex,
    ),
});
