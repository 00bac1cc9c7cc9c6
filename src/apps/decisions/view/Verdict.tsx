import type { ComponentChildren } from 'preact';
import { Ground } from '#components/advisor/Ground.tsx';
import type { Certainty } from '#core/advisor/certainty.ts';
import type { PatternRule } from '#core/advisor/rule-book.ts';
import { certaintyText } from '#core/advisor/wording.ts';
import type { Answers, Decision } from '#core/decisions/decision.ts';
import type { Judgement, Other, Turn } from '#core/decisions/judge.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? `One ${one}` : `${count} ${many}`);

/** What the certainty means here, in a sentence. */
function certaintySentence({ certainty, contradictions, open, choice }: Judgement): string {
  const sentences: Record<Certainty, string> = {
    certain: 'No answer to a question that is still open can change this.',
    provisional: `${plural(open.length, 'open question', 'open questions')} can still change this.`,
    undecided:
      contradictions.length > 0
        ? 'Some answers contradict each other, so nothing can be relied on until one of them is changed.'
        : choice
          ? 'These answers do not decide it.'
          : 'Nothing that is known so far speaks for any of the choices. Answer a question or two.',
  };
  return sentences[certainty];
}

function Statements({
  heading,
  rules,
  decision,
}: {
  heading: string;
  rules: readonly PatternRule[];
  decision: Decision;
}) {
  if (rules.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="reasons">
        {rules.map(({ id, reason, evidence, sources }) => (
          <li key={id}>
            {reason}
            <Ground evidence={evidence} sources={sources} book={decision.book} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Turns({ heading, turns }: { heading: string; turns: readonly Turn[] }) {
  if (turns.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="decision__turns">
        {turns.map(({ answers, to }) => (
          <li key={`${answers} ${to?.id}`}>
            {answers} → <strong>{to?.name ?? 'nothing to recommend'}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

const becauseText: Record<Other['because'], string> = {
  excluded: 'cannot be used',
  'nothing-for-it': 'nothing that is known asks for it',
  outweighed: 'has less for it',
};

function Others({ others, decision }: { others: readonly Other[]; decision: Decision }) {
  return (
    <details class="decision__others">
      <summary>The other choices, and where each stands</summary>
      {others.map(({ choice, because, favouredBy, heldAgainst }) => (
        <section key={choice.id}>
          <h3>
            {choice.name}: {becauseText[because]}
          </h3>
          <p>{choice.means}</p>
          <Statements heading="For it" rules={favouredBy} decision={decision} />
          <Statements heading="Against it" rules={heldAgainst} decision={decision} />
        </section>
      ))}
    </details>
  );
}

interface VerdictProps {
  decision: Decision;
  judgement: Judgement;
  answers: Answers;
  children: ComponentChildren;
}

/** What comes of the answers: the choice, how far it can be relied on, and why. */
export function Verdict({ decision, judgement, answers, children }: VerdictProps) {
  const { choice, certainty, contradictions, reasons, despite, others, wouldChange, couldChange } = judgement;
  const given = decision.book.questions.flatMap(({ field, label, options }) => {
    const option = options.find(({ value }) => value === answers[field]);
    return option ? [`${label}: ${option.label}`] : [];
  });
  return (
    <section class="decision__verdict" id="verdict" aria-labelledby="verdict-heading">
      <h2 id="verdict-heading">Verdict</h2>
      <div class="decision__headline" role="status" data-certainty={certainty}>
        <p class="decision__certainty">{certaintyText[certainty]}</p>
        <p class="decision__choice">{choice?.name ?? 'Nothing to recommend yet'}</p>
        <p>{choice?.means}</p>
        <p>{certaintySentence(judgement)}</p>
        {contradictions.map((reason) => (
          <p key={reason} class="decision__contradiction">
            {reason}
          </p>
        ))}
      </div>
      {children}
      <Statements heading="Why" rules={reasons} decision={decision} />
      <Statements heading="What speaks against it" rules={despite} decision={decision} />
      <Turns heading="What would change it" turns={wouldChange} />
      <Turns heading="What an open answer could change" turns={couldChange} />
      {given.length > 0 && (
        <>
          <h3>It rests on these answers</h3>
          <ul>
            {given.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <Others others={others} decision={decision} />
      <p class="decision__bar" aria-hidden="true">
        <a href="#verdict" tabIndex={-1}>
          {certaintyText[certainty]}: {choice?.name ?? 'nothing to recommend yet'}
        </a>
      </p>
    </section>
  );
}
