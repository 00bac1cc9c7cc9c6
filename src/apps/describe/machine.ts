import { assign, emit, fromPromise, setup } from 'xstate';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { Understanding } from '#core/language/understand.ts';

/** The part that understands sentences, loaded when somebody begins to describe one. */
export interface Language {
  understand: (text: string) => Understanding;
  /** Sentences to begin with. */
  examples: readonly string[];
}

/** What somebody made of what was understood: another value, or `null` for an answer that was taken out. */
export type Edits = Readonly<Partial<Record<Field, NonNullable<Profile[Field]> | null>>>;

export interface DescribeContext {
  text: string;
  language: Language | undefined;
  understanding: Understanding | undefined;
  edits: Edits;
}

export type DescribeEvent =
  | { type: 'box.entered' }
  | { type: 'text.changed'; text: string }
  | { type: 'example.chosen'; text: string }
  | { type: 'retry.requested' }
  | { type: 'reading.corrected'; field: Field; value: NonNullable<Profile[Field]> }
  | { type: 'reading.removed'; field: Field }
  | { type: 'use.requested'; replacesAnswers: boolean }
  | { type: 'use.confirmed' }
  | { type: 'use.declined' };

/** What the page is told: answers to be used for the questionnaire. */
export type DescribeEmitted = { type: 'answers.described'; profile: Profile; sentence: string };

/** The answers as they stand: what was understood, and what somebody changed of it. */
export function describedProfile({ understanding, edits }: Pick<DescribeContext, 'understanding' | 'edits'>): Profile {
  const all = Object.entries({ ...understanding?.profile, ...edits });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

/**
 * Drives the box in which an interface is described: resting → loading → described, where `describing` takes text and
 * corrections, `confirming` asks before other answers make way, and `handed` says that the answers were taken.
 *
 * What a text means is decided by the language; the machine keeps the text and what somebody changed.
 */
export const describeMachine = setup({
  types: {
    context: {} as DescribeContext,
    events: {} as DescribeEvent,
    emitted: {} as DescribeEmitted,
    input: {} as { text: string },
  },
  actors: {
    loadLanguage: fromPromise<Language>(() => Promise.reject(new Error('nothing to load was provided'))),
  },
  guards: {
    hasText: ({ context }) => context.text.trim() !== '',
    saysSomething: ({ context }) => Object.keys(describedProfile(context)).length > 0,
    wouldReplace: ({ context }, { replacesAnswers }: { replacesAnswers: boolean }) =>
      replacesAnswers && Object.keys(describedProfile(context)).length > 0,
  },
  actions: {
    takeText: assign((_, { text }: { text: string }) => ({ text })),
    forgetEdits: assign({ edits: {} }),
    read: assign(({ context: { language, text } }) => ({ understanding: language?.understand(text) })),
    takeEdit: assign(({ context }, edit: { field: Field; value: NonNullable<Profile[Field]> | null }) => ({
      edits: { ...context.edits, [edit.field]: edit.value },
    })),
    handOver: emit(({ context }) => ({
      type: 'answers.described' as const,
      profile: describedProfile(context),
      sentence: context.text.trim(),
    })),
  },
}).createMachine({
  id: 'describe',
  context: ({ input }) => ({ text: input.text, language: undefined, understanding: undefined, edits: {} }),
  initial: 'resting',
  states: {
    resting: {
      always: { guard: 'hasText', target: 'loading' },
      on: {
        'box.entered': 'loading',
        'text.changed': { actions: { type: 'takeText', params: ({ event }) => ({ text: event.text }) } },
      },
    },
    loading: {
      invoke: {
        src: 'loadLanguage',
        onDone: {
          target: 'described',
          actions: [assign(({ event }) => ({ language: event.output })), 'read'],
        },
        onError: 'missing',
      },
      on: { 'text.changed': { actions: { type: 'takeText', params: ({ event }) => ({ text: event.text }) } } },
    },
    /** The part could not be loaded; what was typed stays. */
    missing: {
      on: {
        'retry.requested': 'loading',
        'text.changed': { actions: { type: 'takeText', params: ({ event }) => ({ text: event.text }) } },
      },
    },
    described: {
      initial: 'describing',
      on: {
        'text.changed': {
          target: '.describing',
          actions: [{ type: 'takeText', params: ({ event }) => ({ text: event.text }) }, 'read'],
        },
        'example.chosen': {
          target: '.describing',
          actions: [{ type: 'takeText', params: ({ event }) => ({ text: event.text }) }, 'forgetEdits', 'read'],
        },
        'reading.corrected': {
          target: '.describing',
          actions: { type: 'takeEdit', params: ({ event }) => ({ field: event.field, value: event.value }) },
        },
        'reading.removed': {
          target: '.describing',
          actions: { type: 'takeEdit', params: ({ event }) => ({ field: event.field, value: null }) },
        },
      },
      states: {
        describing: {
          on: {
            'use.requested': [
              {
                guard: {
                  type: 'wouldReplace',
                  params: ({ event }) => ({ replacesAnswers: event.replacesAnswers }),
                },
                target: 'confirming',
              },
              { guard: 'saysSomething', target: 'handed' },
            ],
          },
        },
        confirming: { on: { 'use.confirmed': 'handed', 'use.declined': 'describing' } },
        handed: { entry: 'handOver' },
      },
    },
  },
});
