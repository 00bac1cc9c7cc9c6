import type { Value } from '#core/advisor/domain.ts';
import { type Field, isCount, type Profile } from '#core/advisor/profile.ts';

/** What a person has answered: the profile, and the questions to which the answer was "not sure". */
export interface Answers {
  profile: Profile;
  unsure: readonly Field[];
}

export const noAnswers: Answers = { profile: {}, unsure: [] };

const without = (unsure: readonly Field[], field: Field): Field[] => unsure.filter((other) => other !== field);

export const withAnswer = ({ profile, unsure }: Answers, field: Field, value: Value): Answers => ({
  profile: { ...profile, [field]: value },
  unsure: without(unsure, field),
});

export function withUnsure({ profile, unsure }: Answers, field: Field): Answers {
  const { [field]: _dropped, ...rest } = profile;
  return { profile: rest, unsure: [...without(unsure, field), field] };
}

export const isAnswered = ({ profile, unsure }: Answers, field: Field): boolean =>
  profile[field] !== undefined || unsure.includes(field);

/** Whether two answers to one question say the same; the order of guarantees says nothing. */
export const isSameAnswer = (a: Profile[Field], b: Profile[Field]): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one) => b.includes(one)) : a === b;

/** Whether one question is answered alike, "not sure" included. */
export const isAnsweredAlike = (a: Answers, b: Answers, field: Field): boolean =>
  isSameAnswer(a.profile[field], b.profile[field]) && a.unsure.includes(field) === b.unsure.includes(field);

/** An option of a question as the answer that it stands for. */
export function readOption(field: Field, option: string | number): Value {
  if (field === 'guarantees') return [option] as Value;
  return (isCount(field) ? Number(option) : option) as Value;
}
