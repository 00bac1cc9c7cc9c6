import type { Lexicon } from '#core/language/lexicon.ts';
import { sceneOf } from '#core/language/scene.ts';
import { normaliseWord } from './vocabulary.ts';

/** Which way data go, seen from F&O. */
export type Direction = 'inbound' | 'outbound' | 'bidirectional';

/** What two ends of an interface come to; a part is missing where it cannot be told. */
export interface Ends {
  system?: string;
  direction?: Direction;
}

/** What tells F&O from the systems around it. */
export interface OwnSystem {
  lexicon: Lexicon;
  /** What this list calls F&O, where a person has said it: a key of `endKey`. */
  name?: string | undefined;
}

/** Names of ends are told apart without case, accents and punctuation. */
export const endKey = normaliseWord;

/** Whether a name is one of F&O's own, or the one that the list gives it. */
export function isOwnName(text: string, { lexicon, name }: OwnSystem): boolean {
  const key = endKey(text);
  if (key === '') return false;
  if (name !== undefined) return key === name;
  const { tokens, systems } = sceneOf(text, lexicon);
  return systems.some(({ from, to, meaning }) => meaning.isOwn && from === 0 && to === tokens.length);
}

/**
 * The other system and the direction, from where data come and where they go.
 *
 * @returns nothing where neither end, or both, is F&O: then nobody can say which way it is seen from there
 */
export function endsOf(source: string, target: string, own: OwnSystem): Ends {
  const [comesFromOwn, goesToOwn] = [isOwnName(source, own), isOwnName(target, own)];
  if (comesFromOwn === goesToOwn) return {};
  const system = (comesFromOwn ? target : source).trim();
  return { direction: comesFromOwn ? 'outbound' : 'inbound', ...(system !== '' && { system }) };
}

const twoWays = /<-{1,3}>|<={1,3}>|[↔⇔⇄⟷]/u;
const forth = /-{1,3}>|={1,3}>|[→⇒⟶➔➜]/u;
const back = /<-{1,3}|<={1,3}|[←⇐⟵]/u;

/** Splits a text at its only arrow of a kind; `undefined` where it has none, several, or nothing on a side of it. */
function splitAt(text: string, arrow: RegExp): [string, string] | undefined {
  const [left = '', right = '', ...more] = text.split(arrow).map((part) => part.trim());
  return more.length > 0 || left === '' || right === '' ? undefined : [left, right];
}

function arrowEnds(text: string, own: OwnSystem): Ends | undefined {
  const both = splitAt(text, twoWays);
  if (both) {
    const { system } = endsOf(both[0], both[1], own);
    return system === undefined ? { direction: 'bidirectional' } : { direction: 'bidirectional', system };
  }
  const onwards = splitAt(text, forth);
  if (onwards) return endsOf(onwards[0], onwards[1], own);
  const backwards = splitAt(text, back);
  return backwards && endsOf(backwards[1], backwards[0], own);
}

const fromTo =
  /^(?:from|von|aus|de|desde|van|depuis) (?<source>.{1,80}?) (?:to|into|nach|in|an|à|vers|naar|a|hacia) (?<target>.{1,80})$/iu;

/** `Outbound from the CRM` is inbound here: the word says how the other end sees it. */
const perspective =
  /^(?<word>outbound|outgoing|export|exported|sent|inbound|incoming|import|imported|received|eingehend|ausgehend|entrant|sortant|inkomend|uitgaand|entrante|saliente)\s+(?:from|of|to|into|by|in|von|aus|nach|de|vers|van|naar|desde|hacia|a)\s+(?:the\s+|our\s+)?(?<system>.{1,80})$/iu;

const outwards = new Set('outbound outgoing export exported sent ausgehend sortant uitgaand saliente'.split(' '));

function seenFrom(text: string, own: OwnSystem): Ends | undefined {
  const { word = '', system = '' } = perspective.exec(text)?.groups ?? {};
  if (word === '') return undefined;
  const goesOut = outwards.has(word.toLowerCase());
  if (isOwnName(system, own)) return { direction: goesOut ? 'outbound' : 'inbound' };
  // Outbound from them, or inbound to them: the word is theirs. "Outbound to the bank" is said from here.
  const isTheirs = /^\S+\s+(?:from|of|by|von|aus|de|van|desde)\b/iu.test(text) === goesOut;
  const direction: Direction = goesOut === isTheirs ? 'inbound' : 'outbound';
  return { direction, system };
}

/**
 * What a text about the way of data says: `POS → ERP`, `from the shop to F&O`, `Outbound from Acme CRM`.
 *
 * An arrow alone points from nowhere to nowhere and says nothing, unless it points both ways.
 */
export function endsIn(text: string, own: OwnSystem): Ends | undefined {
  const trimmed = text.trim();
  if (trimmed !== '' && trimmed.replace(twoWays, '') === '') return { direction: 'bidirectional' };
  const arrow = arrowEnds(trimmed, own);
  if (arrow) return arrow;
  const { source, target } = fromTo.exec(trimmed)?.groups ?? {};
  return source && target ? endsOf(source, target, own) : seenFrom(trimmed, own);
}
