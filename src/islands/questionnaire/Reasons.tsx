import type { Grounds, RuleBook } from '#advisor/rule-book.ts';

const evidenceText = {
  limit: 'Documented limit',
  guidance: 'Published guidance',
  judgement: 'Our judgement',
} as const;

interface ReasonsProps {
  rules: readonly Grounds[];
  book: RuleBook;
  /** Words set in front of a rule's reason. */
  lead?: (rule: Grounds) => string;
}

/** Rules as reasons, each with the strength of its evidence and its sources. */
export function Reasons({ rules, book, lead }: ReasonsProps) {
  return (
    <ul class="reasons">
      {rules.map((rule) => (
        <li key={rule.id}>
          {lead && <strong>{lead(rule)}. </strong>}
          {rule.reason} <span class="reasons__evidence">{evidenceText[rule.evidence]}</span>
          {rule.sources.map((id) => {
            const source = book.sources[id];
            return (
              source && (
                <a class="reasons__source" key={id} href={`/sources/#${id}`}>
                  {source.title}
                  {source.dated === 'undated' ? '' : `, ${source.dated.slice(0, 4)}`}
                </a>
              )
            );
          })}
        </li>
      ))}
    </ul>
  );
}
