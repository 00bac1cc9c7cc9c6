import { createHash } from 'node:crypto';
import type { Grounds, RuleBook } from '#core/advisor/rule-book.ts';

/** What of a rule decides: its conditions and its effect, not its words. */
const decisive = ({ id, when, unless, ...rest }: Grounds & Record<string, unknown>) => {
  const {
    reason: _,
    sources: _sources,
    evidence: _evidence,
    title: _title,
    costs: _costs,
    name: _name,
    needs: _needs,
    limits: _limits,
    run: _run,
    ...effect
  } = rest;
  return { id, when, unless, ...effect };
};

/** A few letters that change whenever a rule, a weight or the order of the patterns does, and with nothing else. */
export function fingerprintOf(book: RuleBook): string {
  const rules = [
    ...book.rules,
    ...book.verdicts,
    ...book.kinds,
    ...book.conflicts,
    ...book.contradictions,
    ...book.choices.flatMap(({ variants }) => variants),
    ...book.parts,
  ];
  const parts = [
    book.patterns.map(({ id }) => id),
    book.criteria.map(({ id, weight }) => [id, weight]),
    rules.map((rule) => decisive(rule as Grounds & Record<string, unknown>)),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 7);
}
