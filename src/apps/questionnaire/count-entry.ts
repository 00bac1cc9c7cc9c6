/** What a form that offers ranges and takes a number says at a moment: the last of the two that was said stands. */
export interface CountEntry {
  /** The range chosen, by the number that stands for it; it gives way while a number is typed. */
  range: number | undefined;
  /** The number as it is typed; empty while a range stands. */
  typed: string;
}

/**
 * How an answer given before stands in the form.
 *
 * @param ranges numbers that stand for the ranges offered; such a number is shown as its range, not as if it were typed
 */
export function entryOf(answer: number | undefined, ranges: readonly number[]): CountEntry {
  if (answer === undefined || ranges.includes(answer)) return { range: answer, typed: '' };
  return { range: undefined, typed: String(answer) };
}

/** A range is chosen, and a number typed before goes. */
export const withRange = (range: number): CountEntry => ({ range, typed: '' });

/** A number is typed. Where it is deleted again, the range that was chosen before stands once more. */
export const withTyped = ({ range }: CountEntry, typed: string): CountEntry => ({ range, typed });

/** The range to be shown as chosen; none while a number is typed. */
export const chosenRange = ({ range, typed }: CountEntry): number | undefined =>
  typed.trim() === '' ? range : undefined;

/** The answer that the entry amounts to; `undefined` while neither is said. */
export const answerOf = ({ range, typed }: CountEntry): number | undefined =>
  typed.trim() === '' ? range : Number(typed);
