import { assign, setup } from 'xstate';
import type { Value } from '#core/advisor/domain.ts';
import type { Field, Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import type { Place, Position, Resumed } from './address.ts';
import { questionAfter } from './ahead.ts';
import { type Answers, isAnswered, isAnsweredAlike, noAnswers, withAnswer, withUnsure } from './answers.ts';
import { nameFrom, tidyName } from './name.ts';

export interface QuestionnaireContext {
  book: RuleBook;
  resumed: Resumed;
  answers: Answers;
  /** The question on the screen while asking. */
  field: Field | undefined;
  /** Questions answered on the way here, the last one last; "back" walks along it. */
  trail: readonly Field[];
  /** Where the question that is being changed was opened, and its answer leads back to. */
  openedFrom: 'asking' | 'reviewing' | 'advised';
  /** What the last new answer changed, and the answers before it; nothing where it said the same once more. */
  changed: { field: Field; before: Answers } | undefined;
  /** What the interface is called; empty where nobody named it. */
  name: string;
  /** The sentence that the answers were read from; empty where they were given one by one. */
  sentence: string;
}

export type QuestionnaireEvent =
  /** `field` is the question that was on the screen; an answer to another one comes too late and is not taken. */
  | { type: 'answer.given'; value: Value; field?: Field }
  | { type: 'answer.unsure' }
  | { type: 'back.requested' }
  | { type: 'question.chosen'; field: Field }
  | { type: 'answer.changed'; field: Field; value: Value }
  | { type: 'review.requested' }
  | { type: 'questions.continued' }
  | { type: 'result.requested' }
  | { type: 'name.given'; name: string }
  | { type: 'draft.continued' }
  | { type: 'restart.requested' }
  | { type: 'address.changed'; resumed: Resumed }
  | { type: 'answers.described'; profile: Profile; sentence: string };

const positionOf = (resumed: Resumed): Position =>
  resumed.kind === 'read' ? resumed.position : { answers: noAnswers, place: undefined };

/** Moves to the next question that matters, remembering the one just answered. */
function advance(context: QuestionnaireContext, answers: Answers) {
  const { book, field, trail } = context;
  return {
    answers,
    field: questionAfter(answers, book),
    trail: field ? [...trail.filter((other) => other !== field), field] : trail,
  };
}

/**
 * Takes the new answer to a question that was answered before; where somebody is stays as it is. The same answer once
 * more changes nothing, and is not remembered as a change.
 */
const change = (context: QuestionnaireContext, field: Field, answers: Answers) => ({
  answers,
  changed: isAnsweredAlike(context.answers, answers, field) ? undefined : { field, before: context.answers },
});

function resume(book: RuleBook, resumed: Resumed) {
  const { answers, place, name = '' } = positionOf(resumed);
  const asked = book.questions.map(({ field }) => field).filter((field) => isAnswered(answers, field));
  const wanted = place === 'review' || place === 'result' ? undefined : place;
  return {
    resumed,
    answers,
    field: wanted ?? questionAfter(answers, book),
    trail: asked.filter((field) => field !== wanted),
    openedFrom: 'reviewing' as const,
    changed: undefined,
    name,
    sentence: resumed.kind === 'read' ? (resumed.kept?.sentence ?? '') : '',
  };
}

/** Answers that were read from a sentence; what is left is asked for from here on. */
const described = (book: RuleBook, profile: Profile, sentence: string) => ({
  ...resume(book, { kind: 'fresh' }),
  answers: { profile, unsure: [] },
  field: questionAfter({ profile, unsure: [] }, book),
  trail: book.questions.map(({ field }) => field).filter((field) => profile[field] !== undefined),
  name: nameFrom(sentence),
  sentence,
});

/**
 * Drives the questionnaire: resuming → asking ⇄ reviewing → advised; `changing` takes one new answer and leads back,
 * `welcoming` offers the draft of an earlier visit, `unreadable` stands for a link that says nothing.
 *
 * What is asked next, and whether anything is left to ask, is decided by the core; the machine only keeps the place.
 */
export const questionnaireMachine = setup({
  types: {
    context: {} as QuestionnaireContext,
    events: {} as QuestionnaireEvent,
    input: {} as { book: RuleBook; resumed: Resumed },
  },
  guards: {
    isUnreadable: ({ context }) => context.resumed.kind === 'unreadable',
    wantsPlace: ({ context }, { place }: { place: Place }) => positionOf(context.resumed).place === place,
    isFromDraft: ({ context }) => context.resumed.kind === 'read' && context.resumed.kept !== undefined,
    isAsked: ({ context }, { field }: { field: Field | undefined }) => field === undefined || field === context.field,
    nothingLeft: ({ context }) => context.field === undefined,
    cameFromResult: ({ context }) => context.openedFrom === 'advised',
    cameFromQuestions: ({ context }) => context.openedFrom === 'asking',
    hasTrail: ({ context }) => context.trail.length > 0,
  },
  actions: {
    takeAnswer: assign(({ context }, { value }: { value: Value }) =>
      context.field ? advance(context, withAnswer(context.answers, context.field, value)) : {},
    ),
    takeUnsure: assign(({ context }) =>
      context.field ? advance(context, withUnsure(context.answers, context.field)) : {},
    ),
    changeAnswer: assign(({ context }, { field, value }: { field: Field | undefined; value: Value }) =>
      field ? change(context, field, withAnswer(context.answers, field, value)) : {},
    ),
    withdrawAnswer: assign(({ context }) =>
      context.field ? change(context, context.field, withUnsure(context.answers, context.field)) : {},
    ),
    stepBack: assign(({ context }) => ({ field: context.trail.at(-1), trail: context.trail.slice(0, -1) })),
    open: assign((_, { field, from }: { field: Field; from: QuestionnaireContext['openedFrom'] }) => ({
      field,
      openedFrom: from,
    })),
    askNext: assign(({ context }) => ({ field: questionAfter(context.answers, context.book) })),
    forgetChange: assign({ changed: undefined }),
    takeName: assign((_, { name }: { name: string }) => ({ name: tidyName(name) })),
    startOver: assign(({ context }) => resume(context.book, { kind: 'fresh' })),
    takeDescribed: assign(({ context }, { profile, sentence }: { profile: Profile; sentence: string }) =>
      described(context.book, profile, sentence),
    ),
    followAddress: assign(({ context }, { resumed }: { resumed: Resumed }) => resume(context.book, resumed)),
  },
}).createMachine({
  id: 'questionnaire',
  context: ({ input }) => ({ book: input.book, ...resume(input.book, input.resumed) }),
  initial: 'resuming',
  on: {
    'restart.requested': { target: '.asking', actions: 'startOver' },
    'address.changed': {
      target: '.resuming',
      actions: { type: 'followAddress', params: ({ event }) => ({ resumed: event.resumed }) },
    },
    'answers.described': {
      target: '.asking',
      actions: {
        type: 'takeDescribed',
        params: ({ event }) => ({ profile: event.profile, sentence: event.sentence }),
      },
    },
    'name.given': { actions: { type: 'takeName', params: ({ event }) => ({ name: event.name }) } },
  },
  states: {
    resuming: {
      always: [
        { guard: 'isUnreadable', target: 'unreadable' },
        { guard: 'isFromDraft', target: 'welcoming' },
        { target: 'placing' },
      ],
    },
    /** Answers of an earlier visit are there; nothing is asked before somebody says whether to go on with them. */
    welcoming: { on: { 'draft.continued': 'placing' } },
    placing: {
      always: [
        { guard: { type: 'wantsPlace', params: { place: 'result' } }, target: 'advised' },
        { guard: { type: 'wantsPlace', params: { place: 'review' } }, target: 'reviewing' },
        { target: 'asking' },
      ],
    },
    asking: {
      always: { guard: 'nothingLeft', target: 'reviewing' },
      on: {
        'answer.given': {
          guard: { type: 'isAsked', params: ({ event }) => ({ field: event.field }) },
          actions: ['forgetChange', { type: 'takeAnswer', params: ({ event }) => ({ value: event.value }) }],
        },
        'answer.unsure': { actions: ['forgetChange', 'takeUnsure'] },
        'back.requested': { guard: 'hasTrail', actions: ['forgetChange', 'stepBack'] },
        'question.chosen': {
          target: 'changing',
          actions: { type: 'open', params: ({ event }) => ({ field: event.field, from: 'asking' as const }) },
        },
        'review.requested': 'reviewing',
        'result.requested': 'advised',
      },
    },
    /** One answer is changed and nothing else is asked; it leads back to where it was opened. */
    changing: {
      on: {
        'answer.given': {
          guard: { type: 'isAsked', params: ({ event }) => ({ field: event.field }) },
          target: 'returning',
          actions: {
            type: 'changeAnswer',
            params: ({ context, event }) => ({ field: context.field, value: event.value }),
          },
        },
        'answer.unsure': { target: 'returning', actions: 'withdrawAnswer' },
        'back.requested': 'returning',
        'question.chosen': {
          actions: {
            type: 'open',
            params: ({ context, event }) => ({ field: event.field, from: context.openedFrom }),
          },
        },
        'review.requested': 'reviewing',
        'result.requested': 'advised',
      },
    },
    returning: {
      always: [
        { guard: 'cameFromResult', target: 'advised' },
        { guard: 'cameFromQuestions', target: 'asking', actions: 'askNext' },
        { target: 'reviewing' },
      ],
    },
    reviewing: {
      on: {
        'question.chosen': {
          target: 'changing',
          actions: { type: 'open', params: ({ event }) => ({ field: event.field, from: 'reviewing' as const }) },
        },
        'questions.continued': { target: 'asking', actions: ['forgetChange', 'askNext'] },
        'back.requested': { guard: 'hasTrail', target: 'asking', actions: 'stepBack' },
        'result.requested': 'advised',
      },
    },
    advised: {
      on: {
        'question.chosen': {
          target: 'changing',
          actions: { type: 'open', params: ({ event }) => ({ field: event.field, from: 'advised' as const }) },
        },
        'answer.changed': {
          actions: { type: 'changeAnswer', params: ({ event }) => ({ field: event.field, value: event.value }) },
        },
        'questions.continued': { target: 'asking', actions: ['forgetChange', 'askNext'] },
        'review.requested': 'reviewing',
        'back.requested': 'reviewing',
      },
    },
    unreadable: {},
  },
});
