import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Setup } from '#apps/inventory/machine/protocol.ts';

/** What the page carries for the island; see `pages/advisor/inventory/index.astro`. */
export interface PageData extends Setup {
  sample: string;
}

function readBlock(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`The page holds no #${id}`);
  return JSON.parse(text);
}

/** Reads what the page carries; throws where it carries nothing. */
export const readPageData = (): PageData => readBlock('inventory-data') as PageData;

const SetupContext = createContext<Setup | undefined>(undefined);

/** Gives all that stands in it the rule book and the vocabulary, see `useSetup`. */
export const SetupProvider = SetupContext.Provider;

/** The rule book and the vocabulary, which every part of the island words itself by. */
export function useSetup(): Setup {
  const setup = useContext(SetupContext);
  if (!setup) throw new Error('SetupProvider is missing');
  return setup;
}
