import { useEffect, useState } from 'preact/hooks';
import {
  builtText,
  certaintySentence,
  hubText,
  leaderText,
  openText,
  type Standing,
  settledShare,
  spokenStanding,
} from '#apps/questionnaire/standing.ts';
import { anyAnswerText, fieldLabel, outcomeText } from '#core/advisor/wording.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';

/** Open questions of which it is said what they could change; more would not be read. */
const TOLD = 3;

/** How long nothing may have changed before it is said aloud, so that quick answers are not talked over. */
const REST_MS = 900;

interface PanelProps {
  standing: Standing;
  send: QuestionnaireActor['send'];
}

/** The verdict for those who hear the page: once the answers rest, and only where it is another one. */
function Spoken({ standing }: Pick<PanelProps, 'standing'>) {
  const text = spokenStanding(standing);
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}

/** How many of all questions are settled, as a bar with its words. */
export function Progress({ standing }: Pick<PanelProps, 'standing'>) {
  const { done, all } = settledShare(standing);
  return (
    <p class="verdict__progress">
      <progress max={all} value={done} aria-hidden="true" />
      {openText(standing)}
    </p>
  );
}

/** What single answers could still change, with a way to give them. */
function CouldChange({ standing, send }: PanelProps) {
  const { moves, advice } = standing;
  if (moves.length === 0) return null;
  return (
    <div class="verdict__open">
      <h4>What could still change it</h4>
      <ul>
        {moves.slice(0, TOLD).map(({ field, moves: [first] }) => (
          <li key={field}>
            <button type="button" class="link-button" onClick={() => send({ type: 'question.chosen', field })}>
              {fieldLabel(field, advice.book)}
            </button>
            {first && (
              <span class="verdict__move">
                “{anyAnswerText(field, first.values, advice.book)}” leads to {outcomeText(first, advice.book)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is said before the first answer: how long it takes and what comes of it. */
function Beginning({ standing: { open } }: Pick<PanelProps, 'standing'>) {
  return (
    <>
      <h3 class="verdict__name">Your recommendation</h3>
      <p>
        It appears here with your first answer and follows every one after it. At most {open.length} questions can
        matter, which takes about five minutes; a sentence answers several of them at once.
      </p>
    </>
  );
}

/** The verdict so far, beside the answers that it rests on. */
export function VerdictPanel({ standing, send }: PanelProps) {
  const { answers, advice } = standing;
  const isBegun = Object.keys(answers.profile).length + answers.unsure.length > 0;
  return (
    <aside class="verdict" aria-label="The recommendation so far" data-certainty={advice.certainty}>
      {isBegun ? (
        <>
          <p class="verdict__kicker">{standing.open.length > 0 ? 'So far' : 'Recommendation'}</p>
          <h3 class="verdict__name">{leaderText(standing)}</h3>
          {advice.chain && <p class="verdict__variant">{builtText(advice)}</p>}
          {hubText(standing) && <p class="verdict__middleware">{hubText(standing)}</p>}
          <p class="verdict__certainty">{certaintySentence(standing)}</p>
          <Progress standing={standing} />
          <p class="verdict__way">
            <button type="button" class="button" onClick={() => send({ type: 'result.requested' })}>
              See the recommendation
            </button>
          </p>
          <CouldChange standing={standing} send={send} />
        </>
      ) : (
        <Beginning standing={standing} />
      )}
      <Spoken standing={standing} />
    </aside>
  );
}
