import { assign, setup } from 'xstate';
import type { Value } from '#advisor/domain.ts';
import { nextQuestion } from '#advisor/next-question.ts';
import type { Field } from '#advisor/profile.ts';
import type { RuleBook } from '#advisor/rule-book.ts';
import type { Place, Position, Resumed } from './address.ts';
import { type Answers, isAnswered, noAnswers, withAnswer, withUnsure } from './answers.ts';

export interface QuestionnaireContext {
  book: RuleBook;
  resumed: Resumed;
  answers: Answers;
  /** The question on the screen while asking. */
  field: Field | undefined;
  /** Questions answered on the way here, the last one last; "back" walks along it. */
  trail: readonly Field[];
  /** Whether the question was opened from the review, to which its answer leads back. */
  fromReview: boolean;
}

export type QuestionnaireEvent =
  | { type: 'answer.given'; value: Value }
  | { type: 'answer.unsure' }
  | { type: 'back.requested' }
  | { type: 'question.chosen'; field: Field }
  | { type: 'review.requested' }
  | { type: 'questions.continued' }
  | { type: 'result.requested' }
  | { type: 'restart.requested' }
  | { type: 'address.changed'; resumed: Resumed };

/** The first question that could still change the verdict. */
const firstOpen = (book: RuleBook, { profile, unsure }: Answers): Field | undefined =>
  nextQuestion(profile, unsure, book)?.field;

const positionOf = (resumed: Resumed): Position =>
  resumed.kind === 'read' ? resumed.position : { answers: noAnswers, place: undefined };

/** Moves to the next question that matters, remembering the one just answered. */
function advance(context: QuestionnaireContext, answers: Answers) {
  const { book, field, trail } = context;
  return {
    answers,
    field: firstOpen(book, answers),
    trail: field ? [...trail.filter((other) => other !== field), field] : trail,
  };
}

function resume(book: RuleBook, resumed: Resumed) {
  const { answers, place } = positionOf(resumed);
  const asked = book.questions.map(({ field }) => field).filter((field) => isAnswered(answers, field));
  const wanted = place === 'review' || place === 'result' ? undefined : place;
  return {
    resumed,
    answers,
    field: wanted ?? firstOpen(book, answers),
    trail: asked.filter((field) => field !== wanted),
    fromReview: false,
  };
}

/**
 * Drives the questionnaire: resuming → asking ⇄ reviewing → advised, and `unreadable` for a link that says nothing.
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
    nothingLeft: ({ context }) => context.field === undefined,
    cameFromReview: ({ context }) => context.fromReview,
    hasTrail: ({ context }) => context.trail.length > 0,
  },
  actions: {
    takeAnswer: assign(({ context }, { value }: { value: Value }) =>
      context.field ? advance(context, withAnswer(context.answers, context.field, value)) : {},
    ),
    takeUnsure: assign(({ context }) =>
      context.field ? advance(context, withUnsure(context.answers, context.field)) : {},
    ),
    stepBack: assign(({ context }) => ({ field: context.trail.at(-1), trail: context.trail.slice(0, -1) })),
    open: assign((_, { field }: { field: Field }) => ({ field, fromReview: true })),
    askNext: assign(({ context }) => ({ field: firstOpen(context.book, context.answers), fromReview: false })),
    leaveReview: assign({ fromReview: false }),
    startOver: assign(({ context }) => resume(context.book, { kind: 'fresh' })),
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
  },
  states: {
    resuming: {
      always: [
        { guard: 'isUnreadable', target: 'unreadable' },
        { guard: { type: 'wantsPlace', params: { place: 'result' } }, target: 'advised' },
        { guard: { type: 'wantsPlace', params: { place: 'review' } }, target: 'reviewing' },
        { target: 'asking' },
      ],
    },
    asking: {
      always: { guard: 'nothingLeft', target: 'reviewing' },
      on: {
        'answer.given': [
          {
            guard: 'cameFromReview',
            target: 'reviewing',
            actions: [{ type: 'takeAnswer', params: ({ event }) => ({ value: event.value }) }, 'leaveReview'],
          },
          { target: 'asking', actions: { type: 'takeAnswer', params: ({ event }) => ({ value: event.value }) } },
        ],
        'answer.unsure': [
          { guard: 'cameFromReview', target: 'reviewing', actions: ['takeUnsure', 'leaveReview'] },
          { target: 'asking', actions: 'takeUnsure' },
        ],
        'back.requested': [
          { guard: 'cameFromReview', target: 'reviewing', actions: 'leaveReview' },
          { guard: 'hasTrail', target: 'asking', actions: 'stepBack' },
        ],
        'review.requested': { target: 'reviewing', actions: 'leaveReview' },
        'result.requested': 'advised',
      },
    },
    reviewing: {
      on: {
        'question.chosen': {
          target: 'asking',
          actions: { type: 'open', params: ({ event }) => ({ field: event.field }) },
        },
        'questions.continued': { target: 'asking', actions: 'askNext' },
        'back.requested': { guard: 'hasTrail', target: 'asking', actions: 'stepBack' },
        'result.requested': 'advised',
      },
    },
    advised: {
      on: {
        'question.chosen': {
          target: 'asking',
          actions: { type: 'open', params: ({ event }) => ({ field: event.field }) },
        },
        'questions.continued': { target: 'asking', actions: 'askNext' },
        'review.requested': 'reviewing',
        'back.requested': 'reviewing',
      },
    },
    unreadable: {},
  },
});
