import { useState } from 'preact/hooks';
import type { KeptRows, Named } from '#apps/decision-log/keep-rows.ts';
import { counted } from '#apps/inventory/reading/table.ts';
import type { DecisionEntry } from '#apps/inventory/writing/decision-entry.ts';
import { advice as adviceOn, siteState } from '#apps/offline/site-state.ts';
import { path } from '#content/publishing/path.ts';
import { useSetup } from './setup.ts';

/** Interfaces that are named one by one; more are counted. */
const NAMED = 3;

const listed = (all: readonly Named[]): string =>
  all.length > NAMED
    ? `${counted(all.length, 'interface')} (${all[0]?.number} to ${all.at(-1)?.number})`
    : all.map(({ name, number }) => `${name} (${number})`).join(', ');

/** What was put there and what was there already, a sentence each. */
export function keptRowsText(kept: KeptRows): string[] {
  if ('refused' in kept) return [`Nothing was put into the decision log. ${kept.refused}`];
  const { added, there, beside } = kept;
  return [
    ...(added.length > 0 ? [`Put into the decision log: ${listed(added)}.`] : []),
    ...(beside.length > 0
      ? [
          `Put there beside an earlier decision on other answers: ${
            beside.length > NAMED
              ? listed(beside)
              : beside.map(({ name, number, earlier }) => `${name} (${number} beside ${earlier})`).join(', ')
          }.`,
        ]
      : []),
    ...(there.length > 0 ? [`There already with the same answers, and left as it was: ${listed(there)}.`] : []),
  ];
}

async function keep(entries: readonly DecisionEntry[], book: ReturnType<typeof useSetup>['book']): Promise<KeptRows> {
  try {
    const { keepRows } = await import('#apps/decision-log/keep-rows.ts');
    return await keepRows(entries, book);
  } catch {
    return { refused: `The decision log could not be loaded. ${adviceOn[await siteState()]}` };
  }
}

interface ToLogProps {
  label: string;
  /** Made when somebody presses the button. */
  entries: () => readonly DecisionEntry[];
  isDisabled?: boolean;
}

/** Puts interfaces into the decision log of this browser and says what became of them. */
export function ToLog({ label, entries, isDisabled = false }: ToLogProps) {
  const { book } = useSetup();
  const [isWorking, setIsWorking] = useState(false);
  const [kept, setKept] = useState<KeptRows>();
  const onClick = async (): Promise<void> => {
    setIsWorking(true);
    setKept(await keep(entries(), book));
    setIsWorking(false);
  };
  return (
    <div class="to-log">
      <button type="button" class="button button--quiet" disabled={isDisabled || isWorking} onClick={onClick}>
        {label}
      </button>
      <p role="status">
        {isWorking && 'Deciding them for the log…'}
        {!isWorking && kept && (
          <>
            {keptRowsText(kept).join(' ')}{' '}
            {!('refused' in kept) && <a href={path('/advisor/decisions/')}>Open the log</a>}
          </>
        )}
      </p>
    </div>
  );
}
