import type { Answer } from '#content/schemas/answer.ts';

/** How far an answer may be trusted, as its page says it. */
export type StandingOfAnswer = 'Documented position' | 'Our judgement';

export const standingOf = (confidence: Answer['confidence']): StandingOfAnswer =>
  confidence === 'documented' ? 'Documented position' : 'Our judgement';
