import { bareDecision } from '#content/reading/decisions.ts';
import { library } from './site.ts';

/** The decisions of the site being built, in their own order. */
export const decisions = library.decisions.map(bareDecision);

/** Decisions that rest on an answer: it leads on to them. */
export const decisionsOnAnswer = (id: string): typeof decisions =>
  decisions.filter(({ answers }) => answers.includes(id));
