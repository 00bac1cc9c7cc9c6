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
  // `AX/D365`: two names of it, or of what it replaces.
  return text.split('/').every((part) => isOwnNameWhole(part, lexicon));
}

function isOwnNameWhole(text: string, lexicon: Lexicon): boolean {
  const { tokens, systems } = sceneOf(text, lexicon);
  return systems.some(({ from, to, meaning }) => meaning.isOwn && from === 0 && to === tokens.length);
}

/** Whether a text is the name of a known system other than F&O, and nothing else. */
export function isSystemName(text: string, { lexicon }: OwnSystem): boolean {
  const { tokens, systems } = sceneOf(text, lexicon);
  return systems.some(({ from, to, meaning }) => !meaning.isOwn && from === 0 && to === tokens.length);
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

/** Which way an arrow or a word points between two ends that a list names elsewhere. */
export type Way = 'forth' | 'back' | 'both';

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

/** Names of the ends that a list names in two columns, as texts about the way call them. */
const firstNames = new Set('a 1 source src sender from left'.split(' '));
const secondNames = new Set('b 2 target dest destination receiver to right'.split(' '));

/** `System A` and `A` alike. */
const bareEnd = (text: string): string =>
  normaliseWord(text).replace(/^(?:system|application|app|end|endpoint|party) /, '');

function wayBetween(left: string, right: string): Way | undefined {
  const [from, to] = [bareEnd(left), bareEnd(right)];
  if (firstNames.has(from) && secondNames.has(to)) return 'forth';
  return secondNames.has(from) && firstNames.has(to) ? 'back' : undefined;
}

const arrows: readonly (readonly [RegExp, Way])[] = [
  [twoWays, 'both'],
  [forth, 'forth'],
  [back, 'back'],
];

/** Which way an arrow of one kind points, from the end that it stands behind; alone from the first end to the second. */
function wayOfArrow(text: string, arrow: RegExp, way: Way): Way | undefined {
  if (text.replace(arrow, '') === '') return way;
  const halves = splitAt(text, arrow);
  const between = halves && wayBetween(...halves);
  if (between === undefined || way === 'both') return between && way;
  return way === between ? 'forth' : 'back';
}

/** Which way a text points between the two ends of its row: `→`, `A -> B`, `B to A`. */
export function wayIn(text: string): Way | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const [arrow, way] = arrows.find(([kind]) => kind.test(trimmed)) ?? [];
  if (arrow && way) return wayOfArrow(trimmed, arrow, way);
  const [left, right, ...more] = trimmed.replaceAll(/\s+/g, ' ').split(/ (?:to|nach|vers|naar|a|hacia) /i);
  return left && right && more.length === 0 ? wayBetween(left, right) : undefined;
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

/** What stands in front of the name proper, and parts of it that say more. */
const nameParts = /[:;()[\],]|\s[-–—|]\s/;
const joined = /^(?<left>.{1,80}?)\s+(?:to|into|nach|vers|naar|hacia|zu)\s+(?<right>.{1,80})$/iu;
/** Whether a name could say both its ends at all; most do not, and are looked at no further. */
const couldNameEnds = /->|=>|<-|<=|[→⇒⟶➔➜←⇐⟵↔⇔⇄⟷]|[_\s](?:to|2|into|nach|vers|naar|hacia|zu)[_\s]/iu;

/** A name that may have what it carries in front: of `Orders Shopify` the system that is known, else all of it, if short. */
function systemNamed(text: string, { lexicon }: OwnSystem): string | undefined {
  const { systems, tokens } = sceneOf(text, lexicon);
  const named = systems.filter(({ meaning }) => !meaning.isOwn).at(-1);
  const [first, last] = [tokens[named?.from ?? 0], tokens[(named?.to ?? 0) - 1]];
  if (named && first && last) return text.slice(first.start, last.end);
  return tokens.length <= 3 ? text.trim() : undefined;
}

/** What a part of a name says of both ends, of which one is F&O by a name of its own. */
function endsNamed(text: string, own: OwnSystem): Ends | undefined {
  const led = /\s(?:from|von|aus|de|van|desde)\s/iu.exec(` ${text}`);
  const named = led ? ` ${text}`.slice(led.index + led[0].length).trimStart() : text;
  const { left, right } = joined.exec(named)?.groups ?? {};
  const found = arrowEnds(text, own) ?? (left && right ? endsOf(left, right, own) : undefined);
  if (!found?.direction || found.system === undefined) return found?.direction === 'bidirectional' ? undefined : found;
  const system = systemNamed(found.system, own);
  return system === undefined ? { direction: found.direction } : { direction: found.direction, system };
}

/**
 * Both ends of an interface whose name says them: `SAP → F&O: customers`, `D365_to_WMS items`, `Orders from the shop to F&O`.
 *
 * @returns nothing where no end is F&O by a name of its own
 */
export function endsInName(name: string, own: OwnSystem): Ends | undefined {
  if (!couldNameEnds.test(` ${name} `)) return undefined;
  const parts = name.replaceAll('_', ' ').split(nameParts);
  return parts.map((part) => endsNamed(part.trim(), own)).find((ends) => ends?.direction !== undefined);
}
