import { useState } from 'preact/hooks';
import type { Imported } from '#apps/decision-log/machine.ts';
import { openStore } from '#apps/decision-log/store.ts';
import { nameText, numberText } from '#apps/decision-log/write-log.ts';
import { download } from '#apps/questionnaire/view/download.ts';
import { joinWords } from '#core/advisor/wording.ts';
import type { LogActor, LogSnapshot } from './use-decision-log.ts';

interface NoticeProps {
  snapshot: LogSnapshot;
  send: LogActor['send'];
}

const refusals = {
  full: 'This browser has no room left for the last change.',
  denied: 'This browser did not keep the last change.',
  'too-many': 'The log cannot hold that many decisions, so the last change was not kept.',
} as const;

/** The log could not be had at all; nothing that is kept is touched. */
function CannotOpen({ snapshot, send }: NoticeProps) {
  const [failed, setFailed] = useState('');
  const { foreign } = snapshot.context;
  const save = async (): Promise<void> => {
    try {
      download('decision-log-as-kept.json', 'application/json', JSON.stringify(await openStore().raw(), null, 2));
    } catch {
      setFailed('The browser does not hand it out.');
    }
  };
  return (
    <div class="notice notice--failure" role="alert">
      {snapshot.matches('denied') ? (
        <p>
          This browser keeps nothing for this page, so there is no log here: private windows and strict settings do
          that.
        </p>
      ) : (
        <p>A log is kept in this browser, and this page cannot read it. It is left as it is. {foreign}</p>
      )}
      <p class="button-row">
        <button type="button" class="button button--quiet" onClick={() => send({ type: 'writing.retried' })}>
          Try again
        </button>
        {snapshot.matches('foreign') && (
          <button type="button" class="button button--quiet" onClick={save}>
            Save it as it is
          </button>
        )}
      </p>
      <p role="status">{failed}</p>
    </div>
  );
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`);

function importText({ added, same, differing }: Imported): string {
  const parts = [
    added === 0 ? 'No decision is new' : `${plural(added, 'One decision was', 'decisions were')} added`,
    ...(same > 0 ? [`${plural(same, 'one was', 'were')} here already`] : []),
    ...(differing.length > 0
      ? [`${plural(differing.length, 'one is', 'are')} here already and say something else in the file`]
      : []),
  ];
  return `${joinWords(parts)}.`;
}

function FileRead({ snapshot, send }: NoticeProps) {
  const { imported } = snapshot.context;
  if (!imported) return null;
  if ('reason' in imported) {
    return (
      <div class="notice notice--failure" role="alert">
        <p>The file was not read, and nothing has changed. {imported.reason}</p>
      </div>
    );
  }
  const { differing, faults } = imported;
  return (
    <div class="notice" role="status">
      <p>{importText(imported)}</p>
      {differing.length > 0 && (
        <>
          <p>
            Those here were left as they are: {joinWords(differing.map((one) => `${numberText(one)} ${nameText(one)}`))}
            .
          </p>
          <button type="button" class="button button--quiet" onClick={() => send({ type: 'import.replaced' })}>
            {differing.length === 1 ? 'Take the one in the file' : `Take the ${differing.length} in the file`}
          </button>
        </>
      )}
      {faults.map((fault) => (
        <p key={fault}>Not read: {fault}</p>
      ))}
    </div>
  );
}

/** Everything that a person should know about the log before they work with it. */
export function LogNotices({ snapshot, send }: NoticeProps) {
  const { refusal, removed, faults } = snapshot.context;
  if (snapshot.matches('denied') || snapshot.matches('foreign')) return <CannotOpen snapshot={snapshot} send={send} />;
  return (
    <>
      {refusal && (
        <div class="notice notice--failure" role="alert">
          <p>{refusals[refusal]} It still stands on this page; save the log as JSON before you close it.</p>
          <p class="button-row">
            <button type="button" class="button button--quiet" onClick={() => send({ type: 'writing.retried' })}>
              Try again
            </button>
            <button type="button" class="button button--quiet" onClick={() => send({ type: 'writing.given-up' })}>
              Go back to what is kept
            </button>
          </p>
        </div>
      )}
      {faults.length > 0 && (
        <div class="notice notice--failure" role="alert">
          <p>Some of what is kept cannot be read. It is left as it is, and is not shown:</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {removed.map((decision) => (
        <p key={decision.id} class="notice" role="status">
          {numberText(decision)} {nameText(decision)} was removed.{' '}
          <button type="button" class="link-button" onClick={() => send({ type: 'removal.undone' })}>
            Put it back
          </button>
        </p>
      ))}
      <FileRead snapshot={snapshot} send={send} />
    </>
  );
}
