import { type BitTest, type CompiledBook, type Room, split, UNKNOWN } from './compiled.ts';
import type { Field } from './profile.ts';
import { isChoiceIn } from './vocabulary.ts';

/** A room that somebody who does not contradict themselves may still be in. */
export interface Feasible {
  /** The room without answers that the others rule out, and with "not known" gone where one answer follows. */
  narrow: (room: Room) => Room | undefined;
  /** Whether a room in which every field has one value contradicts itself. */
  contradicts: (room: Room) => boolean;
  /** Whether a room, once narrowed, holds any completion at all. */
  isEmpty: (room: Room) => boolean;
}

const certain = ({ field, passes }: BitTest, room: Room): boolean => ((room[field] as number) & ~passes) === 0;
const possible = ({ field, passes }: BitTest, room: Room): boolean => ((room[field] as number) & passes) !== 0;

/** Answers of one field that the rest of a room rules out. */
function ruledOut(field: number, room: Room, contradictions: CompiledBook['contradictions']): number {
  let bits = 0;
  for (const tests of contradictions) {
    const own = tests.find((test) => test.field === field);
    if (own && tests.every((test) => test === own || certain(test, room))) bits |= own.passes;
  }
  return bits;
}

const isSingle = (bits: number): boolean => bits !== 0 && (bits & (bits - 1)) === 0;

/**
 * Keeps the search among answers that do not contradict each other.
 *
 * @param start what the answers given leave open; contradictions that they already hold are past saving and ignored
 */
export function feasibleFrom(start: Room, compiled: CompiledBook): Feasible {
  const contradictions = compiled.contradictions.filter((tests) => !tests.every((test) => certain(test, start)));
  const concerned = [...new Set(contradictions.flat().map(({ field }) => field))];

  const left = (field: number, room: Room): number => {
    // Whoever said "not sure" stays unsure, whatever follows from later answers.
    if (start[field] === UNKNOWN) return UNKNOWN;
    const known = (compiled.everything[field] as number) & ~UNKNOWN;
    const allowed = known & ~ruledOut(field, room, contradictions);
    const follows =
      allowed !== known && isSingle(allowed) && isChoiceIn(compiled.fields[field] as Field, compiled.book);
    return (room[field] as number) & (follows ? allowed : allowed | UNKNOWN);
  };

  const narrow = (room: Room): Room | undefined => {
    let narrowed = room;
    for (let index = 0; index < concerned.length; index += 1) {
      const field = concerned[index] as number;
      const rest = left(field, narrowed);
      if (rest === 0) return undefined;
      if (rest === narrowed[field]) continue;
      narrowed = narrowed.with(field, rest);
      // What is left of one field may rule out answers to another, an earlier one too.
      index = -1;
    }
    return narrowed;
  };

  const contradicts = (room: Room): boolean =>
    contradictions.some((tests) => tests.every((test) => certain(test, room)));

  const isEmpty = (room: Room): boolean => {
    const narrowed = narrow(room);
    if (!narrowed) return true;
    const open = contradictions.find((tests) => tests.every((test) => possible(test, narrowed)));
    const test = open?.find((one) => !certain(one, narrowed));
    if (!test) return open !== undefined;
    return split(narrowed, test).every(isEmpty);
  };

  return { narrow, contradicts, isEmpty };
}
