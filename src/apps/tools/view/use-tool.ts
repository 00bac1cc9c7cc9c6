import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fromFragment, toFragment } from '#apps/tools/address.ts';
import { sameEntries } from '#apps/tools/entries-in.ts';
import { type Kept, openToolStore } from '#apps/tools/keeping.ts';
import { type Worked, workOut } from '#core/tools/evaluate.ts';
import { type ReadEntries, readEntries } from '#core/tools/read-entries.ts';
import { type Entries, exampleEntries, startEntries, type Tool } from '#core/tools/tool.ts';

/** What the page has to say about what is kept. */
export type Notice =
  | { kind: 'none' }
  /** The link could not be read, so what is shown is this browser's own. */
  | { kind: 'bad-link' }
  | { kind: 'other-tab'; there: Kept }
  | { kind: 'unreadable' }
  | { kind: 'refused'; reason: 'full' | 'denied' };

/** What the page knows at a moment. */
interface State {
  entries: Entries;
  /** Entries that had to make way, and may come back. */
  aside: Entries | undefined;
  notice: Notice;
}

/** A tool as its page uses it. */
export interface ToolInUse extends State {
  read: ReadEntries;
  worked: Worked;
  /** Takes over a change that somebody typed. */
  change(entries: Entries): void;
  openExample(): void;
  startAgain(): void;
  /** Puts the entries that were set aside in place of those shown, and these aside. */
  swap(): void;
  takeTheirs(): void;
  keepMine(): void;
}

/** How long somebody must stop typing before what they typed is kept. */
const PAUSE_MS = 300;

/** Entries that are worth setting aside: not those that the tool starts with. */
const worthKeeping = (tool: Tool, entries: Entries, instead: Entries): Entries | undefined =>
  sameEntries(entries, startEntries(tool)) || sameEntries(entries, instead) ? undefined : entries;

/** Keeps entries in this browser and in the address, and notices what other tabs write. */
export function useTool(tool: Tool): ToolInUse {
  const store = useMemo(() => openToolStore(tool), [tool]);
  const revision = useRef(0);
  const isRead = useRef(false);
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [state, setState] = useState<State>(() => {
    const linked = fromFragment(tool, window.location.hash);
    const isBad = linked === 'unreadable';
    return {
      entries: linked === 'none' || isBad ? startEntries(tool) : linked,
      aside: undefined,
      notice: isBad ? { kind: 'bad-link' } : { kind: 'none' },
    };
  });
  const latest = useRef(state);
  latest.current = state;

  async function keep(): Promise<void> {
    const { entries, aside } = latest.current;
    const fragment = toFragment(tool, entries);
    window.history.replaceState(null, '', fragment === '' ? window.location.pathname : `#${fragment}`);
    const saved = await store.save({ entries, aside }, revision.current);
    if (saved.result === 'saved') {
      revision.current = saved.revision;
      return;
    }
    const notice: Notice = saved.result === 'outdated' ? { kind: 'other-tab', there: saved.there } : noticeOf(saved);
    setState((before) => ({ ...before, notice }));
  }

  const keepSoon = (): void => {
    clearTimeout(pending.current);
    pending.current = setTimeout(keep, PAUSE_MS);
  };

  /** Somebody who leaves at once has typed as well. */
  const keepNow = (): void => {
    if (pending.current === undefined) return;
    clearTimeout(pending.current);
    pending.current = undefined;
    void keep();
  };

  useEffect(() => {
    void store.read().then((kept) => {
      isRead.current = true;
      if (kept === 'nothing') return;
      if (kept === 'denied' || kept === 'unreadable') {
        setState((before) => ({
          ...before,
          notice: kept === 'denied' ? { kind: 'refused', reason: 'denied' } : { kind: 'unreadable' },
        }));
        return;
      }
      revision.current = kept.revision;
      setState((before) => {
        const isUntouched = sameEntries(before.entries, startEntries(tool));
        if (isUntouched) return { ...before, entries: kept.entries, aside: kept.aside };
        return { ...before, aside: worthKeeping(tool, kept.entries, before.entries) ?? kept.aside };
      });
    });
    const onHash = (): void => {
      const linked = fromFragment(tool, window.location.hash);
      if (linked === 'none' || linked === 'unreadable' || sameEntries(linked, latest.current.entries)) return;
      setState(({ entries }) => ({
        entries: linked,
        aside: worthKeeping(tool, entries, linked),
        notice: { kind: 'none' },
      }));
    };
    window.addEventListener('hashchange', onHash);
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('hashchange', onHash);
      window.removeEventListener('pagehide', keepNow);
    };
  }, [store]);

  const read = useMemo(() => readEntries(tool, state.entries), [tool, state.entries]);
  const worked = useMemo(() => workOut(tool, read), [tool, read]);

  const show = (entries: Entries): void => {
    setState((before) => ({
      entries,
      aside: worthKeeping(tool, before.entries, entries) ?? before.aside,
      notice: { kind: 'none' },
    }));
    keepSoon();
  };

  return {
    ...state,
    read,
    worked,
    change(entries) {
      setState((before) => ({ ...before, entries }));
      if (state.notice.kind !== 'other-tab' && state.notice.kind !== 'unreadable') keepSoon();
    },
    openExample: () => show(exampleEntries(tool)),
    startAgain: () => show(startEntries(tool)),
    swap() {
      setState((before) => ({ ...before, entries: before.aside ?? before.entries, aside: before.entries }));
      keepSoon();
    },
    takeTheirs() {
      if (state.notice.kind !== 'other-tab') return;
      const { there } = state.notice;
      revision.current = there.revision;
      setState((before) => ({ entries: there.entries, aside: before.entries, notice: { kind: 'none' } }));
      keepSoon();
    },
    keepMine() {
      if (state.notice.kind !== 'other-tab') return;
      const { there } = state.notice;
      revision.current = there.revision;
      setState((before) => ({ ...before, aside: there.entries, notice: { kind: 'none' } }));
      keepSoon();
    },
  };
}

const noticeOf = (saved: { result: 'unreadable' } | { result: 'refused'; reason: 'full' | 'denied' }): Notice =>
  saved.result === 'refused' ? { kind: 'refused', reason: saved.reason } : { kind: 'unreadable' };
