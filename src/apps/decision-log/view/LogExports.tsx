import { useId, useState } from 'preact/hooks';
import type { Decision } from '#apps/decision-log/decision.ts';
import { readLogText } from '#apps/decision-log/read-log.ts';
import { logCsv, logJson, logMarkdown } from '#apps/decision-log/write-log.ts';
import { download } from '#apps/questionnaire/view/download.ts';
import { hand } from '#apps/writing/hand.ts';
import { path } from '#content/publishing/path.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { LogActor } from './use-decision-log.ts';

interface ExportsProps {
  decisions: readonly Decision[];
  book: RuleBook;
  send: LogActor['send'];
}

/** Service levels of all interfaces in the log, to be agreed with those who own the processes. */
async function serviceLevels(decisions: readonly Decision[], book: RuleBook): Promise<void> {
  const [{ serviceSheets }, { writeWorkbook }] = await Promise.all([
    import('#core/advisor/service-sheet.ts'),
    import('#apps/inventory/writing/write-workbook.ts'),
  ]);
  const interfaces = decisions.map(({ name, owner, answers }) => ({ name, owner, ...answers }));
  hand('service-levels.xlsx', await writeWorkbook(serviceSheets(interfaces, book)));
}

/** A file larger than this is no log of ours. */
const MAX_FILE = 20_000_000;

/** The log out of the browser, and another one in. */
export function LogExports({ decisions, book, send }: ExportsProps) {
  const id = useId();
  const [failure, setFailure] = useState('');
  const isEmpty = decisions.length === 0;
  const addressOf = (fragment: string): string => `${window.location.origin}${path('/advisor/')}#${fragment}`;
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const log =
      file.size > MAX_FILE
        ? { reason: `It has ${Math.round(file.size / 1e6)} MB; a log has a few at most.` }
        : readLogText(await file.text());
    send({ type: 'file.read', log });
  };
  const quiet = (label: string, act: () => void) => (
    <button type="button" class="button button--quiet" disabled={isEmpty} onClick={act}>
      {label}
    </button>
  );
  return (
    <div class="log__exports">
      <h2>Take it along</h2>
      <p class="button-row">
        {quiet('Save as JSON', () => download('decision-log.json', 'application/json', logJson(decisions)))}
        {quiet('Table (CSV)', () => download('decision-log.csv', 'text/csv', logCsv(decisions, book)))}
        {quiet('Records (Markdown)', () =>
          download('decision-log.md', 'text/markdown', logMarkdown(decisions, book, addressOf)),
        )}
        {quiet('Service levels (Excel)', () => {
          setFailure('');
          serviceLevels(decisions, book).catch(() =>
            setFailure(
              'The service levels could not be written: the part that writes Excel files could not be loaded. The log is unchanged; try again when you are online.',
            ),
          );
        })}
        {quiet('Print', () => window.print())}
        {!isEmpty && (
          <a class="button button--quiet" href={path('/advisor/inventory/#decisions')}>
            Open in the inventory
          </a>
        )}
      </p>
      {failure !== '' && (
        <p class="notice notice--failure" role="alert">
          {failure}
        </p>
      )}
      <p>
        <label for={id}>Add the decisions of a log that was saved as JSON</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            void open(file).then(() => {
              currentTarget.value = '';
            });
          }}
        />
      </p>
    </div>
  );
}
