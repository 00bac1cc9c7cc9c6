import { tagsIn } from '#content/reading/body.ts';
import type { BehaviourEntry, FigureEntry, Library } from '#content/reading/entries.ts';

type Fact = Pick<FigureEntry | BehaviourEntry, 'id' | 'source' | 'platform'>;
type Platform = Exclude<NonNullable<Fact['platform']>, 'both'>;

/** Words by which a page says on which of the two platforms something holds. */
const saying: Readonly<Record<Platform, { words: RegExp; name: string }>> = {
  'lifecycle-services': { words: /Lifecycle Services|\bLCS\b|\bTier[ -]?[1-5]\b/i, name: 'Lifecycle Services' },
  unified: { words: /\bunified\b|admin cent(?:re|er)/i, name: 'unified environments' },
};

/**
 * Facts that hold on one of the two platforms, on a page that never names it: a reader on the other one would take them
 * for his own.
 *
 * @returns each fault with its line of the body, from 1
 */
export function platformFaults(
  { body, verdict }: { body: string; verdict: string },
  { figures, behaviours }: Pick<Library, 'figures' | 'behaviours'>,
): { message: string; line: number }[] {
  const page = `${verdict} ${body}`;
  return tagsIn(body).flatMap(({ name, id, behaviour, line }) => {
    const fact: Fact | undefined = name === 'Fact' ? figures.get(id ?? '') : behaviours.get(behaviour ?? '');
    if (!fact?.platform || fact.platform === 'both') return [];
    const { words, name: platform } = saying[fact.platform];
    if (words.test(page)) return [];
    return [{ message: `drops the platform of ${fact.id}: say on this page that it holds in ${platform}`, line }];
  });
}

/** Sources that carry facts of more than one platform, which is right only where the page compares the two. */
export function sourcesOfTwoPlatforms({ figures, behaviours }: Pick<Library, 'figures' | 'behaviours'>): {
  source: string;
  facts: Fact[];
}[] {
  const facts: Fact[] = [...figures.values(), ...behaviours.values()].filter(
    ({ platform }) => platform !== undefined && platform !== 'both',
  );
  return [...Map.groupBy(facts, ({ source }) => source)]
    .filter(([, of]) => new Set(of.map(({ platform }) => platform)).size > 1)
    .map(([source, of]) => ({ source, facts: of }));
}
