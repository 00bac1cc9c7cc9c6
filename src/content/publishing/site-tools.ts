import { bareTool } from '#content/reading/tools.ts';
import { library } from './site.ts';

/** The tools of the site being built, in their own order. */
export const tools = library.tools.map(bareTool);

/** Tools that rest on an answer: it leads on to them. */
export const toolsOnAnswer = (id: string): typeof tools => tools.filter(({ answers }) => answers.includes(id));
