import { useState } from 'preact/hooks';
import type { Taken } from '#apps/decision-log/decision.ts';
import type { KeptAs } from '#apps/decision-log/keep.ts';
import { advice as adviceOn, siteState } from '#apps/offline/site-state.ts';
import { path } from '#content/publishing/path.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

interface KeepProps {
  taken: Taken;
  book: RuleBook;
}

type State = { of: string } & (KeptAs | { pending: true });

/** The log is loaded when somebody keeps something in it. */
async function keep(taken: Taken, book: RuleBook): Promise<KeptAs> {
  try {
    const { keepDecision } = await import('#apps/decision-log/keep.ts');
    return await keepDecision(taken, book);
  } catch {
    return { refused: `The decision log could not be loaded. ${adviceOn[await siteState()]}` };
  }
}

/** Puts the recommendation into the decision log, once for what it says now. */
export function KeepDecision({ taken, book }: KeepProps) {
  const [state, setState] = useState<State>();
  // Another name or another answer makes it another decision.
  const of = JSON.stringify(taken);
  const now = state?.of === of ? state : undefined;
  const onClick = async (): Promise<void> => {
    setState({ of, pending: true });
    setState({ of, ...(await keep(taken, book)) });
  };
  const isKept = now !== undefined && 'number' in now;
  return (
    <>
      <button
        type="button"
        class="button button--quiet"
        disabled={isKept || (now && 'pending' in now)}
        onClick={onClick}
      >
        Keep in the decision log
      </button>
      <p role="status">
        {isKept && (
          <>
            Kept as {now.number}. <a href={path('/advisor/decisions/')}>Open the log</a>
          </>
        )}
        {now && 'refused' in now && `It was not kept. ${now.refused}`}
      </p>
    </>
  );
}
