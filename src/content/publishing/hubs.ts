import type { AnswerEntry, HubEntry } from '#content/reading/entries.ts';
import { library } from './site.ts';

/** A hub with its answers in reading order. */
interface HubWithAnswers extends HubEntry {
  answers: AnswerEntry[];
}

/** All hubs, those without answers too. */
export const allHubs: readonly HubWithAnswers[] = library.hubs.map((hub) => ({
  ...hub,
  answers: library.answers.filter((answer) => answer.hub === hub.id),
}));

/** Hubs that have answers: one whose answers are not written yet is linked nowhere. */
export const writtenHubs = allHubs.filter(({ answers }) => answers.length > 0);
