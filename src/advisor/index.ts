/** The advisor's core: pure functions over plain data, without DOM, file access or clock. */
export { type Conflict, findConflicts, type WayOut } from './conflicts.ts';
export { decisionRecord } from './decision-record.ts';
export { type DecisionRow, decisionTable } from './decision-table.ts';
export { domainOf } from './domain.ts';
export { type Explanation, explain, type Influence, type WhyNot } from './explain.ts';
export { nextQuestion } from './next-question.ts';
export { type Fault, type ParsedProfile, parseProfile } from './parse-profile.ts';
export { choices, counts, type Field, fields, guarantees, type Profile, profileSchema } from './profile.ts';
export { type Recommendation, recommend, type Standing } from './recommend.ts';
export type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';
export { isSettled, type Settled, settle } from './settle.ts';
export { type Hinge, type Variation, whatItHingesOn, whatWouldChange } from './variations.ts';
