import { assign, fromCallback, fromPromise, setup } from 'xstate';
import type { Decision, DecisionChange, NewDecision } from './decision.ts';
import type { Operation } from './operations.ts';
import type { NoLog, ReadLog } from './read-log.ts';
import { firstOrder, type Order, orderAfter, type SortKey } from './sort.ts';
import type { Done, Kept, LogStore } from './store.ts';

/** What a file brought, and what was done with it. */
export interface Imported {
  added: number;
  /** Decisions that are here already and say something else in the file. */
  differing: readonly Decision[];
  /** Decisions that are here already and say the same. */
  same: number;
  faults: readonly string[];
}

export interface LogContext {
  store: LogStore;
  decisions: readonly Decision[];
  /** What could not be read of what is kept; it is left as it is. */
  faults: readonly string[];
  /** Why what is kept cannot be read at all. */
  foreign: string;
  /** Steps that are not written yet, the first one next. */
  waiting: readonly Operation[];
  refusal: 'full' | 'denied' | 'too-many' | undefined;
  order: Order;
  /** Decisions that were just removed, to be put back on demand. */
  removed: readonly Decision[];
  imported: Imported | { reason: string } | undefined;
}

export type LogEvent =
  | { type: 'decisions.added'; decisions: readonly NewDecision[] }
  | { type: 'decision.changed'; id: string; change: DecisionChange }
  | { type: 'decision.removed'; id: string }
  | { type: 'removal.undone' }
  | { type: 'file.read'; log: ReadLog | NoLog }
  | { type: 'import.replaced' }
  | { type: 'order.chosen'; by: SortKey }
  | { type: 'writing.retried' }
  | { type: 'writing.given-up' }
  | { type: 'store.changed' };

const isSame = (a: Decision, b: Decision): boolean =>
  JSON.stringify({ ...a, number: 0 }) === JSON.stringify({ ...b, number: 0 });

/** What a file brings beside what is here: new decisions are added, others are left until somebody says so. */
export function compareWith(here: readonly Decision[], { decisions, faults }: ReadLog) {
  const byId = new Map(here.map((decision) => [decision.id, decision]));
  const known = decisions.flatMap((theirs) => {
    const ours = byId.get(theirs.id);
    return ours ? [{ ours, theirs }] : [];
  });
  const differing = known.filter(({ ours, theirs }) => !isSame(ours, theirs));
  return {
    fresh: decisions.filter(({ id }) => !byId.has(id)),
    differing: differing.map(({ ours, theirs }) => ({ ...theirs, number: ours.number })),
    same: known.length - differing.length,
    faults,
  };
}

const withStep = ({ waiting }: LogContext, operation: Operation) => ({ waiting: [...waiting, operation] });

function changedLocally({ decisions }: LogContext, id: string, change: DecisionChange) {
  return decisions.map((decision) => (decision.id === id ? { ...decision, ...change } : decision));
}

/**
 * The decision log: reading → open, denied or foreign. While it is open, every step is written at once, one after the
 * other; a step that the browser refuses stays, with those behind it, until it is tried again or given up.
 */
export const logMachine = setup({
  types: {
    context: {} as LogContext,
    events: {} as LogEvent,
    input: {} as { store: LogStore },
  },
  actors: {
    read: fromPromise(({ input }: { input: LogStore }): Promise<Kept> => input.read()),
    write: fromPromise(
      ({ input }: { input: { store: LogStore; operation: Operation | undefined } }): Promise<Done> =>
        input.operation ? input.store.apply(input.operation) : Promise.resolve({ result: 'refused', reason: 'denied' }),
    ),
    watch: fromCallback<LogEvent, LogStore>(({ input, sendBack }) =>
      input.watch(() => sendBack({ type: 'store.changed' })),
    ),
  },
  guards: {
    isDenied: (_, kept: Kept) => kept === 'denied',
    isForeign: (_, kept: Kept) => kept !== 'denied' && 'reason' in kept,
    isWaiting: ({ context }) => context.waiting.length > 0,
    isRefused: (_, done: Done) => done.result === 'refused',
    isReadable: (_, log: ReadLog | NoLog) => !('reason' in log),
    hasRemoved: ({ context }) => context.removed.length > 0,
  },
  actions: {
    takeLog: assign((_, kept: Kept) =>
      kept === 'denied' || 'reason' in kept ? {} : { decisions: kept.decisions, faults: kept.faults },
    ),
    takeReason: assign((_, kept: Kept) => (kept !== 'denied' && 'reason' in kept ? { foreign: kept.reason } : {})),
    takeWritten: assign(({ context }, done: Done) => {
      if (done.result === 'refused') return {};
      const waiting = context.waiting.slice(1);
      // What is still waiting was shown already, and would flicker if the log were shown as it is without it.
      return waiting.length > 0 ? { waiting } : { waiting, decisions: done.log.decisions, faults: done.log.faults };
    }),
    takeRefusal: assign((_, done: Done) => (done.result === 'refused' ? { refusal: done.reason } : {})),
    forgetRefusal: assign({ refusal: undefined }),
    dropWaiting: assign({ waiting: [], refusal: undefined }),
    add: assign(({ context }, decisions: readonly NewDecision[]) => withStep(context, { type: 'add', decisions })),
    change: assign(({ context }, { id, change }: { id: string; change: DecisionChange }) => ({
      ...withStep(context, { type: 'change', id, change }),
      decisions: changedLocally(context, id, change),
    })),
    remove: assign(({ context }, id: string) => ({
      ...withStep(context, { type: 'remove', ids: [id] }),
      decisions: context.decisions.filter((decision) => decision.id !== id),
      removed: context.decisions.filter((decision) => decision.id === id),
      imported: undefined,
    })),
    putBack: assign(({ context }) => ({
      ...withStep(context, { type: 'put', decisions: context.removed }),
      decisions: [...context.decisions, ...context.removed],
      removed: [],
    })),
    takeFile: assign(({ context }, log: ReadLog | NoLog) => {
      if ('reason' in log) return { imported: { reason: log.reason } };
      const { fresh, differing, same, faults } = compareWith(context.decisions, log);
      return {
        imported: { added: fresh.length, differing, same, faults },
        removed: [],
        ...(fresh.length > 0 && withStep(context, { type: 'add', decisions: fresh })),
      };
    }),
    replaceDiffering: assign(({ context }) => {
      const { imported } = context;
      if (!imported || 'reason' in imported || imported.differing.length === 0) return {};
      const byId = new Map(imported.differing.map((decision) => [decision.id, decision]));
      return {
        ...withStep(context, { type: 'put', decisions: imported.differing }),
        decisions: context.decisions.map((decision) => byId.get(decision.id) ?? decision),
        imported: { ...imported, differing: [] },
      };
    }),
    takeOrder: assign(({ context }, by: SortKey) => ({ order: orderAfter(context.order, by) })),
  },
}).createMachine({
  id: 'decisionLog',
  context: ({ input }) => ({
    store: input.store,
    decisions: [],
    faults: [],
    foreign: '',
    waiting: [],
    refusal: undefined,
    order: firstOrder,
    removed: [],
    imported: undefined,
  }),
  initial: 'reading',
  states: {
    reading: {
      invoke: {
        src: 'read',
        input: ({ context }) => context.store,
        onDone: [
          { guard: { type: 'isDenied', params: ({ event }) => event.output }, target: 'denied' },
          {
            guard: { type: 'isForeign', params: ({ event }) => event.output },
            target: 'foreign',
            actions: { type: 'takeReason', params: ({ event }) => event.output },
          },
          { target: 'open', actions: { type: 'takeLog', params: ({ event }) => event.output } },
        ],
        onError: 'denied',
      },
    },
    /** The browser keeps nothing for this page. */
    denied: { on: { 'writing.retried': 'reading' } },
    /** Something is kept that this version cannot read; it is never written over. */
    foreign: { on: { 'writing.retried': 'reading', 'store.changed': 'reading' } },
    open: {
      invoke: { src: 'watch', input: ({ context }) => context.store },
      initial: 'idle',
      on: {
        'decisions.added': { target: '.checking', actions: { type: 'add', params: ({ event }) => event.decisions } },
        'decision.changed': {
          target: '.checking',
          actions: { type: 'change', params: ({ event }) => ({ id: event.id, change: event.change }) },
        },
        'decision.removed': { target: '.checking', actions: { type: 'remove', params: ({ event }) => event.id } },
        'removal.undone': { guard: 'hasRemoved', target: '.checking', actions: 'putBack' },
        'file.read': { target: '.checking', actions: { type: 'takeFile', params: ({ event }) => event.log } },
        'import.replaced': { target: '.checking', actions: 'replaceDiffering' },
        'order.chosen': { actions: { type: 'takeOrder', params: ({ event }) => event.by } },
      },
      states: {
        idle: { on: { 'store.changed': 'rereading' } },
        checking: { always: [{ guard: 'isWaiting', target: 'writing' }, { target: 'idle' }] },
        writing: {
          on: {
            // A step taken meanwhile waits its turn; beginning anew would write the first one twice.
            'decisions.added': { actions: { type: 'add', params: ({ event }) => event.decisions } },
            'decision.changed': {
              actions: { type: 'change', params: ({ event }) => ({ id: event.id, change: event.change }) },
            },
            'decision.removed': { actions: { type: 'remove', params: ({ event }) => event.id } },
            'removal.undone': { guard: 'hasRemoved', actions: 'putBack' },
            'file.read': { actions: { type: 'takeFile', params: ({ event }) => event.log } },
            'import.replaced': { actions: 'replaceDiffering' },
          },
          invoke: {
            src: 'write',
            input: ({ context }) => ({ store: context.store, operation: context.waiting[0] }),
            onDone: [
              {
                guard: { type: 'isRefused', params: ({ event }) => event.output },
                target: 'refused',
                actions: { type: 'takeRefusal', params: ({ event }) => event.output },
              },
              { target: 'checking', actions: { type: 'takeWritten', params: ({ event }) => event.output } },
            ],
            onError: {
              target: 'refused',
              actions: { type: 'takeRefusal', params: { result: 'refused', reason: 'denied' } as const },
            },
          },
        },
        /** The browser did not keep the last step; it stays on the screen, and so do later ones. */
        refused: {
          exit: 'forgetRefusal',
          on: { 'writing.retried': 'writing', 'writing.given-up': { target: 'rereading', actions: 'dropWaiting' } },
        },
        rereading: {
          invoke: {
            src: 'read',
            input: ({ context }) => context.store,
            onDone: [
              { guard: { type: 'isDenied', params: ({ event }) => event.output }, target: 'idle' },
              {
                guard: { type: 'isForeign', params: ({ event }) => event.output },
                target: '#decisionLog.foreign',
                actions: { type: 'takeReason', params: ({ event }) => event.output },
              },
              { target: 'idle', actions: { type: 'takeLog', params: ({ event }) => event.output } },
            ],
            onError: 'idle',
          },
        },
      },
    },
  },
});
