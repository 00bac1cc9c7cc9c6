import { useState } from 'preact/hooks';
import type { Draft } from '#apps/questionnaire/draft.ts';

/** Offers the answers that had to make way for others, from another tab or from before a link was followed. */
export function EarlierAnswers({ draft }: { draft: Draft }) {
  const [earlier, setEarlier] = useState(draft.earlier);
  if (earlier === undefined) return null;
  const forget = (): void => {
    draft.forgetEarlier();
    setEarlier(undefined);
  };
  const open = (): void => {
    draft.swap();
    setEarlier(undefined);
  };
  return (
    <div class="notice" role="status">
      <p>
        This browser also keeps other answers, from another tab or from before you followed a link or described an
        interface.{' '}
        <a href={`#${earlier}`} onClick={open}>
          Open them
        </a>{' '}
        or{' '}
        <button type="button" class="link-button" onClick={forget}>
          forget them
        </button>
        .
      </p>
    </div>
  );
}
