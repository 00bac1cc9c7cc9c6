import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { fromFragment, type Resumed, toFragment } from '#apps/questionnaire/address.ts';
import { readOption } from '#apps/questionnaire/answers.ts';
import { answerOf, entryOf, withRange, withTyped } from '#apps/questionnaire/count-entry.ts';
import { type QuestionnaireEvent, questionnaireMachine } from '#apps/questionnaire/machine.ts';
import { contradictionsBy, contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import { counts } from '#core/advisor/profile.ts';
import { questionOf } from '#core/advisor/wording.ts';
import { book } from '#tests/support/rule-book.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);

/** A count field, an answer given before, and what somebody says in the form, one after the other. */
const dialogues = fc.constantFrom(...counts).chain((field) => {
  const ranges = (questionOf(field, book)?.options ?? []).map(({ value }) => Number(value));
  const number = fc.oneof(fc.constantFrom(...ranges), fc.nat());
  return fc.record({
    field: fc.constant(field),
    ranges: fc.constant(ranges),
    before: fc.option(number, { nil: undefined }),
    said: fc.array(
      fc.oneof(
        fc.record({ by: fc.constant('range' as const), value: fc.constantFrom(...ranges) }),
        fc.record({ by: fc.constant('number' as const), value: number }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  });
});

test('whatever is said of a count, by range or by number, the last said is in the answers and in the link', () => {
  fc.assert(
    fc.property(dialogues, ({ field, ranges, before, said }) => {
      const entry = said.reduce(
        (so, { by, value }) => (by === 'range' ? withRange(value) : withTyped(so, String(value))),
        entryOf(before, ranges),
      );
      const last = said.at(-1)?.value as number;
      expect(answerOf(entry)).toBe(last);

      const resumed: Resumed = {
        kind: 'read',
        position: {
          answers: { profile: { operation: 'read', ...(before !== undefined && { [field]: before }) }, unsure: [] },
          place: 'result',
        },
        rulesVersion: book.version,
        faults: [],
        unknown: [],
      };
      const [start] = initialTransition(questionnaireMachine, { book, resumed });
      const [opened] = transition(questionnaireMachine, start, { type: 'question.chosen', field });
      const [{ context }] = transition(questionnaireMachine, opened, { type: 'answer.given', value: last });
      expect(context.answers.profile[field]).toBe(last);
      expect(context.changed === undefined).toBe(last === before);
      const again = fromFragment(toFragment({ answers: context.answers, place: 'result' }, book.version));
      expect(again).toMatchObject({ position: { answers: context.answers } });
    }),
    { numRuns: RUNS },
  );
});

test('whoever answers only what is on offer and is unsure of the rest meets no contradiction', () => {
  const choices = fc.array(fc.record({ unsure: fc.boolean(), option: fc.nat({ max: 20 }) }), {
    minLength: book.questions.length,
    maxLength: book.questions.length,
  });
  fc.assert(
    fc.property(choices, (says) => {
      let [state] = initialTransition(questionnaireMachine, { book, resumed: { kind: 'fresh' } });
      for (const { unsure, option } of says) {
        const { field, answers } = state.context;
        if (state.value !== 'asking' || !field) break;
        const offered = (questionOf(field, book)?.options ?? [])
          .map(({ value }) => readOption(field, value))
          .filter((value) => contradictionsBy({ [field]: value }, answers.profile, book).length === 0);
        const value = offered[option % Math.max(1, offered.length)];
        const event =
          unsure || value === undefined ? { type: 'answer.unsure' } : { type: 'answer.given', field, value };
        [state] = transition(questionnaireMachine, state, event as QuestionnaireEvent);
        const { profile, unsure: open } = state.context.answers;
        expect(contradictionsIn(withImplied(profile, open, book), book)).toEqual([]);
      }
      expect(state.value).toBe('reviewing');
    }),
    { numRuns: Math.min(RUNS, 60), seed: 20261128 },
  );
});
