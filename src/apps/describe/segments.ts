import type { Field } from '#core/advisor/profile.ts';
import type { Certainty } from '#core/language/lexicon.ts';
import type { Understanding } from '#core/language/understand.ts';

/** A piece of a text, and whether anything was understood of it. */
export interface Segment {
  text: string;
  /** `open` where the text says two things that exclude one another. */
  kind: 'plain' | 'open' | Certainty;
}

const ranks: Readonly<Record<Segment['kind'], number>> = { plain: 0, guess: 1, open: 2, certain: 3 };

/**
 * Cuts a text into pieces for underlining: together they are the text again. Where readings overlap, what is certain wins
 * over what is open, and that over a guess.
 *
 * @param removed fields that somebody took out, whose words are no longer underlined
 */
export function segmentsOf(
  text: string,
  { readings, unsettled, systems }: Understanding,
  removed: readonly Field[],
): Segment[] {
  const kinds: Segment['kind'][] = Array.from({ length: text.length }, () => 'plain');
  const mark = (words: readonly { start: number; end: number }[], kind: Segment['kind']): void => {
    for (const { start, end } of words) {
      for (let at = start; at < end; at += 1) if (ranks[kind] > ranks[kinds[at] ?? 'plain']) kinds[at] = kind;
    }
  };
  for (const one of unsettled) for (const { words } of one.readings) mark(words, 'open');
  // What only follows from other words is not said by them.
  for (const { words, certainty, field } of readings) if (!removed.includes(field)) mark(words, certainty);
  for (const { words, certainty } of systems) mark(words, certainty);
  const segments: Segment[] = [];
  kinds.forEach((kind, at) => {
    const last = segments.at(-1);
    if (last?.kind === kind) last.text += text.charAt(at);
    else segments.push({ text: text.charAt(at), kind });
  });
  return segments;
}
