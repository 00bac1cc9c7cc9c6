import type { Library } from '#content/reading/entries.ts';
import { factsNamed } from './citation-data.ts';
import { dateText } from './dates.ts';

type Checked = Pick<Library, 'figures' | 'behaviours'>;

/** `figure` or `figures`, as many as there are. */
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * How many figures and statements on behaviour there are, and when they were held against their sources: `12 figures and
 * 3 statements on behaviour, checked between 23 and 28 November 2026`; `undefined` for none.
 *
 * @param ids only these; all of the ledger unless said
 */
export function checkedFacts({ figures, behaviours }: Checked, ids?: ReadonlySet<string>): string | undefined {
  const wanted = <T extends { id: string }>(entries: Iterable<T>): T[] =>
    [...entries].filter(({ id }) => ids?.has(id) ?? true);
  const [someFigures, someBehaviours] = [wanted(figures.values()), wanted(behaviours.values())];
  const days = [...someFigures, ...someBehaviours].map(({ checked }) => checked).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const parts = [
    ...(someFigures.length > 0 ? [counted(someFigures.length, 'figure')] : []),
    ...(someBehaviours.length > 0
      ? [`${someBehaviours.length} ${someBehaviours.length === 1 ? 'statement' : 'statements'} on behaviour`]
      : []),
  ];
  const when = first === last ? `on ${dateText(first)}` : `between ${dateText(first)} and ${dateText(last)}`;
  return `${parts.join(' and ')}, checked ${when}`;
}

/** Ids of all facts that the answers of a hub name. */
export const factsOfHub = (hub: string, library: Library): Set<string> =>
  new Set(
    library.answers
      .filter((answer) => answer.hub === hub)
      .flatMap((answer) => factsNamed(answer, [answer.verdict], library).map(({ fact }) => fact.id)),
  );
