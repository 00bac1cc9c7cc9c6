import { path } from '#content/publishing/path.ts';
import type { Advice } from '#core/advisor/advice.ts';
import type { Comparison } from '#core/advisor/compare.ts';
import type { WhyNot } from '#core/advisor/explain.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { patternName } from '#core/advisor/wording.ts';
import { Reasons } from './Reasons.tsx';

const verdictText: Record<WhyNot['verdict'], string> = {
  excluded: 'cannot do it',
  'not-for-this': 'not made for this',
  outweighed: 'outweighed',
};

/** Alternatives that stand beside the recommendation; the others unfold. */
const BESIDE = 2;

/** Reasons told in a list of patterns; the rest unfolds. */
const TOLD = 2;

/** Criterion by criterion beside the recommended pattern, where the two differ. */
function SideBySide({ comparison, winner }: { comparison: readonly Comparison[]; winner: string }) {
  if (comparison.length === 0) return null;
  return (
    <ul class="alternatives__lines">
      {comparison.map(({ criterion, title, ahead, better, against }) => (
        <li key={criterion} data-ahead={ahead > 0}>
          <strong>
            {title}: {ahead > 0 ? 'it does better' : `${winner} does better`}.
          </strong>{' '}
          {(better ?? against)?.reason}
        </li>
      ))}
    </ul>
  );
}

/** One of the strongest alternatives, criterion by criterion beside what is recommended. */
function Beside({ one, winner, book }: { one: WhyNot; winner: string; book: RuleBook }) {
  const { pattern, verdict, text, comparison } = one;
  return (
    <article class="alternatives__card">
      <h4>
        <a href={path(`/patterns/${pattern}/`)}>{patternName(pattern, book)}</a>
      </h4>
      <p class="alternatives__verdict">{verdictText[verdict]}</p>
      {comparison.length > 0 ? (
        <>
          <SideBySide comparison={comparison} winner={winner} />
          <p class="alternatives__text">{text}</p>
        </>
      ) : (
        <p>{text}</p>
      )}
    </article>
  );
}

/** A pattern that is further off, in one line that unfolds. */
function Other({ one, winner, book }: { one: WhyNot; winner: string; book: RuleBook }) {
  const { pattern, verdict, text, rules, comparison } = one;
  return (
    <details>
      <summary>
        <span class="result__other-name">{patternName(pattern, book)}</span>{' '}
        <span class="result__other-verdict">{verdictText[verdict]}</span>
        <span class="result__other-why">
          {' '}
          {rules.length > TOLD
            ? rules
                .slice(0, TOLD)
                .map(({ reason }) => reason)
                .join(' ')
            : text}
        </span>
      </summary>
      {rules.length > 0 ? <Reasons rules={rules} book={book} /> : <p>{text}</p>}
      <div class="result__side-by-side">
        <SideBySide comparison={comparison} winner={winner} />
      </div>
    </details>
  );
}

/** The two strongest alternatives beside the recommendation, and why none of the others. */
export function Alternatives({ advice: { recommendation, explanation, book } }: { advice: Advice }) {
  const { primary } = recommendation;
  const winner = patternName(primary, book);
  const possible = primary ? explanation.whyNot.filter(({ verdict }) => verdict !== 'excluded') : [];
  const beside = possible.slice(0, BESIDE);
  const others = explanation.whyNot.filter((one) => !beside.includes(one));
  return (
    <section class="alternatives">
      <h3>{primary ? 'The strongest alternatives' : 'What stands in the way of each pattern'}</h3>
      {beside.length > 0 && (
        <div class="alternatives__beside">
          {beside.map((one) => (
            <Beside key={one.pattern} one={one} winner={winner} book={book} />
          ))}
        </div>
      )}
      {primary && others.length > 0 && <h4>Why not the others</h4>}
      <div class="result__details">
        {others.map((one) => (
          <Other key={one.pattern} one={one} winner={winner} book={book} />
        ))}
      </div>
    </section>
  );
}
