import type { Library } from '#content/reading/entries.ts';
import { dueBehaviours, dueCountries, dueEndings, dueFigures, isDue, staleSources } from './due.ts';

/** Something that somebody should look at, and where. */
export interface DueItem {
  /** The hub whose editor looks at it; `every hub` for what belongs to none. */
  hub: string;
  /** What it is: `figure`, `behaviour`, `ending`, `assumption`, `country` or `source`. */
  kind: string;
  file: string;
  id: string;
  /** Since when it should have been looked at, and where: `was due for review on 1 May 2027`. */
  text: string;
}

const EVERY_HUB = 'every hub';

/** The hub that looks after the table of e-invoicing. */
const HUB_OF_COUNTRIES = 'finance-module';

const known = (hub: string, hubs: Library['hubs']): string => (hubs.some(({ id }) => id === hub) ? hub : EVERY_HUB);

/** Hub of a file that is named after it, such as `content/figures/integration.yaml`. */
const hubOfFile = (file: string, hubs: Library['hubs']): string => known(file.replace(/^.*\/|\.yaml$/g, ''), hubs);

/** The hub that most answers of a list belong to, the first of equals. */
function hubOfAnswers(answers: readonly string[]): string {
  const hubs = answers.map((answer) => answer.split('/')[0] ?? EVERY_HUB);
  const counted = Map.groupBy(hubs, (hub) => hub);
  return [...counted].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? EVERY_HUB;
}

const dueText = (reviewBy: string): string => `was due for review on ${reviewBy}`;

/**
 * Everything that should have been looked at by that day: figures, behaviours, endings, numbers of ours, countries, and
 * sources not checked for twelve months; in the order of hubs, and within a hub by kind.
 *
 * @param today `YYYY-MM-DD`
 */
export function dueList(library: Library, today: string): DueItem[] {
  const { hubs, sources, answers, assumptions } = library;
  const facts = (kind: string, entries: ReturnType<typeof dueFigures> | ReturnType<typeof dueBehaviours>): DueItem[] =>
    entries.map(({ id, file, reviewBy, source }) => ({
      hub: hubOfFile(file, hubs),
      kind,
      file,
      id,
      text: `${dueText(reviewBy)}; source ${sources.get(source)?.url}`,
    }));
  const usedOn = (id: string): string[] =>
    answers.filter((answer) => answer.assumptions.includes(id)).map((answer) => answer.id);
  const items: DueItem[] = [
    ...facts('figure', dueFigures(library, today)),
    ...facts('behaviour', dueBehaviours(library, today)),
    ...dueEndings(library, today).map(({ id, answers: on, reviewBy }) => ({
      hub: hubOfAnswers(on),
      kind: 'ending',
      file: 'content/endings.yaml',
      id,
      text: dueText(reviewBy),
    })),
    ...Object.entries(assumptions.assumptions)
      .filter(([, assumption]) => isDue(assumption, today))
      .map(([id, { reviewBy }]) => ({
        hub: hubOfAnswers(usedOn(id)),
        kind: 'assumption',
        file: 'content/assumptions.yaml',
        id,
        text: dueText(reviewBy),
      })),
    ...dueCountries(library, today).map(({ id, reviewBy }) => ({
      hub: known(HUB_OF_COUNTRIES, hubs),
      kind: 'country',
      file: 'content/compliance/e-invoicing.yaml',
      id,
      text: dueText(reviewBy),
    })),
    ...staleSources(library, today).map(({ id, file, checked, url }) => ({
      hub: hubOfFile(file, hubs),
      kind: 'source',
      file,
      id,
      text: `was last checked on ${checked}; ${url}`,
    })),
  ];
  const order = [...hubs.map(({ id }) => id), EVERY_HUB];
  return items.sort((a, b) => order.indexOf(a.hub) - order.indexOf(b.hub));
}
