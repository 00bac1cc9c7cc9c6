import { leaderText, type Standing } from '#apps/questionnaire/standing.ts';
import { certaintyText } from '#core/advisor/wording.ts';
import type { QuestionnaireActor } from './use-questionnaire.ts';
import { Progress } from './VerdictPanel.tsx';

/** The verdict so far in two lines at the foot of a narrow screen, where the panel has no room. */
export function VerdictBar({ standing, send }: { standing: Standing; send: QuestionnaireActor['send'] }) {
  const { profile, unsure } = standing.answers;
  const isBegun = Object.keys(profile).length + unsure.length > 0;
  return (
    <div class="verdict-bar">
      {isBegun && (
        <p class="verdict-bar__line">
          <span>
            <strong>{leaderText(standing)}</strong>
            {standing.advice.recommendation.primary && `, ${certaintyText[standing.advice.certainty].toLowerCase()}`}
          </span>{' '}
          <button type="button" class="link-button" onClick={() => send({ type: 'result.requested' })}>
            See result
          </button>
        </p>
      )}
      <Progress standing={standing} />
    </div>
  );
}
