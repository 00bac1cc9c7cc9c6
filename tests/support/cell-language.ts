import { cellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { lexicon } from './lexicon.ts';

/** Understands cells by the tables of the project, as the page's worker and the command line do. */
export const language = cellUnderstander(lexicon);
