import type { TextStorage } from '#apps/storage/browser-storage.ts';
import { setAside, setAsideKey } from '#apps/storage/set-aside.ts';
import {
  type Decided,
  decidedText,
  fromFragment,
  type Kept,
  type Position,
  type Resumed,
  readDecided,
  toFragment,
} from './address.ts';

const KEY = 'advisor-draft';
const ASIDE = setAsideKey(KEY);
/** Beside the draft: when it was written, the sentence it came from, what came of it. */
const ABOUT = 'advisor-draft-about';

/** Of a sentence, what is shown again. */
const MAX_SENTENCE = 400;

/** Where a draft is kept; `undefined` where the browser refuses it: the questionnaire works without. */
export type DraftStorage = TextStorage | undefined;

const textUnder = (storage: DraftStorage, key: string): string => {
  try {
    return storage?.getItem(key) ?? '';
  } catch {
    return '';
  }
};

const isText = (value: unknown): value is string => typeof value === 'string';

const nothingKnown: Kept = { at: undefined, sentence: '', decided: undefined };

/** What is kept beside a draft, as far as it belongs to this one and can be read. */
function readAbout(storage: DraftStorage, draft: string): Kept {
  try {
    const { of, at, sentence, decided } = JSON.parse(textUnder(storage, ABOUT)) as Record<string, unknown>;
    if (of !== draft) return nothingKnown;
    return {
      at: isText(at) && !Number.isNaN(Date.parse(at)) ? at : undefined,
      sentence: isText(sentence) ? sentence.slice(0, MAX_SENTENCE) : '',
      decided: isText(decided) ? readDecided(decided) : undefined,
    };
  } catch {
    return nothingKnown;
  }
}

/** The draft of this browser as one page sees it; every page of the questionnaire writes to the same one. */
export interface Draft {
  /** What an earlier visit or another tab left; nothing where it says nothing to this build. */
  read(): Resumed;
  /** Keeps beside the draft what it came from and what came of it, under the date of this moment. */
  note(sentence: string, decided: Decided | undefined): void;
  /** Keeps the answers; a draft that this page has neither read nor written is set aside, and not written over. */
  save(position: Position, rulesVersion: string): void;
  clear(): void;
  /** Puts the draft aside although it is this page's own, because other answers take its place at once. */
  putAside(): void;
  /** The answers that were set aside, as a fragment that leads back to them; nothing where there are none. */
  earlier(): string | undefined;
  /** Puts the answers that were set aside in the draft's place, and the draft in theirs. */
  swap(): void;
  forgetEarlier(): void;
}

/**
 * Keeps answers in the form of a link, which outlives changes of the machine and says which rules it is from.
 *
 * @param address the answers that the page was opened with; a draft that says the same is the page's own
 * @param now the date of this moment
 */
export function openDraft(storage: DraftStorage, address = '', now: () => Date = () => new Date()): Draft {
  const own = new Set(['', address]);

  /** Nobody else's answers give way unseen: those of another tab, or those from before a link was followed. */
  function makeWay(): void {
    const there = textUnder(storage, KEY);
    if (storage && !own.has(there)) setAside(storage, KEY);
  }

  return {
    read() {
      const text = textUnder(storage, KEY);
      const draft = fromFragment(text);
      if (draft.kind !== 'read') return { kind: 'fresh' };
      own.add(text);
      return { ...draft, kept: readAbout(storage, text) };
    },

    note(sentence, decided) {
      const of = textUnder(storage, KEY);
      if (of === '' || !own.has(of)) return;
      const about = { of, at: now().toISOString(), sentence, decided: decided && decidedText(decided) };
      try {
        storage?.setItem(ABOUT, JSON.stringify(about));
      } catch {
        // The draft itself is kept; only its date is not.
      }
    },

    save(position, rulesVersion) {
      const text = toFragment(position, rulesVersion);
      try {
        makeWay();
        storage?.setItem(KEY, text);
        own.add(text);
      } catch {
        // A full or forbidden storage costs the draft and nothing else: the address holds the answers as well.
      }
    },

    clear() {
      try {
        makeWay();
        storage?.removeItem(KEY);
        storage?.removeItem(ABOUT);
      } catch {
        // Nothing was kept, so nothing has to go.
      }
    },

    putAside() {
      try {
        if (storage) setAside(storage, KEY);
      } catch {
        // The browser's history still leads back to them.
      }
    },

    earlier() {
      const text = textUnder(storage, ASIDE);
      return text !== textUnder(storage, KEY) && fromFragment(text).kind === 'read' ? text : undefined;
    },

    swap() {
      const earlier = textUnder(storage, ASIDE);
      own.add(earlier);
      try {
        if (textUnder(storage, KEY) === '') storage?.removeItem(ASIDE);
        else if (storage) setAside(storage, KEY);
        storage?.setItem(KEY, earlier);
      } catch {
        // They are opened by their address; where nothing more can be kept, what is kept stays as it is.
      }
    },

    forgetEarlier() {
      try {
        storage?.removeItem(ASIDE);
      } catch {
        // Nothing was kept, so nothing has to go.
      }
    },
  };
}
