import { useState } from 'preact/hooks';
import { path } from '#content/publishing/path.ts';
import type { Decision } from '#core/decisions/decision.ts';
import { Questions } from './Questions.tsx';
import { type DecisionInUse, useDecision } from './use-decision.ts';
import { Verdict } from './Verdict.tsx';

/** Id of the block in the page that carries the decision as data. */
export const DECISION_DATA_ID = 'decision-data';

let carried: Decision | undefined;

/** The decision that the page carries. */
function decisionOfPage(): Decision {
  carried ??= JSON.parse(document.getElementById(DECISION_DATA_ID)?.textContent ?? '{}') as Decision;
  return carried;
}

/** What became of answers that somebody gave earlier, and of those in a link. */
function Notices({ use: { faults, isRefused, aside, swap } }: { use: DecisionInUse }) {
  return (
    <>
      {faults.length > 0 && (
        <div class="notice notice--failure" role="alert">
          <p>Not everything in this link could be read. The answers below are those that could.</p>
          <ul>
            {faults.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {isRefused && (
        <p class="notice" role="status">
          This browser does not let the page keep anything. The address of the page holds your answers.
        </p>
      )}
      {Object.keys(aside).length > 0 && (
        <p class="notice" role="status">
          Other answers of yours are set aside.{' '}
          <button type="button" class="link-button" onClick={swap}>
            Show them instead
          </button>
        </p>
      )}
    </>
  );
}

function Actions({ decision, use }: { decision: Decision; use: DecisionInUse }) {
  const [said, setSaid] = useState('');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('The link is copied. Anybody who opens it sees your answers.');
    } catch {
      setSaid('The browser did not let the page copy. The address of this page holds your answers.');
    }
  };

  return (
    <>
      <p class="button-row">
        <button type="button" class="button" onClick={copy}>
          Copy link
        </button>
        <button type="button" class="button button--quiet" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" class="button button--quiet" onClick={use.startAgain}>
          Start again
        </button>
        <a class="button button--quiet" href={path(`/tools/decisions/${decision.id}/#rules-heading`)}>
          All rules
        </a>
      </p>
      <p class="decision__said" role="status">
        {said}
      </p>
    </>
  );
}

/** A decision at work: questions on one side, the verdict and what it rests on beside them. */
export function DecisionApp() {
  const decision = decisionOfPage();
  const use = useDecision(decision);
  return (
    <div class="decision">
      <Notices use={use} />
      <div class="decision__sides">
        <Questions decision={decision} use={use} />
        <Verdict decision={decision} judgement={use.judgement} answers={use.answers}>
          <Actions decision={decision} use={use} />
        </Verdict>
      </div>
    </div>
  );
}
