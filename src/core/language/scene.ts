import Fuse from 'fuse.js';
import type { Lexicon, SystemMeaning } from './lexicon.ts';
import type { KindsAt, Match, Range } from './phrases.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A system that a text names. */
export interface FoundSystem extends Range {
  meaning: SystemMeaning;
  /** Only close in spelling to a name of the table. */
  isSlip: boolean;
}

/** A text taken apart: its words, the systems it names, and what kinds of things stand where. */
export interface Scene {
  text: string;
  tokens: readonly Token[];
  systems: readonly FoundSystem[];
  kindsAt: KindsAt;
}

const startsSentence = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at - 1]?.kind === 'stop';

const isCapital = (text: string, { start }: Token): boolean => /^\p{Lu}/u.test(text.slice(start, start + 2));

/** Names such as "Board" are taken for a system only where a capital tells them from the word. */
function isMeant(match: Match<SystemMeaning>, text: string, tokens: readonly Token[], { ordinary }: Lexicon): boolean {
  const token = tokens[match.from];
  if (!token || match.to - match.from > 1 || !ordinary.has(token.norm)) return true;
  return isCapital(text, token) && !startsSentence(tokens, match.from);
}

/** Of names that overlap the one that begins first, and of those the longest. */
function leftmostLongest<M extends Range>(matches: readonly M[]): M[] {
  const sorted = matches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return sorted.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** Near enough for a slip of the keyboard, and no further. */
const SLIP = 0.2;
const SHORTEST_SLIP = 6;

const slipFinders = new WeakMap<Lexicon, Fuse<{ name: string; meaning: SystemMeaning }>>();

function slipFinderOf(lexicon: Lexicon): Fuse<{ name: string; meaning: SystemMeaning }> {
  const known = slipFinders.get(lexicon);
  if (known) return known;
  const names = lexicon.systemNames.filter(
    ({ name, meaning }) => name.length >= SHORTEST_SLIP && !name.includes(' ') && !meaning.isGeneral,
  );
  const finder = new Fuse(names, { keys: ['name'], threshold: SLIP, distance: 20, includeScore: true });
  slipFinders.set(lexicon, finder);
  return finder;
}

/** A capital inside of a sentence marks a name; only such words are held against the table. */
function slipAt(at: number, text: string, tokens: readonly Token[], lexicon: Lexicon): FoundSystem | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.norm.length < SHORTEST_SLIP || !isCapital(text, token)) return undefined;
  const [closest] = slipFinderOf(lexicon).search(token.norm, { limit: 1 });
  if (!closest || Math.abs(closest.item.name.length - token.norm.length) > 1) return undefined;
  return closest.item.name.startsWith(token.norm.charAt(0))
    ? { from: at, to: at + 1, meaning: closest.item.meaning, isSlip: true }
    : undefined;
}

/** "A loyalty platform": a system that the table does not name, by what it is called. */
function namedByKind(text: string, tokens: readonly Token[], { heads, noName }: Lexicon): FoundSystem[] {
  return tokens.flatMap(({ norm, end }, at) => {
    const before = tokens[at - 1];
    if (!heads.has(norm) || before?.kind !== 'word' || noName.has(before.norm) || heads.has(before.norm)) return [];
    const meaning: SystemMeaning = {
      name: text.slice(before.start, end),
      isOwn: false,
      counterpart: 'third-party',
      says: {},
      isGeneral: true,
      isUnsure: true,
    };
    return [{ from: at - 1, to: at + 1, meaning, isSlip: false }];
  });
}

/** "Acme CRM": a kind of system with a name of its own in front of it, which a capital inside of a sentence tells. */
function withOwnName(system: FoundSystem, text: string, tokens: readonly Token[]): FoundSystem {
  const { meaning, from, to } = system;
  const [before, last] = [tokens[from - 1], tokens[to - 1]];
  const isName = before?.kind === 'word' && isCapital(text, before) && !startsSentence(tokens, from - 1);
  if (!meaning.isGeneral || !isName || !last) return system;
  return { ...system, from: from - 1, meaning: { ...meaning, name: text.slice(before.start, last.end) } };
}

function systemsIn(text: string, tokens: readonly Token[], lexicon: Lexicon): FoundSystem[] {
  const matches = lexicon.systems.matches(tokens, []).filter((match) => isMeant(match, text, tokens, lexicon));
  const named = matches.map(({ from, to, phrase }) => ({ from, to, meaning: phrase.meaning, isSlip: false }));
  const known = leftmostLongest(named).map((system) => withOwnName(system, text, tokens));
  const isKnown = ({ from, to }: Range): boolean => known.some((other) => other.from < to && from < other.to);
  const unlisted = namedByKind(text, tokens, lexicon).filter((one) => !isKnown(one));
  const exact = [...known, ...unlisted.map((system) => withOwnName(system, text, tokens))];
  const taken = new Set(exact.flatMap(({ from, to }) => tokens.slice(from, to)));
  const slips = tokens.flatMap((token, at) => {
    if (taken.has(token)) return [];
    const slip = slipAt(at, text, tokens, lexicon);
    return slip ? [slip] : [];
  });
  return [...exact, ...slips].toSorted((a, b) => a.from - b.from);
}

function kindsIn(tokens: readonly Token[], systems: readonly FoundSystem[], { kinds }: Lexicon): KindsAt {
  const found = tokens.map(() => new Map<string, number[]>());
  const add = (kind: string, { from, to }: Range): void => {
    const ends = found[from]?.get(kind);
    if (ends) ends.push(to);
    else found[from]?.set(kind, [to]);
  };
  for (const system of systems) add(system.meaning.isOwn ? 'FNO' : 'SYSTEM', system);
  for (const match of kinds.matches(tokens, [])) add(match.phrase.meaning, match);
  for (const at of found) for (const ends of at.values()) ends.sort((a, b) => b - a);
  return found;
}

/** Takes a text apart. */
export function sceneOf(text: string, lexicon: Lexicon): Scene {
  const tokens = tokensOf(text);
  const systems = systemsIn(text, tokens, lexicon);
  return { text, tokens, systems, kindsAt: kindsIn(tokens, systems, lexicon) };
}
