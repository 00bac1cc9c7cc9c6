import type { Direction } from './ends.ts';
import { lastFilled } from './table.ts';
import { normaliseWord, type Vocabulary } from './vocabulary.ts';

/** The title of a section, and which way it says that the interfaces below it go. */
export interface SectionTitle {
  text: string;
  direction?: Direction | undefined;
}

/** Which way a title says that the interfaces below it go, in so many words: "Inbound to F&O", "Flux sortants". */
function directionReaderOf({ setAside: { sections } }: Vocabulary): (title: string) => Direction | undefined {
  const { beside, ...byDirection } = sections;
  const others = new Set(beside.map(normaliseWord));
  const known = Object.entries(byDirection).flatMap(([direction, words]) =>
    words.map((word): [string, Direction] => [normaliseWord(word), direction as Direction]),
  );
  const directions = new Map(known);
  return (title) => {
    const words = normaliseWord(title).split(' ');
    const said = new Set(words.flatMap((word) => directions.get(word) ?? []));
    const isAll = words.every((word) => directions.has(word) || others.has(word) || /^\d+$/.test(word));
    const [only, other] = said;
    if (!isAll || !only) return undefined;
    return other === undefined ? only : 'bidirectional';
  };
}

/** Reads rows that hold a title at most: what stands alone in their first cell; `undefined` for any other row. */
export function titleReaderOf(vocabulary: Vocabulary): (cells: readonly string[]) => SectionTitle | undefined {
  const directionOf = directionReaderOf(vocabulary);
  return (cells) => {
    if (lastFilled(cells) !== 0) return undefined;
    const text = (cells[0] ?? '').trim();
    return { text, direction: directionOf(text) };
  };
}
