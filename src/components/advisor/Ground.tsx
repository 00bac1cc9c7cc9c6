import { path } from '#content/publishing/path.ts';
import type { Evidence, RuleBook } from '#core/advisor/rule-book.ts';

const evidenceText: Record<Evidence, string> = {
  limit: 'Documented limit',
  guidance: 'Published guidance',
  judgement: 'Our judgement',
};

interface GroundProps {
  evidence: Evidence;
  sources: readonly string[];
  book: RuleBook;
  /** What a judgement is called here. */
  judgement?: string;
}

/** How strong the ground of a statement is, and the sources it stands on. */
export function Ground({ evidence, sources, book, judgement = evidenceText.judgement }: GroundProps) {
  return (
    <>
      {' '}
      <span class="label">{evidence === 'judgement' ? judgement : evidenceText[evidence]}</span>
      {sources.map((id) => {
        const source = book.sources[id];
        return (
          source && (
            <a class="reasons__source" key={id} href={path(`/sources/#${id}`)}>
              {source.title}
              {source.dated === 'undated' ? '' : `, ${source.dated.slice(0, 4)}`}
            </a>
          )
        );
      })}
    </>
  );
}
