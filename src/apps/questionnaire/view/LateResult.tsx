import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { advice as adviceOn, siteState } from '#apps/offline/site-state.ts';
import type { Result as ResultView } from './Result.tsx';

type Result = typeof ResultView;

let loaded: Result | undefined;

/** Fetches the part that shows a result, which is as large as all the rest; once it is there it stays. */
export async function loadResult(): Promise<Result> {
  const { Result } = await import('./Result.tsx');
  loaded = Result;
  return Result;
}

type LateResultProps = ComponentProps<Result> & {
  /** Whether somebody came here from another screen, and not by opening the page. */
  isArrival: boolean;
};

function Missing({ text, onAgain }: { text: string; onAgain: () => void }) {
  return (
    <div role="alert" class="notice">
      <p>The part that shows the recommendation could not be loaded. {text} Your answers are kept.</p>
      <button type="button" class="button" onClick={onAgain}>
        Try again
      </button>
    </div>
  );
}

/** The recommendation as soon as the part that shows it has come; it is fetched while the questions are answered. */
export function LateResult({ isArrival, ...result }: LateResultProps) {
  const [View, setView] = useState<Result | undefined>(() => loaded);
  const [wasLate] = useState(View === undefined);
  const [missing, setMissing] = useState('');

  function load(): void {
    setMissing('');
    loadResult().then(
      (view) => setView(() => view),
      async () => setMissing(adviceOn[await siteState()]),
    );
  }

  useEffect(() => {
    if (wasLate) load();
  }, []);
  useEffect(() => {
    // The heading that the new screen should have moved to was not there yet.
    if (View && wasLate && isArrival) result.headingRef.current?.focus();
  }, [View]);

  if (missing) return <Missing text={missing} onAgain={load} />;
  return View ? <View {...result} /> : <p role="status">Working out the recommendation…</p>;
}
