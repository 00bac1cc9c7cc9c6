import { Ground } from '#components/advisor/Ground.tsx';
import type { Grounds, RuleBook } from '#core/advisor/rule-book.ts';

interface ReasonsProps<Rule extends Grounds> {
  rules: readonly Rule[];
  book: RuleBook;
  /** Words set in front of a rule's reason. */
  lead?: (rule: Rule) => string;
}

/** Rules as reasons, each with the strength of its evidence and its sources. */
export function Reasons<Rule extends Grounds>({ rules, book, lead }: ReasonsProps<Rule>) {
  return (
    <ul class="reasons">
      {rules.map((rule) => (
        <li key={rule.id}>
          {lead && <strong>{lead(rule)}. </strong>}
          {rule.reason}
          <Ground evidence={rule.evidence} sources={rule.sources} book={book} />
        </li>
      ))}
    </ul>
  );
}
