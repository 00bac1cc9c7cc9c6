import { useMemo } from 'preact/hooks';
import { type Decision, since } from '#apps/decision-log/decision.ts';
import { inOrder, type SortKey } from '#apps/decision-log/sort.ts';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { path } from '#content/publishing/path.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { DecisionRow } from './DecisionRow.tsx';
import { LogExports } from './LogExports.tsx';
import { LogNotices } from './LogNotices.tsx';
import { SideBySide } from './SideBySide.tsx';
import { type LogActor, type LogSnapshot, useDecisionLog } from './use-decision-log.ts';

const headings: readonly { key: SortKey; text: string }[] = [
  { key: 'number', text: 'No.' },
  { key: 'name', text: 'Interface' },
  { key: 'pattern', text: 'Recommended' },
  { key: 'status', text: 'Status' },
  { key: 'owner', text: 'Owner' },
  { key: 'date', text: 'Date' },
];

interface PartProps {
  snapshot: LogSnapshot;
  send: LogActor['send'];
  book: RuleBook;
}

function Headings({ snapshot, send }: Omit<PartProps, 'book'>) {
  const { by, descending } = snapshot.context.order;
  return (
    <thead>
      <tr>
        {headings.map(({ key, text }) => (
          <th scope="col" key={key} aria-sort={by === key ? (descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" class="log__sort" onClick={() => send({ type: 'order.chosen', by: key })}>
              {text}
              <span aria-hidden="true">{by === key ? (descending ? ' ↓' : ' ↑') : ''}</span>
            </button>
          </th>
        ))}
        <th scope="col">Note</th>
        <th scope="col">
          <span class="visually-hidden">What to do with it</span>
        </th>
      </tr>
    </thead>
  );
}

function Empty() {
  return (
    <p class="log__empty">
      No decision is kept in this browser yet. <a href={path('/advisor/')}>Decide about an interface</a>, and choose
      “Keep in the decision log” at its result; or open a log that a colleague saved as JSON.
    </p>
  );
}

/** How many decisions would come out differently today. */
function movedText(decisions: readonly Decision[], book: RuleBook): string | undefined {
  const moved = decisions.filter((decision) => since(decision, book).kind === 'moved').length;
  if (moved === 0) return undefined;
  return moved === 1
    ? 'The rules have changed since, and one decision would come out differently today; it is marked below.'
    : `The rules have changed since, and ${moved} decisions would come out differently today; they are marked below.`;
}

function OpenLog({ snapshot, send, book }: PartProps) {
  const { decisions, order } = snapshot.context;
  const sorted = useMemo(() => inOrder(decisions, order, book), [decisions, order, book]);
  const moved = useMemo(() => movedText(decisions, book), [decisions, book]);
  return (
    <>
      {moved && <p class="notice">{moved}</p>}
      {sorted.length === 0 ? (
        <Empty />
      ) : (
        <ScrollRegion label="Decisions">
          <table class="log__table">
            <caption class="visually-hidden">Decisions about interfaces; the headings sort them</caption>
            <Headings snapshot={snapshot} send={send} />
            <tbody>
              {sorted.map((decision) => (
                <DecisionRow key={decision.id} decision={decision} book={book} send={send} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <SideBySide decisions={sorted} book={book} />
      <LogExports decisions={sorted} book={book} send={send} />
    </>
  );
}

/** The decisions about interfaces that are kept in this browser: listed, edited, sorted, saved and read in. */
export function DecisionLog() {
  const book = useMemo(readBook, []);
  const { snapshot, send } = useDecisionLog();
  return (
    <div class="log" data-saved={snapshot.matches({ open: 'idle' }) ? 'yes' : undefined}>
      <LogNotices snapshot={snapshot} send={send} />
      {snapshot.matches('open') && <OpenLog snapshot={snapshot} send={send} book={book} />}
    </div>
  );
}

function readBook(): RuleBook {
  return JSON.parse(document.getElementById('rule-book')?.textContent ?? 'null') as RuleBook;
}
