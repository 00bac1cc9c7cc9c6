import { useEffect, useState } from 'preact/hooks';
import { type ActorRefFrom, createActor, type SnapshotFrom } from 'xstate';
import {
  fromFragment,
  type Place,
  type Position,
  type Resumed,
  sentenceIn,
  toFragment,
} from '#apps/questionnaire/address.ts';
import { type Draft, openDraft } from '#apps/questionnaire/draft.ts';
import { questionnaireMachine } from '#apps/questionnaire/machine.ts';
import { browserStorage } from '#apps/storage/browser-storage.ts';
import { withImplied } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

export type QuestionnaireActor = ActorRefFrom<typeof questionnaireMachine>;
export type QuestionnaireSnapshot = SnapshotFrom<typeof questionnaireMachine>;

function placeOf(snapshot: QuestionnaireSnapshot): Place | undefined {
  if (snapshot.matches('advised')) return 'result';
  if (snapshot.matches('reviewing')) return 'review';
  return snapshot.context.field;
}

function positionOf(snapshot: QuestionnaireSnapshot): Position {
  const { answers, book, name } = snapshot.context;
  const place = placeOf(snapshot);
  if (place !== 'result') return { answers, place, name };
  const { primary, middleware } = recommend(withImplied(answers.profile, answers.unsure, book), book);
  return { answers, place, name, decided: { primary, middleware } };
}

/** The fragment that leads back to a snapshot; empty before the first answer, so that a fresh page keeps its address. */
function fragmentOf(snapshot: QuestionnaireSnapshot): string {
  const { answers, book } = snapshot.context;
  const isFresh = Object.keys(answers.profile).length === 0 && answers.unsure.length === 0;
  if (isFresh && snapshot.matches('asking')) return '';
  return toFragment(positionOf(snapshot), book.version);
}

/** An address wins over a draft: somebody who follows a link wants what the link says. */
function resumeFrom(hash: string, draft: Draft): Resumed {
  // A sentence is no answer yet; what was answered before stays until somebody takes what it says.
  if (sentenceIn(hash) !== undefined) return draft.read();
  const linked = fromFragment(hash);
  return linked.kind === 'fresh' ? draft.read() : linked;
}

/** Keeps address and draft in step with the actor; each step is an entry of the browser's history. */
function mirror(snapshot: QuestionnaireSnapshot, draft: Draft): void {
  if (snapshot.matches('unreadable') || snapshot.matches('welcoming')) return;
  const fragment = fragmentOf(snapshot);
  if (fragment === window.location.hash.replace(/^#/, '')) return;
  if (fragment === '') draft.clear();
  else draft.save(positionOf(snapshot), snapshot.context.book.version);
  window.history.pushState(null, '', fragment === '' ? window.location.pathname : `#${fragment}`);
}

/** Starts the questionnaire for the page's address, or for the draft where the address says nothing. */
export function useQuestionnaire(book: RuleBook): {
  snapshot: QuestionnaireSnapshot;
  send: QuestionnaireActor['send'];
  draft: Draft;
  /** The sentence that the address hands over; empty where it hands over none. */
  sentence: string;
  /** Takes answers that were read from a sentence; those given before are put aside. */
  takeDescribed: (profile: Profile, sentence: string) => void;
} {
  const [{ actor, draft }] = useState(() => {
    const { hash } = window.location;
    const draft = openDraft(browserStorage(), hash.replace(/^#/, ''));
    const resumed = resumeFrom(hash, draft);
    return { actor: createActor(questionnaireMachine, { input: { book, resumed } }).start(), draft };
  });
  const [snapshot, setSnapshot] = useState(actor.getSnapshot());
  const [sentence, setSentence] = useState(() => sentenceIn(window.location.hash) ?? '');
  useEffect(() => {
    let followingAddress = false;
    const subscription = actor.subscribe((next) => {
      setSnapshot(next);
      if (!followingAddress) mirror(next, draft);
    });
    const followAddress = (): void => {
      followingAddress = true;
      const described = sentenceIn(window.location.hash);
      if (described !== undefined) setSentence(described);
      else actor.send({ type: 'address.changed', resumed: fromFragment(window.location.hash) });
      followingAddress = false;
    };
    window.addEventListener('popstate', followAddress);
    return () => {
      subscription.unsubscribe();
      window.removeEventListener('popstate', followAddress);
    };
  }, [actor, draft]);
  const takeDescribed = (profile: Profile, sentence: string): void => {
    const { answers } = actor.getSnapshot().context;
    if (Object.keys(answers.profile).length + answers.unsure.length > 0) draft.putAside();
    actor.send({ type: 'answers.described', profile, sentence });
  };
  return { snapshot, send: actor.send, draft, sentence, takeDescribed };
}
