/** The advisor's core: pure functions over plain data, without DOM, file access or clock. See `docs/advisor.md`. */
export { type Advice, advise } from './advice.ts';
export { type CapacityCheck, capacityOf } from './capacity.ts';
export { type Certainty, certaintyOf } from './certainty.ts';
export { type Conflict, findConflicts, type WayOut } from './conflicts.ts';
export { contradictionsIn, impliedAnswers, withImplied } from './contradictions.ts';
export { decisionRecord, operationsRecord } from './decision-record.ts';
export { type DecisionRow, decisionTable, type Situation } from './decision-table.ts';
export { domainOf, type Value } from './domain.ts';
export { type Explanation, explain, type Influence, type WhyNot } from './explain.ts';
export { type Exception, type Hinge, type Hinges, whatItHingesOn } from './hinges.ts';
export { nextQuestion } from './next-question.ts';
export { type OperationsPlan, operationsPlan } from './operations.ts';
export { type Fault, type ParsedProfile, parseProfile } from './parse-profile.ts';
export { choices, counts, type Field, fields, guarantees, type Profile } from './profile.ts';
export { type Recommendation, recommend, type Standing } from './recommend.ts';
export type { MiddlewareVerdict, PatternId, RuleBook } from './rule-book.ts';
export { isSettled, type Settled, settle } from './settle.ts';
export { type Change, openQuestions, type Variation, whatWouldChange } from './variations.ts';
