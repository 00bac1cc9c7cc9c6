import { layoutOf } from '#components/diagrams/layout.ts';
import { type Chain, chainOf } from '#core/advisor/chain.ts';
import { withImplied } from '#core/advisor/contradictions.ts';
import { choices, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { generator, pickOne, randomProfile } from './random-profiles.ts';

/** A profile with its design. */
export interface Design {
  profile: Profile;
  chain: Chain;
}

/** Designs of profiles drawn at random, the same each time; profiles for which there is none are left out. */
export function drawnDesigns(book: RuleBook, count: number, seed = 20261128): Design[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => {
    const drawn = randomProfile(book, random, 0.3 + random() * 0.6);
    const profile = random() < 0.5 ? drawn : { ...drawn, store: pickOne(choices.store, random) };
    const known = withImplied(profile, [], book);
    const chain = chainOf(known, recommend(known, book), book);
    return chain ? [{ profile, chain }] : [];
  }).flat();
}

/** One design for each picture that comes out differently. */
export function distinctDesigns(book: RuleBook, count: number): Design[] {
  const seen = new Map<string, Design>();
  for (const design of drawnDesigns(book, count)) {
    const key = JSON.stringify({ ...layoutOf(design.chain), pattern: design.chain.pattern });
    if (!seen.has(key)) seen.set(key, design);
  }
  return [...seen.values()];
}
