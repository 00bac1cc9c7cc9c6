import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Missing } from '#apps/inventory/keeping/store.ts';
import type { InventorySnapshot, Send } from '#apps/inventory/machine/machine.ts';
import { isBegun } from './kept-state.ts';

interface KeepingProps {
  snapshot: InventorySnapshot;
  send: Send;
}

const number = (value: number): string => value.toLocaleString('en-GB');

function missingText({ parts, ofParts, rows, ofRows, isExact, cells }: Missing): string {
  const lost = `${isExact ? '' : 'up to '}${number(rows)} of ${number(ofRows)} interfaces`;
  const sentences = [
    parts > 0 && `${number(parts)} of ${number(ofParts)} parts could not be read, and with them ${lost}.`,
    parts === 0 && rows > 0 && `${lost} could not be read.`,
    cells > 0 && `${number(cells)} ${cells === 1 ? 'cell' : 'cells'} could not be read by this version of the page.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

const isTyping = (element: Element | null): boolean => element?.matches('input, select, textarea') ?? false;

/** Stays in sight wherever the page is scrolled to, and takes the focus unless somebody is typing. */
function Halt({ children, wantsFocus }: { children: ComponentChildren; wantsFocus: boolean }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wantsFocus && !isTyping(document.activeElement)) notice.current?.focus({ preventScroll: true });
  }, [wantsFocus]);
  return (
    <div ref={notice} class="notice notice--halt" role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}

/** Why nothing is kept just now, and the ways to go on. */
function Halted({ snapshot, send }: KeepingProps) {
  const { theirs, missing, revision } = snapshot.context;
  const begun = isBegun(snapshot);
  const take = (label: string) => (
    <button type="button" class="button" onClick={() => send({ type: 'theirs.taken' })}>
      {label}
    </button>
  );
  const keep = (label: string) =>
    begun && (
      <button type="button" class="button button--quiet" onClick={() => send({ type: 'mine.kept' })}>
        {label}
      </button>
    );
  if (missing) {
    return (
      <Halt wantsFocus>
        <p>
          <strong>Part of the inventory that this browser keeps is missing.</strong> {missingText(missing)} What is left
          is shown below. Nothing is written over it until you choose.
        </p>
        <p class="button-row">
          {take('Read it again')}
          {keep('Keep what is shown')}
        </p>
      </Halt>
    );
  }
  if (theirs?.holds === 'nothing') {
    return (
      <Halt wantsFocus={begun}>
        <p>The inventory was cleared in another tab. What you see here is no longer kept in this browser.</p>
        <p class="button-row">
          {take('Clear it here too')}
          {keep('Keep this one')}
        </p>
      </Halt>
    );
  }
  if (theirs?.holds === 'newer' || theirs?.holds === 'unreadable') {
    return (
      <Halt wantsFocus>
        <p>
          {theirs.holds === 'newer'
            ? 'A newer version of this page has kept an inventory in this browser, which this version cannot read. Reload the page to get the newer version.'
            : 'What this browser keeps in the place of an inventory cannot be read.'}{' '}
          It is left as it is, and nothing is kept from here until you choose.
        </p>
        <p class="button-row">
          {theirs.holds === 'newer' && (
            <button type="button" class="button" onClick={() => window.location.reload()}>
              Reload
            </button>
          )}
          {keep('Keep this one instead')}
        </p>
      </Halt>
    );
  }
  if (!begun) {
    return (
      <Halt wantsFocus={false}>
        <p>An inventory has been opened in another tab.</p>
        <p class="button-row">{take('Show the other tab’s')}</p>
      </Halt>
    );
  }
  return (
    <Halt wantsFocus>
      <p>
        {revision === 0
          ? 'This browser already keeps another inventory, from another tab or an earlier visit.'
          : 'This inventory was changed in another tab.'}{' '}
        Nothing more is kept from here until you say which one counts. If you show the other one, Undo brings this one
        back.
      </p>
      <p class="button-row">
        {take(revision === 0 ? 'Show the other one' : 'Show the other tab’s')}
        {keep('Keep this one')}
      </p>
    </Halt>
  );
}

const FULL =
  'The storage that this browser allows is full: the inventory will be gone when you leave the page. Everything else works; export it before you go.';
const DENIED =
  'This browser lets the page keep nothing: the inventory will be gone when you leave the page. Everything else works; export it before you go.';
const SLOW =
  'The browser has not answered for 8 seconds, so your latest changes are not kept so far. Everything else works; export the inventory before you leave, unless this notice goes away.';
const UNREAD =
  'This browser does not let the page read what it may have kept. If there is an inventory of an earlier visit, it is not shown here, and nothing is written over it unseen; reload the page to try again.';
const NOT_YET_READ =
  'The browser has not answered for 8 seconds whether it keeps an inventory of an earlier visit. You can begin without it: nothing is written over what is kept there unless you say so.';

function obstacle(snapshot: InventorySnapshot): string | undefined {
  if (snapshot.matches({ keeping: 'full' })) return FULL;
  if (snapshot.matches({ keeping: 'denied' })) return DENIED;
  if (snapshot.matches({ keeping: { saving: 'slow' } })) return SLOW;
  if (snapshot.matches({ keeping: 'unread' })) return UNREAD;
  return snapshot.matches({ document: { restoring: 'slow' } }) ? NOT_YET_READ : undefined;
}

/** What stands in the way of keeping the inventory; nothing where all is well. */
export function Keeping({ snapshot, send }: KeepingProps) {
  if (snapshot.matches({ keeping: 'halted' })) return <Halted snapshot={snapshot} send={send} />;
  const text = obstacle(snapshot);
  if (!text) return null;
  return (
    <div class="notice" role="status">
      <p>{text}</p>
    </div>
  );
}
