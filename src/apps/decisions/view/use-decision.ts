import { useEffect, useMemo, useState } from 'preact/hooks';
import { fromFragment, sameAnswers, toFragment } from '#apps/decisions/address.ts';
import { keep, readKept } from '#apps/decisions/keeping.ts';
import { browserStorage } from '#apps/storage/browser-storage.ts';
import type { AnswerFault, Answers, Decision } from '#core/decisions/decision.ts';
import { type Judgement, judge } from '#core/decisions/judge.ts';

interface State {
  answers: Answers;
  /** Answers that had to make way, and may come back; empty where there are none. */
  aside: Answers;
  /** What in the link was no answer. */
  faults: readonly AnswerFault[];
  /** Whether the browser refused to keep what was answered. */
  isRefused: boolean;
}

/** A decision as its page uses it. */
export interface DecisionInUse extends State {
  judgement: Judgement;
  /** @param value undefined where it is not known */
  answer(field: string, value: string | undefined): void;
  startAgain(): void;
  /** Puts the answers that were set aside in place of those shown, and these aside. */
  swap(): void;
}

const isEmpty = (answers: Answers): boolean => Object.keys(answers).length === 0;

/** What a link says in place of what was there; the latter is set aside unless it says the same. */
function openLink(decision: Decision, before: Pick<State, 'answers' | 'aside'>): Omit<State, 'isRefused'> {
  const linked = fromFragment(decision, window.location.hash);
  if (!linked) return { ...before, faults: [] };
  const { answers, faults } = linked;
  const isOther = !isEmpty(before.answers) && !sameAnswers(before.answers, answers);
  return { answers, faults, aside: isOther ? before.answers : before.aside };
}

/** Keeps answers in this browser and in the address. */
export function useDecision(decision: Decision): DecisionInUse {
  const [state, setState] = useState<State>(() => ({
    ...openLink(decision, readKept(decision, browserStorage())),
    isRefused: false,
  }));

  useEffect(() => {
    const onHash = (): void => setState((before) => ({ ...before, ...openLink(decision, before) }));
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [decision]);

  const { answers, aside } = state;
  useEffect(() => {
    const fragment = toFragment(answers);
    window.history.replaceState(null, '', fragment === '' ? window.location.pathname : `#${fragment}`);
    const isRefused = !keep(decision, { answers, aside }, browserStorage());
    setState((before) => (before.isRefused === isRefused ? before : { ...before, isRefused }));
  }, [decision, answers, aside]);

  return {
    ...state,
    judgement: useMemo(() => judge(decision, answers), [decision, answers]),
    answer(field, value) {
      setState((before) => {
        const { [field]: _, ...others } = before.answers;
        return { ...before, answers: value === undefined ? others : { ...others, [field]: value } };
      });
    },
    startAgain: () =>
      setState((before) => ({
        ...before,
        answers: {},
        faults: [],
        aside: isEmpty(before.answers) ? before.aside : before.answers,
      })),
    swap: () => setState((before) => ({ ...before, answers: before.aside, aside: before.answers, faults: [] })),
  };
}
