import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { fromFragment, type Resumed } from '#apps/questionnaire/address.ts';
import { type QuestionnaireEvent, questionnaireMachine } from '#apps/questionnaire/machine.ts';
import { book } from '#tests/support/rule-book.ts';

/** The state after some events, starting from an address. */
function stateAfter(resumed: Resumed, ...events: QuestionnaireEvent[]) {
  const [start] = initialTransition(questionnaireMachine, { book, resumed });
  return events.reduce((state, event) => transition(questionnaireMachine, state, event)[0], start);
}

const fresh: Resumed = { kind: 'fresh' };
const link = (text: string) => fromFragment(`rules=${book.version}&${text}`);
/** What this browser kept, as the page finds it. */
const draft = (text: string): Resumed => {
  const resumed = link(text);
  return resumed.kind === 'read'
    ? { ...resumed, kept: { at: undefined, sentence: 'Stock, hourly', decided: undefined } }
    : resumed;
};
const settledLink = link('deployment=on-premises&systems=2&transformation=none&operation=bulk-load&at=review');

describe('resuming', () => {
  test.each<[string, Resumed, string]>([
    ['nothing to resume', fresh, 'asking'],
    ['a link to a question', link('at=latency&operation=read'), 'asking'],
    ['a link to the review', link('at=review&operation=read'), 'reviewing'],
    ['a link to the result', link('at=result&operation=read'), 'advised'],
    ['a link that is not ours', fromFragment('access_token=1'), 'unreadable'],
    ['the draft of an earlier visit', draft('at=review&operation=read'), 'welcoming'],
    ['a link that is far too long', fromFragment(`rules=1&x=${'y'.repeat(5000)}`), 'unreadable'],
  ])('%s', (_story, resumed, value) => {
    expect(stateAfter(resumed).value).toBe(value);
  });

  test('a link to a question opens that question', () => {
    expect(stateAfter(link('at=latency&operation=read')).context.field).toBe('latency');
  });
});

describe('welcoming', () => {
  test.each<[string, string]>([
    ['to the question', 'at=latency&operation=read'],
    ['to the review', 'at=review&operation=read'],
    ['to the result', 'at=result&operation=read'],
  ])('leads on %s where it was left', (_story, text) => {
    const { value, context } = stateAfter(draft(text), { type: 'draft.continued' });
    expect({ value, answers: context.answers, sentence: context.sentence }).toEqual({
      value: stateAfter(link(text)).value,
      answers: { profile: { operation: 'read' }, unsure: [] },
      sentence: 'Stock, hourly',
    });
  });

  test('or to the first question, with nothing answered', () => {
    const { value, context } = stateAfter(draft('at=result&operation=read'), { type: 'restart.requested' });
    expect(value).toBe('asking');
    expect(context).toMatchObject({ answers: { profile: {} }, name: '', sentence: '' });
  });
});

describe('a sentence', () => {
  const described = {
    type: 'answers.described',
    profile: { latency: 'nightly' },
    sentence: 'Orders from the shop, nightly; nobody waits',
  } as const;

  test('names the interface, and its answers are asked about no more', () => {
    const { value, context } = stateAfter(fresh, described);
    expect(value).toBe('asking');
    expect(context).toMatchObject({
      answers: { profile: { latency: 'nightly' } },
      name: 'Orders from the shop, nightly',
      sentence: described.sentence,
      trail: ['latency'],
    });
    expect(context.field).not.toBe('latency');
  });

  test('gives way to a name that somebody types', () => {
    expect(stateAfter(fresh, described, { type: 'name.given', name: ' Web  orders\n' }).context.name).toBe(
      'Web orders',
    );
  });
});

describe('asking', () => {
  test('an answer to a question that is gone already is not taken', () => {
    const { context } = stateAfter(
      fresh,
      { type: 'answer.given', field: 'operation', value: 'read' },
      { type: 'answer.given', field: 'operation', value: 'extract' },
    );
    expect(context.answers.profile).toEqual({ operation: 'read' });
  });

  test('an earlier answer is changed in its place, and the question to ask is worked out anew', () => {
    const start = [
      { type: 'answer.given', value: 'read' },
      { type: 'answer.given', value: 'third-party' },
    ] as const;
    const asked = stateAfter(fresh, ...start);
    const changing = stateAfter(fresh, ...start, { type: 'question.chosen', field: 'operation' });
    expect(changing.value).toBe('changing');
    expect(changing.context).toMatchObject({ field: 'operation', openedFrom: 'asking' });
    const back = transition(questionnaireMachine, changing, { type: 'back.requested' })[0];
    expect(back.value).toBe('asking');
    expect(back.context.field).toBe(asked.context.field);
    const changed = transition(questionnaireMachine, changing, { type: 'answer.given', value: 'extract' })[0];
    expect(changed.value).toBe('asking');
    expect(changed.context.answers.profile).toEqual({ operation: 'extract', counterpart: 'third-party' });
    expect(changed.context.changed?.field).toBe('operation');
    const next = transition(questionnaireMachine, changed, { type: 'answer.unsure' })[0];
    expect(next.context.changed).toBeUndefined();
  });

  test('an answer is kept and the next question comes', () => {
    const start = stateAfter(fresh);
    const { context } = stateAfter(fresh, { type: 'answer.given', value: 'read' });
    expect(start.context.field).toBe('operation');
    expect(context.answers.profile).toEqual({ operation: 'read' });
    expect(context.field).not.toBe('operation');
    expect(context.trail).toEqual(['operation']);
  });

  test('"not sure" is kept as such and not asked again', () => {
    const { context } = stateAfter(fresh, { type: 'answer.unsure' });
    expect(context.answers).toEqual({ profile: {}, unsure: ['operation'] });
    expect(context.field).not.toBe('operation');
  });

  test('back shows the question before, with its answer still there', () => {
    const { context } = stateAfter(fresh, { type: 'answer.given', value: 'read' }, { type: 'back.requested' });
    expect(context.field).toBe('operation');
    expect(context.answers.profile).toEqual({ operation: 'read' });
  });

  test('back at the first question stays there', () => {
    const state = stateAfter(fresh, { type: 'back.requested' });
    expect(state.value).toBe('asking');
    expect(state.context.field).toBe('operation');
  });

  test('the review comes by itself once no answer can change anything', () => {
    const state = stateAfter(fresh, { type: 'answer.unsure' });
    let current = state;
    for (let step = 0; step < book.questions.length && current.value === 'asking'; step += 1) {
      [current] = transition(questionnaireMachine, current, { type: 'answer.unsure' });
    }
    expect(current.value).toBe('reviewing');
  });

  test('the result can be had at any time', () => {
    expect(stateAfter(fresh, { type: 'result.requested' }).value).toBe('advised');
    expect(stateAfter(fresh, { type: 'review.requested' }).value).toBe('reviewing');
  });
});

describe('reviewing', () => {
  const changing = [{ type: 'question.chosen', field: 'operation' }] as const;

  test('an answer can be changed and leads back, with all later answers kept', () => {
    const state = stateAfter(settledLink, ...changing, { type: 'answer.given', value: 'extract' });
    expect(state.value).toBe('reviewing');
    expect(state.context.answers.profile).toEqual({
      deployment: 'on-premises',
      systems: 2,
      transformation: 'none',
      operation: 'extract',
    });
  });

  test('an answer can be withdrawn', () => {
    const state = stateAfter(settledLink, ...changing, { type: 'answer.unsure' });
    expect(state.value).toBe('reviewing');
    expect(state.context.answers.unsure).toEqual(['operation']);
  });

  test('back from a change leaves the answer alone', () => {
    const state = stateAfter(settledLink, ...changing, { type: 'back.requested' });
    expect(state.value).toBe('reviewing');
    expect(state.context.answers.profile.operation).toBe('bulk-load');
  });

  test('the questions go on where they still matter', () => {
    const state = stateAfter(link('at=review&operation=read'), { type: 'questions.continued' });
    expect(state.value).toBe('asking');
    expect(state.context.field).toBeDefined();
  });

  test('back goes to the question answered last', () => {
    expect(stateAfter(settledLink, { type: 'back.requested' }).value).toBe('asking');
  });
});

describe('changing one answer', () => {
  const advised = link('at=result&operation=read&latency=realtime');
  const open = { type: 'question.chosen', field: 'latency' } as const;

  test.each<[string, Resumed]>([
    ['reviewing', settledLink],
    ['advised', advised],
  ])('leads back to where it was opened: %s', (place, resumed) => {
    expect(stateAfter(resumed, open).value).toBe('changing');
    expect(stateAfter(resumed, open, { type: 'answer.given', value: 'nightly' }).value).toBe(place);
    expect(stateAfter(resumed, open, { type: 'answer.unsure' }).value).toBe(place);
    expect(stateAfter(resumed, open, { type: 'back.requested' }).value).toBe(place);
  });

  test('another answer may be opened instead, and leads back to the same place', () => {
    const other = { type: 'question.chosen', field: 'operation' } as const;
    const opened = stateAfter(advised, open, other);
    expect([opened.value, opened.context.field]).toEqual(['changing', 'operation']);
    expect(stateAfter(advised, open, other, { type: 'answer.given', value: 'extract' }).value).toBe('advised');
  });

  test('remembers what was answered before, so that the page can tell what moved', () => {
    const { context } = stateAfter(advised, open, { type: 'answer.given', value: 'nightly' });
    expect(context.changed).toEqual({
      field: 'latency',
      before: { profile: { operation: 'read', latency: 'realtime' }, unsure: [] },
    });
    expect(context.answers.profile.latency).toBe('nightly');
  });

  test.each<[string, Resumed, QuestionnaireEvent[]]>([
    ['a word', advised, [open, { type: 'answer.given', value: 'realtime' }]],
    [
      'a number',
      link('at=review&systems=8'),
      [
        { type: 'question.chosen', field: 'systems' },
        { type: 'answer.given', value: 8 },
      ],
    ],
    [
      'guarantees in another order',
      link('at=review&guarantees=ordered.exactly-once'),
      [
        { type: 'question.chosen', field: 'guarantees' },
        { type: 'answer.given', value: ['exactly-once', 'ordered'] },
      ],
    ],
    ['"not sure"', link('at=review&operation=read&latency=unsure'), [open, { type: 'answer.unsure' }]],
    ['a service level', link('at=result&sla=critical'), [{ type: 'answer.changed', field: 'sla', value: 'critical' }]],
  ])('the same answer once more is no change: %s', (_story, resumed, events) => {
    expect(stateAfter(resumed, ...events).context.changed).toBeUndefined();
  });

  test('a change that changes nothing does not announce the one before it once more', () => {
    const nightly = { type: 'answer.given', value: 'nightly' } as const;
    expect(stateAfter(advised, open, nightly).context.changed?.field).toBe('latency');
    expect(stateAfter(advised, open, nightly, open, nightly).context.changed).toBeUndefined();
  });

  test('a range chosen after a number replaces it, and a number after a range', () => {
    const systems = { type: 'question.chosen', field: 'systems' } as const;
    const given = (value: number) => ({ type: 'answer.given', value }) as const;
    const ranged = stateAfter(link('at=result&systems=8'), systems, given(2));
    expect(ranged.context).toMatchObject({
      answers: { profile: { systems: 2 } },
      changed: { before: { profile: { systems: 8 } } },
    });
    expect(stateAfter(link('at=result&systems=2'), systems, given(8)).context.answers.profile.systems).toBe(8);
  });

  test('can be left for the review or the result', () => {
    expect(stateAfter(advised, open, { type: 'review.requested' }).value).toBe('reviewing');
    expect(stateAfter(settledLink, open, { type: 'result.requested' }).value).toBe('advised');
  });

  test('a service level is chosen on the result itself', () => {
    const state = stateAfter(advised, { type: 'answer.changed', field: 'sla', value: 'critical' });
    expect(state.value).toBe('advised');
    expect(state.context.answers.profile.sla).toBe('critical');
  });
});

describe('advised', () => {
  const advised = link('at=result&operation=read');

  test.each<[string, QuestionnaireEvent, string]>([
    ['to the review', { type: 'review.requested' }, 'reviewing'],
    ['back', { type: 'back.requested' }, 'reviewing'],
    ['to one answer', { type: 'question.chosen', field: 'latency' }, 'changing'],
    ['on with the questions', { type: 'questions.continued' }, 'asking'],
    ['all over', { type: 'restart.requested' }, 'asking'],
  ])('leads %s', (_way, event, value) => {
    expect(stateAfter(advised, event).value).toBe(value);
  });
});

describe('every state', () => {
  const states = Object.keys(questionnaireMachine.states);

  test('is reached, and lets one start over and follow the address', () => {
    const ways: Record<string, ReturnType<typeof stateAfter>> = {
      asking: stateAfter(fresh),
      changing: stateAfter(settledLink, { type: 'question.chosen', field: 'operation' }),
      reviewing: stateAfter(settledLink),
      welcoming: stateAfter(draft('at=result')),
      advised: stateAfter(link('at=result')),
      unreadable: stateAfter(fromFragment('x=1')),
    };
    // These three are passed through, never stood in.
    expect([...Object.keys(ways), 'resuming', 'placing', 'returning'].sort()).toEqual(states.toSorted());
    for (const [name, state] of Object.entries(ways)) {
      expect(state.value).toBe(name);
      expect(transition(questionnaireMachine, state, { type: 'restart.requested' })[0].value).toBe('asking');
      const followed = transition(questionnaireMachine, state, { type: 'address.changed', resumed: settledLink })[0];
      expect(followed.value).toBe('reviewing');
    }
  });
});

test('starting over forgets the answers', () => {
  expect(stateAfter(settledLink, { type: 'restart.requested' }).context.answers).toEqual({ profile: {}, unsure: [] });
});

test('the browser going back puts the older answers in place', () => {
  const state = stateAfter(settledLink, { type: 'address.changed', resumed: link('at=latency&operation=read') });
  expect(state.value).toBe('asking');
  expect(state.context.answers.profile).toEqual({ operation: 'read' });
});
