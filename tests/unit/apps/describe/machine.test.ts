import { describe, expect, test } from 'vitest';
import { createActor, fromPromise, waitFor } from 'xstate';
import { type DescribeEmitted, describeMachine, type Language } from '#apps/describe/machine.ts';
import { segmentsOf } from '#apps/describe/segments.ts';
import { understand } from '#core/language/understand.ts';
import { lexicon } from '#tests/support/lexicon.ts';

const language: Language = { understand: (text) => understand(text, lexicon), examples: ['Orders go out nightly'] };

/** A box whose language comes when it is let through, or not at all. */
function boxWith(load: () => Promise<Language>, text = '') {
  const handed: DescribeEmitted[] = [];
  const actor = createActor(describeMachine.provide({ actors: { loadLanguage: fromPromise(load) } }), {
    input: { text },
  });
  actor.on('answers.described', (event) => handed.push(event));
  return { actor: actor.start(), handed };
}

async function openBox(text = '') {
  const box = boxWith(async () => language, text);
  box.actor.send({ type: 'box.entered' });
  await waitFor(box.actor, (snapshot) => snapshot.matches('described'));
  return box;
}

describe('the box', () => {
  test('loads nothing before it is used, and keeps what was typed meanwhile', () => {
    let asked = 0;
    const { actor } = boxWith(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    expect([asked, actor.getSnapshot().value]).toEqual([0, 'resting']);
    actor.send({ type: 'box.entered' });
    actor.send({ type: 'text.changed', text: 'nightly' });
    expect([asked, actor.getSnapshot().value]).toEqual([1, 'loading']);
    expect(actor.getSnapshot().context.text).toBe('nightly');
  });

  test('loads at once where a sentence came with the address', async () => {
    const { actor } = boxWith(async () => language, 'Orders go out nightly');
    await waitFor(actor, (snapshot) => snapshot.matches('described'));
    expect(actor.getSnapshot().context.understanding?.profile.latency).toBe('nightly');
  });

  test('keeps the text where the language does not come, and takes it at the second try', async () => {
    let tries = 0;
    const { actor } = boxWith(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no network');
      return language;
    });
    actor.send({ type: 'box.entered' });
    await waitFor(actor, (snapshot) => snapshot.matches('missing'));
    actor.send({ type: 'text.changed', text: 'hourly' });
    actor.send({ type: 'retry.requested' });
    await waitFor(actor, (snapshot) => snapshot.matches('described'));
    expect(actor.getSnapshot().context.understanding?.profile.latency).toBe('hourly');
  });

  test('hands over what was understood, with what was corrected and without what was removed', async () => {
    const { actor, handed } = await openBox();
    actor.send({ type: 'text.changed', text: '5,000 orders a day from Shopify into F&O, nightly' });
    actor.send({ type: 'reading.corrected', field: 'latency', value: 'hourly' });
    actor.send({ type: 'reading.removed', field: 'volume_per_day' });
    actor.send({ type: 'use.requested', replacesAnswers: false });
    expect(handed).toHaveLength(1);
    expect(handed[0]?.profile).toMatchObject({ direction: 'inbound', counterpart: 'third-party', latency: 'hourly' });
    expect(handed[0]?.profile).not.toHaveProperty('volume_per_day');
    expect(actor.getSnapshot().matches({ described: 'handed' })).toBe(true);
  });

  test('asks before other answers make way, and does nothing where it is told not to', async () => {
    const { actor, handed } = await openBox();
    actor.send({ type: 'text.changed', text: 'nightly' });
    actor.send({ type: 'use.requested', replacesAnswers: true });
    expect(actor.getSnapshot().matches({ described: 'confirming' })).toBe(true);
    actor.send({ type: 'use.declined' });
    expect(handed).toEqual([]);
    actor.send({ type: 'use.requested', replacesAnswers: true });
    actor.send({ type: 'use.confirmed' });
    expect(handed).toHaveLength(1);
  });

  test('hands over nothing where nothing was understood', async () => {
    const { actor, handed } = await openBox();
    actor.send({ type: 'text.changed', text: 'lunch' });
    actor.send({ type: 'use.requested', replacesAnswers: false });
    expect(handed).toEqual([]);
  });

  test('forgets corrections when an example is chosen', async () => {
    const { actor } = await openBox();
    actor.send({ type: 'text.changed', text: 'nightly' });
    actor.send({ type: 'reading.removed', field: 'latency' });
    actor.send({ type: 'example.chosen', text: language.examples[0] as string });
    expect(actor.getSnapshot().context.edits).toEqual({});
  });
});

describe('the underlined text', () => {
  const kindsOf = (text: string, removed: Parameters<typeof segmentsOf>[2] = []) =>
    segmentsOf(text, understand(text, lexicon), removed).filter(({ kind }) => kind !== 'plain');

  test('is the text again, piece by piece', () => {
    const text = 'Nightly, 50,000 orders from Shopyfy into F&O, perhaps by file.';
    const segments = segmentsOf(text, understand(text, lexicon), []);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });

  test('tells what is certain, guessed and open apart', () => {
    expect(kindsOf('nightly')).toEqual([{ text: 'nightly', kind: 'certain' }]);
    expect(kindsOf('perhaps nightly').map(({ kind }) => kind)).toEqual(['guess']);
    expect(kindsOf('by SFTP and by queue').map(({ kind }) => kind)).toEqual(['open', 'open']);
  });

  test('leaves out what was removed', () => {
    expect(kindsOf('in real time', ['latency', 'response'])).toEqual([]);
  });
});
