import type { AnswerEntry, HubEntry } from './library.ts';
import { library } from './site.ts';

/** A hub with its answers in reading order. */
export interface WrittenHub extends HubEntry {
  answers: AnswerEntry[];
}

/** Hubs that have answers: one whose answers are not written yet is linked nowhere. */
export const writtenHubs: readonly WrittenHub[] = library.hubs
  .map((hub) => ({ ...hub, answers: library.answers.filter((answer) => answer.hub === hub.id) }))
  .filter(({ answers }) => answers.length > 0);
