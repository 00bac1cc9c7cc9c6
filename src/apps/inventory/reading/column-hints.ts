import type { ColumnMeaning } from './columns.ts';
import { type FlagField, flagFields, normaliseWord, type Vocabulary, wordKey } from './vocabulary.ts';

/** A header and what it was taken for. */
interface NamedColumn {
  header: string;
  column: ColumnMeaning;
}

/** A column that is an answer by itself, which a tick in it gives: `Real-time?`. */
export interface Flag {
  index: number;
  header: string;
  field: FlagField;
  value: string;
}

/** What the headers of a sheet say besides which column is which. */
export interface ColumnHints {
  /** For the column of an amount the index of the one that says in what time it is counted. */
  units: ReadonlyMap<number, number>;
  flags: readonly Flag[];
  /** Whether the two ends say which way data go; `System A` and `System B` do not. */
  isDirected: boolean;
  isTick(text: string): boolean;
}

/** Finds those hints in any sheet; they follow from headers alone, so that a list that is written out says the same. */
export type HintsIn = (matches: readonly NamedColumn[]) => ColumnHints;

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normaliseWord));

/** How far behind an amount its unit may stand. */
const NEAR = 2;

const isAmount = ({ column }: NamedColumn): boolean => column === 'volume_per_day' || column === 'peak_batch_records';

/** The amounts before a unit, up to the one that is nearest. */
function unitsIn(matches: readonly NamedColumn[], words: ReadonlySet<string>): ReadonlyMap<number, number> {
  const units = new Map<number, number>();
  matches.forEach(({ header, column }, index) => {
    if (column !== 'extra' || !words.has(normaliseWord(header))) return;
    const amount = matches.findLastIndex((match, at) => at < index && at >= index - NEAR && isAmount(match));
    if (amount !== -1 && !units.has(amount)) units.set(amount, index);
  });
  return units;
}

/** Prepares to find them, once for any number of sheets. */
export function hintsFinder({ beside }: Pick<Vocabulary, 'beside'>): HintsIn {
  const units = setOf(beside.unit);
  const undirected = setOf([...beside.firstEnd, ...beside.secondEnd]);
  const ticks = new Set(beside.ticks.map(wordKey));
  const flagged = new Map(
    flagFields.flatMap((field) =>
      Object.entries(beside.flags[field]).flatMap(([value, words]) =>
        words.map((word): [string, { field: FlagField; value: string }] => [normaliseWord(word), { field, value }]),
      ),
    ),
  );
  return (matches) => ({
    units: unitsIn(matches, units),
    flags: matches.flatMap(({ header, column }, index): Flag[] => {
      const flag = column === 'extra' ? flagged.get(normaliseWord(header)) : undefined;
      return flag ? [{ index, header, ...flag }] : [];
    }),
    isDirected: !matches.some(
      ({ column, header }) => (column === 'source' || column === 'target') && undirected.has(normaliseWord(header)),
    ),
    isTick: (text) => ticks.has(wordKey(text)),
  });
}
