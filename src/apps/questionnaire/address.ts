import { type Fault, parseProfile } from '#core/advisor/parse-profile.ts';
import { type Field, fields, type Profile } from '#core/advisor/profile.ts';
import { type MiddlewareVerdict, middlewareVerdicts, type PatternId, patternIds } from '#core/advisor/rule-book.ts';
import type { Answers } from './answers.ts';
import { tidyName } from './name.ts';

/** Where in the questionnaire somebody is: at a question, at the review, or at the result. */
export type Place = Field | 'review' | 'result';

/** What was recommended when a link was made. */
export interface Decided {
  /** `undefined` where no pattern could be recommended. */
  primary: PatternId | undefined;
  middleware: MiddlewareVerdict;
}

/** What an address says. */
export interface Position {
  answers: Answers;
  place: Place | undefined;
  /** What the interface is called; absent where nobody named it. */
  name?: string | undefined;
  /** Links to a result carry it, so that one made under older rules can say whether the answer has changed since. */
  decided?: Decided | undefined;
}

/** What a browser keeps of a draft beside its answers. */
export interface Kept {
  /** When it was last written, as an ISO date with time; `undefined` where that is not known. */
  at: string | undefined;
  /** The sentence that the answers were read from; empty where they were given one by one. */
  sentence: string;
  /** What came of it then. */
  decided: Decided | undefined;
}

/** What could be made of an address or a draft. */
export type Resumed =
  | { kind: 'fresh' }
  | { kind: 'unreadable'; reason: string }
  | {
      kind: 'read';
      position: Position;
      rulesVersion: string;
      faults: readonly Fault[];
      unknown: readonly string[];
      /** Given where it was the draft of an earlier visit. */
      kept?: Kept | undefined;
    };

/** A link longer than this was not made by us; reading it would only cost time. */
export const MAX_FRAGMENT = 2000;

const SENTENCE = 'sentence';

/**
 * The sentence that an address hands over to be described, as `#sentence=…`; nothing where it holds anything else.
 *
 * @param fragment with or without its leading `#`
 */
export function sentenceIn(fragment: string): string | undefined {
  const text = fragment.replace(/^#/, '');
  return text.length > MAX_FRAGMENT ? undefined : (new URLSearchParams(text).get(SENTENCE) ?? undefined);
}

const UNSURE = 'unsure';
const NONE = 'none';
const VERSION = 'rules';
const PLACE = 'at';
const DECIDED = 'was';
const NAME = 'name';
const notAnswers: readonly string[] = [VERSION, PLACE, DECIDED, NAME];

/** What was recommended, as links and drafts write it. */
export const decidedText = ({ primary, middleware }: Decided): string => `${primary ?? NONE}.${middleware}`;

function valueText(value: NonNullable<Profile[Field]>): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? NONE : value.join('.');
}

/**
 * The fragment of an address that holds the answers by the names of their fields, readable and without the leading `#`.
 *
 * @example toFragment({ answers: { profile: { latency: 'nightly' }, unsure: ['systems'] }, place: 'review' }, '1.0')
 * // 'rules=1.0&at=review&latency=nightly&systems=unsure'
 */
export function toFragment({ answers, place, name, decided }: Position, rulesVersion: string): string {
  const pairs = new URLSearchParams({ [VERSION]: rulesVersion });
  if (place) pairs.set(PLACE, place);
  if (name) pairs.set(NAME, name);
  if (decided) pairs.set(DECIDED, decidedText(decided));
  for (const field of fields) {
    const value = answers.profile[field];
    if (value !== undefined) pairs.set(field, valueText(value));
    else if (answers.unsure.includes(field)) pairs.set(field, UNSURE);
  }
  return pairs.toString();
}

/** What was recommended, read from such a text; `undefined` where it says nothing that is known. */
export function readDecided(text: string | null): Decided | undefined {
  const [primary, middleware] = text?.split('.') ?? [];
  const pattern = patternIds.find((id) => id === primary);
  const verdict = middlewareVerdicts.find((one) => one === middleware);
  return verdict && (pattern || primary === NONE) ? { primary: pattern, middleware: verdict } : undefined;
}

const isPlace = (text: string | null): text is Place =>
  text === 'review' || text === 'result' || (fields as readonly (string | null)[]).includes(text);

function rawAnswer(field: Field, text: string): unknown {
  if (field !== 'guarantees') return text;
  return text === NONE ? [] : text.split('.');
}

/**
 * Reads a fragment. Never throws: what cannot be read is named, what can be read is kept.
 *
 * @param fragment with or without its leading `#`
 */
export function fromFragment(fragment: string): Resumed {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { kind: 'fresh' };
  if (text.length > MAX_FRAGMENT) {
    return {
      kind: 'unreadable',
      reason: `The link is ${text.length} characters long; ours have fewer than ${MAX_FRAGMENT}.`,
    };
  }
  const pairs = new URLSearchParams(text);
  const rulesVersion = pairs.get(VERSION);
  if (rulesVersion === null) return { kind: 'unreadable', reason: 'The link was not made by this questionnaire.' };
  const raw: Record<string, unknown> = {};
  for (const [key, value] of pairs) {
    if (notAnswers.includes(key) || value === UNSURE) continue;
    raw[key] = rawAnswer(key as Field, value);
  }
  const { profile, faults, unknown } = parseProfile(raw);
  // A link that says both of one field was put together by somebody; the answer says more.
  const unsure = fields.filter((field) => pairs.getAll(field).includes(UNSURE) && profile[field] === undefined);
  const place = pairs.get(PLACE);
  const name = tidyName(pairs.get(NAME) ?? '');
  return {
    kind: 'read',
    position: {
      answers: { profile, unsure },
      place: isPlace(place) ? place : undefined,
      ...(name !== '' && { name }),
      decided: readDecided(pairs.get(DECIDED)),
    },
    rulesVersion,
    faults,
    unknown,
  };
}
