import { useEffect, useRef, useState } from 'preact/hooks';
import { type ActorRefFrom, createActor, fromPromise, type SnapshotFrom } from 'xstate';
import { describeMachine, type Language } from '#apps/describe/machine.ts';
import type { Profile } from '#core/advisor/profile.ts';

export type DescribeActor = ActorRefFrom<typeof describeMachine>;
export type DescribeSnapshot = SnapshotFrom<typeof describeMachine>;

/** Most of the weight, and wanted by nobody who only answers questions. */
const machine = describeMachine.provide({
  actors: {
    loadLanguage: fromPromise<Language>(async () => (await import('#apps/describe/language.ts')).loadLanguage()),
  },
});

/** Starts the box, with a sentence where the address brought one; a sentence that comes later replaces the text. */
export function useDescribe(
  sentence: string,
  onUse: (profile: Profile, sentence: string) => void,
): { snapshot: DescribeSnapshot; send: DescribeActor['send'] } {
  const [actor] = useState(() => createActor(machine, { input: { text: sentence } }).start());
  const [snapshot, setSnapshot] = useState(actor.getSnapshot());
  const use = useRef(onUse);
  use.current = onUse;
  const shown = useRef(sentence);
  useEffect(() => {
    const subscription = actor.subscribe(setSnapshot);
    const handed = actor.on('answers.described', ({ profile, sentence }) => use.current(profile, sentence));
    return () => {
      subscription.unsubscribe();
      handed.unsubscribe();
    };
  }, [actor]);
  useEffect(() => {
    if (sentence === shown.current) return;
    shown.current = sentence;
    actor.send({ type: 'text.changed', text: sentence });
    actor.send({ type: 'box.entered' });
  }, [actor, sentence]);
  return { snapshot, send: actor.send };
}
