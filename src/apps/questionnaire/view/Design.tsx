import { Ground } from '#components/advisor/Ground.tsx';
import type { Advice } from '#core/advisor/advice.ts';
import { partsAt } from '#core/advisor/chain.ts';
import { doubtText, moveText } from '#core/advisor/chain-text.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { type ChosenVariant, whatChooses } from '#core/advisor/variants.ts';
import { fieldLabel } from '#core/advisor/wording.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';

interface DesignProps {
  advice: Advice;
  send: QuestionnaireActor['send'];
}

/** The variant of one choice with its reason, what it needs and where it ends; or what is still open of it. */
function Variant({ one, book }: { one: ChosenVariant; book: RuleBook }) {
  const { choice, chosen } = one;
  const doubt = doubtText(one);
  if (!chosen) {
    return (
      <li>
        <strong>{choice.title}: undecided.</strong> {doubt}
      </li>
    );
  }
  return (
    <li>
      <strong>
        {choice.title}: {chosen.name}.
      </strong>{' '}
      {chosen.reason}
      <Ground evidence={chosen.evidence} sources={chosen.sources} book={book} />
      <ul class="result__demands">
        {[...chosen.needs, ...chosen.limits].map((text) => (
          <li key={text}>{text}</li>
        ))}
        {doubt && <li>{doubt}</li>}
      </ul>
    </li>
  );
}

/** What single answers would build the pattern in another way, with the questions to answer. */
function OtherVariants({ advice: { chain, given, unsure, book }, send }: DesignProps) {
  const moves = chain?.variants.flatMap((one) => whatChooses(one, given, unsure, book)) ?? [];
  if (moves.length === 0) return null;
  const fields = [...new Set(moves.map(({ field }) => field))];
  return (
    <details>
      <summary>Answers that would build it in another way</summary>
      <ul>
        {moves.map((move) => (
          <li key={moveText(move, book)}>{moveText(move, book)}</li>
        ))}
      </ul>
      <p class="question__actions">
        {fields.map((field) => (
          <button
            key={field}
            type="button"
            class="button button--quiet"
            onClick={() => send({ type: 'question.chosen', field })}
          >
            Answer “{fieldLabel(field, book)}”
          </button>
        ))}
      </p>
    </details>
  );
}

/** How the pattern is built and what stands around it, in the order of the chain. */
export function Design({ advice, send }: DesignProps) {
  const { chain, book } = advice;
  if (!chain) return null;
  const around = (['front', 'behind', 'repair'] as const).flatMap((place) => partsAt(chain, place));
  return (
    <section class="result__design">
      <h3>How it is built</h3>
      <ul class="reasons">
        {chain.variants.map((one) => (
          <Variant key={one.choice.id} one={one} book={book} />
        ))}
      </ul>
      {around.length > 0 && (
        <>
          <h4>What stands around it</h4>
          <ul class="reasons">
            {around.map((part) => (
              <li key={part.id}>
                <strong>{part.name}.</strong> {part.reason}
                <Ground evidence={part.evidence} sources={part.sources} book={book} />
              </li>
            ))}
          </ul>
        </>
      )}
      <OtherVariants advice={advice} send={send} />
    </section>
  );
}
