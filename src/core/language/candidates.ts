import type { Field } from '#core/advisor/profile.ts';
import type { Certainty, FieldMeaning, Lexicon } from './lexicon.ts';
import type { Match, Range } from './phrases.ts';
import type { Scene } from './scene.ts';
import type { Token } from './tokens.ts';

/** Something that a text may say, before it is held against the rest. */
export interface Candidate {
  field: Field;
  value: string | number;
  certainty: Certainty;
  /** The words it rests on, as tokens. */
  parts: readonly Range[];
  /** The arithmetic, or what it follows from. */
  because?: string;
}

const holds = (outer: Range, inner: Range): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;

const isBoundary = ({ kind }: Token): boolean => kind === 'stop' || kind === 'pause';

/** The tokens that stand in front of a place in the same part of a sentence, the nearest first. */
function wordsBefore(tokens: readonly Token[], at: number, most: number, ends: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (let index = at - 1; index >= 0 && found.length < most; index -= 1) {
    const token = tokens[index];
    if (!token || isBoundary(token) || ends.has(token.norm)) break;
    found.push(index);
  }
  return found;
}

/** Tells whether what stands in a range is denied, or only supposed. */
export function doubter(scene: Scene, lexicon: Lexicon) {
  const { tokens, kindsAt } = scene;
  const { denials } = lexicon;
  const excepted = denials.except.matches(tokens, kindsAt);
  const behind = denials.behind.matches(tokens, kindsAt);
  const supposed = lexicon.supposed.matches(tokens, kindsAt);
  const isDenial = (at: number): boolean =>
    (denials.before.has(tokens[at]?.norm ?? '') || /n't$/.test(tokens[at]?.norm ?? '')) &&
    !excepted.some(({ from, to }) => from <= at && at < to);
  /** "Instead of" and the like are two words. */
  const isLongDenial = (at: number): boolean =>
    at > 0 && denials.before.has(`${tokens[at - 1]?.norm} ${tokens[at]?.norm}`);
  return {
    isDenied({ from, to }: Range): boolean {
      const before = wordsBefore(tokens, from, lexicon.words.denials.reach, denials.ends);
      if (before.some((at) => isDenial(at) || isLongDenial(at))) return true;
      return behind.some((match) => match.from >= to && match.from - to <= 2 && isOnePart(tokens, to, match.from));
    },
    isSupposed({ from }: Range): boolean {
      const before = wordsBefore(tokens, from, 8, new Set());
      return supposed.some((match) => before.includes(match.from));
    },
  };
}

const isOnePart = (tokens: readonly Token[], from: number, to: number): boolean =>
  !tokens.slice(from, to).some(isBoundary);

/** Longer phrases say more than the ones inside of them: "near real time" is not "real time". */
function withoutInner(matches: readonly Match<FieldMeaning>[]): Match<FieldMeaning>[] {
  return matches.filter(
    (one) => !matches.some((other) => other.phrase.meaning.field === one.phrase.meaning.field && holds(other, one)),
  );
}

/** What the phrases of the tables say in a text. */
export function phraseCandidates(scene: Scene, lexicon: Lexicon): Candidate[] {
  const { tokens, kindsAt } = scene;
  const ignored = lexicon.ignored.matches(tokens, kindsAt);
  const { isDenied, isSupposed } = doubter(scene, lexicon);
  const matches = lexicon.fields.matches(tokens, kindsAt).filter((one) => !ignored.some((other) => holds(other, one)));
  return withoutInner(matches)
    .filter((match) => !isDenied(match))
    .map(({ phrase, parts, ...range }) => ({
      field: phrase.meaning.field,
      value: phrase.meaning.value,
      certainty: isSupposed(range) ? 'guess' : phrase.meaning.certainty,
      parts,
    }));
}

/** What the names of systems say: what is at the other end, the platform on the way, and what else they give away. */
export function systemCandidates(scene: Scene, lexicon: Lexicon): Candidate[] {
  const { isDenied } = doubter(scene, lexicon);
  const others = scene.systems.filter((system) => !system.meaning.isOwn && !isDenied(system));
  const ends = others.filter(({ meaning }) => meaning.counterpart);
  const hasProduct = ends.some(({ meaning }) => !meaning.isGeneral);
  // Where nothing else is named, the platform on the way is itself the other end.
  const isOnlyAzure = ends.length === 0;
  return others.flatMap(({ meaning, isSlip, ...range }) => {
    const { counterpart, platform, says } = meaning;
    const certainty: Certainty = isSlip || meaning.isUnsure ? 'guess' : 'certain';
    const parts = [{ from: range.from, to: range.to }];
    const isEnd = counterpart !== undefined && (!hasProduct || !meaning.isGeneral);
    return [
      ...(isEnd ? [{ field: 'counterpart' as const, value: counterpart, certainty, parts }] : []),
      ...(isOnlyAzure && platform === 'azure'
        ? [{ field: 'counterpart' as const, value: 'microsoft-other', certainty: 'guess' as const, parts }]
        : []),
      ...(platform ? [{ field: 'platform' as const, value: platform, certainty, parts }] : []),
      ...Object.entries(says).map(
        ([field, value]): Candidate => ({ field: field as Field, value: value as string, certainty: 'guess', parts }),
      ),
    ];
  });
}

const only = (candidates: readonly Candidate[], field: Field): string | undefined => {
  const values = new Set(
    candidates.filter((one) => one.field === field && one.certainty === 'certain').map(({ value }) => String(value)),
  );
  return values.size === 1 ? [...values][0] : undefined;
};

/**
 * Leaves out guesses at what happens that cannot go the way that is certain, and guesses at the way that cannot be that of
 * what certainly happens.
 */
export function agreeing(candidates: readonly Candidate[], { words: { ways } }: Lexicon): Candidate[] {
  const [direction, operation] = [only(candidates, 'direction'), only(candidates, 'operation')];
  const isWay = (what: string, way: string): boolean => ways[what]?.includes(way) ?? true;
  return candidates.filter(({ field, value, certainty }) => {
    if (certainty === 'certain') return true;
    if (field === 'operation' && direction) return isWay(String(value), direction);
    return field !== 'direction' || !operation || isWay(operation, String(value));
  });
}
