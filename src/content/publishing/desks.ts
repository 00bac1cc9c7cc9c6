import type { AnswerEntry } from '#content/reading/entries.ts';
import { audienceNames, audiences } from '#content/schemas/answer.ts';
import type { Change } from '#content/schemas/change.ts';
import type { ReadingPath } from '#content/schemas/reading-path.ts';
import { writtenHubs } from './hubs.ts';
import { tools } from './navigation.ts';
import { library } from './site.ts';

/** As many of the newest changes stand on a desk. */
const CHANGES_SHOWN = 5;

interface Desk {
  audience: (typeof audiences)[number];
  name: string;
  line: string;
  /** What editors would have this reader begin with. */
  first: readonly AnswerEntry[];
  /** The other answers for this reader, hub by hub in reading order. */
  hubs: readonly { id: string; title: string; answers: readonly AnswerEntry[] }[];
  /** How many answers there are for this reader. */
  count: number;
  paths: readonly ReadingPath[];
  tools: typeof tools;
  /** The newest changes that concern one of the answers. */
  changes: readonly Change[];
}

function deskOf(audience: Desk['audience']): Desk | undefined {
  const desk = library.desks[audience];
  if (!desk) return undefined;
  const own = library.answers.filter(({ audiences: readers }) => readers.includes(audience));
  const isOwn = (id: string): boolean => own.some((answer) => answer.id === id);
  return {
    audience,
    name: audienceNames[audience],
    line: desk.line,
    first: desk.first.flatMap((id) => library.answers.find((answer) => answer.id === id) ?? []),
    hubs: writtenHubs
      .map(({ id, short }) => ({
        id,
        title: short,
        answers: own.filter((answer) => answer.hub === id && !desk.first.includes(answer.id)),
      }))
      .filter(({ answers }) => answers.length > 0),
    count: own.length,
    paths: desk.paths.flatMap((id) => library.readingPaths.find((path) => path.id === id) ?? []),
    tools: tools.filter(({ audiences: readers }) => readers.includes(audience)),
    changes: library.changes.filter(({ answers }) => answers.some(isOwn)).slice(0, CHANGES_SHOWN),
  };
}

/** The page of each audience, in the order in which audiences are named everywhere. */
export const desks: readonly Desk[] = audiences.flatMap((audience) => deskOf(audience) ?? []);
