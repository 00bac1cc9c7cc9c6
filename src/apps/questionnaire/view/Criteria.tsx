import { Ground } from '#components/advisor/Ground.tsx';
import type { Advice } from '#core/advisor/advice.ts';
import type { CriterionStanding } from '#core/advisor/recommend.ts';
import type { PatternRule, RuleBook } from '#core/advisor/rule-book.ts';
import { patternName } from '#core/advisor/wording.ts';

/** Which way a criterion points, in a word. */
function directionOf(standing: CriterionStanding | undefined): { side: string; word: string } {
  const points = standing?.points ?? 0;
  if (!standing) return { side: 'silent', word: 'Says nothing' };
  if (points > 0) return { side: 'for', word: 'For it' };
  return points < 0 ? { side: 'against', word: 'Against it' } : { side: 'even', word: 'Even' };
}

function Statement({ rule, lead, book }: { rule: PatternRule | undefined; lead?: string | undefined; book: RuleBook }) {
  if (!rule) return null;
  return (
    <p>
      {lead && <strong>{lead} </strong>}
      {rule.reason}
      <Ground evidence={rule.evidence} sources={rule.sources} book={book} />
    </p>
  );
}

/** Why the pattern is recommended: every criterion in a line, with what counts for it and against it. */
export function Criteria({ advice: { recommendation, book } }: { advice: Advice }) {
  const { primary, standings } = recommendation;
  const standing = primary && standings.find(({ pattern }) => pattern === primary);
  if (!standing) return null;
  return (
    <section class="criteria">
      <h3>Why {patternName(primary, book)}</h3>
      <dl>
        {book.criteria.map(({ id, title, asks }) => {
          const own = standing.criteria.find(({ criterion }) => criterion === id);
          const { side, word } = directionOf(own);
          return (
            <div class="criteria__line" data-side={side} key={id}>
              <dt>
                <span class="criteria__title">{title}</span> <span class="criteria__asks">{asks}</span>
              </dt>
              <dd class="criteria__side">{word}</dd>
              <dd class="criteria__reason">
                <Statement rule={own?.favouredBy} book={book} />
                <Statement rule={own?.heldAgainst} lead={own?.favouredBy && 'But:'} book={book} />
                {!own && <p>Nothing that was answered bears on it.</p>}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
