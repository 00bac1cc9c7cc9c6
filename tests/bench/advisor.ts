import { contradictionsBy, withImplied } from '#core/advisor/contradictions.ts';
import { whatItHingesOn } from '#core/advisor/hinges.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import { decidingFields, type Field, isCount, type Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { Question } from '#core/advisor/rule-book.ts';
import { isSettled, settle } from '#core/advisor/settle.ts';
import { whatWouldChange } from '#core/advisor/variations.ts';
import { readCases } from '#tests/support/cases.ts';
import { withoutRule } from '#tests/support/decisive.ts';
import { generator, randomProfile } from '#tests/support/random-profiles.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * Prints how fast the advisor is and how few questions it needs. Times mean something only beside the floor of the
 * same run; nothing is asserted here.
 *
 * @example WALKS=5000 npm run bench -- advisor   # walks through the questionnaire; 1000 unless given
 */
const WALKS = Number(process.env.WALKS ?? 1000);

/** Profiles of which the one that is hardest to prove is looked for. */
const PROOFS = 20_000;

interface Timing {
  mean: number;
  p99: number;
  worst: number;
}

function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    mean: times.reduce((a, b) => a + b, 0) / times.length,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    worst: sorted.at(-1) ?? 0,
  };
}

function timed<T>(times: number[], work: () => T): T {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  return result;
}

const random = generator(2026);

/** An answer that does not contradict the earlier ones, each option as likely as its share says. */
function draw(question: Question, profile: Profile): Profile {
  const { field } = question;
  const options = question.options
    .map((option) => ({ share: option.share ?? 1, answer: answerOf(field, option.value) }))
    .filter(({ answer }) => contradictionsBy(answer, profile, book).length === 0);
  if (field === 'guarantees' && random() < 0.5) return { ...profile, guarantees: [] };
  let left = random() * options.reduce((sum, { share }) => sum + share, 0);
  const chosen = options.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return { ...profile, ...(chosen ?? options.at(-1) ?? { answer: { guarantees: [] } }).answer };
}

function answerOf(field: Field, value: string | number): Profile {
  if (field === 'guarantees') return { guarantees: [value] } as Profile;
  return { [field]: isCount(field) ? Number(value) : value } as Profile;
}

const asking: number[] = [];
const settling: number[] = [];
const floor: number[] = [];
const counts: number[] = [];

function walk(): Profile {
  let profile: Profile = {};
  for (let asked = 0; ; asked += 1) {
    timed(floor, () => recommend(profile, book));
    timed(settling, () => settle(profile, [], book));
    const question = timed(asking, () => nextQuestion(profile, [], book));
    if (!question) {
      counts.push(asked);
      return profile;
    }
    profile = draw(question, withImplied(profile, [], book));
  }
}

for (let warmUp = 0; warmUp < 30; warmUp += 1) walk();
for (const list of [asking, settling, floor, counts]) list.length = 0;
const ends = Array.from({ length: WALKS }, walk);

const row = (name: string, { mean, p99, worst }: Timing, base: number): void =>
  console.log(
    `${name.padEnd(44)} mean ${mean.toFixed(3)} ms (${(mean / base).toFixed(0)} x floor), 99% ${p99.toFixed(2)} ms, worst ${worst.toFixed(1)} ms`,
  );

const base = timingOf(floor).mean;
row('floor: one plain evaluation', timingOf(floor), base);
row('"no remaining answer can change this", exact', timingOf(settling), base);
row('next question, proof included', timingOf(asking), base);

/** A time without what else the machine did: the middle one of several. */
function middleTime(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) timed(times, work);
  return times.toSorted((a, b) => a - b)[4] as number;
}

/**
 * The proof for the profiles that it takes longest for, of many with any number of answers, some of them "not sure". The
 * slowest of a single round are timed again, since most of those were only interrupted.
 */
function worstProof(drawn: number): { proof: number; plain: number; profile: Profile } {
  const slowest = Array.from({ length: drawn }, () => {
    const profile = randomProfile(book, random, random());
    const unsure = decidingFields.filter((field) => profile[field] === undefined && random() < 0.2);
    const prove = () => [settle(profile, unsure, book), settle(profile, [], book)];
    prove();
    const times: number[] = [];
    timed(times, prove);
    return { profile, prove, first: times[0] as number };
  })
    .toSorted((a, b) => b.first - a.first)
    .slice(0, Math.ceil(drawn / 20));
  return slowest
    .map(({ profile, prove }) => ({
      profile,
      proof: middleTime(prove) / 2,
      plain: middleTime(() => recommend(profile, book)),
    }))
    .reduce((worst, one) => (one.proof > worst.proof ? one : worst));
}

const { proof, plain, profile: hardest } = worstProof(PROOFS);
console.log(
  `the proof for the worst of ${PROOFS} drawn profiles, middle of 9 times: ${proof.toFixed(2)} ms, beside ${plain.toFixed(2)} ms for its plain evaluation: ${JSON.stringify(hardest)}`,
);

const changing: number[] = [];
const hinging: number[] = [];
for (const profile of ends.slice(0, 300)) {
  timed(changing, () => whatWouldChange(profile, [], book));
  timed(hinging, () => whatItHingesOn(profile, book));
}
row('what would change it', timingOf(changing), base);
row('what it hinges on', timingOf(hinging), base);

const all = book.questions.filter(({ field }) => field !== 'sla').length;
const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
const spread = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length);
const error = (1.96 * spread) / Math.sqrt(counts.length);
console.log(
  `questions to a decision: mean ${mean.toFixed(2)} ± ${error.toFixed(2)}, worst ${Math.max(...counts)}, against ${all} when all are asked (${WALKS} walks)`,
);

/**
 * The fewest of some answers that prove the outcome by themselves, as far as leaving them out one after the other finds
 * it: what somebody would have to ask who knew all answers beforehand.
 */
function fewestThatProve(profile: Profile): number {
  const sizes = Array.from({ length: 4 }, () => {
    const order = (Object.keys(profile) as Field[])
      .map((field) => ({ field, place: random() }))
      .toSorted((one, other) => one.place - other.place);
    return order.reduce<Profile>((left, { field }) => {
      const { [field]: _, ...rest } = left;
      return isSettled(rest, [], book) ? rest : left;
    }, profile);
  }).map((left) => Object.keys(left).length);
  return Math.min(...sizes);
}

const needed = ends.slice(0, 300).map(fewestThatProve);
console.log(
  `in hindsight the answers of these walks that prove it: mean ${(needed.reduce((a, b) => a + b, 0) / needed.length).toFixed(2)}, worst ${Math.max(...needed)}`,
);

/** Published scenarios whose outcome hangs on a single rule, so that fitting would show. */
const cases = readCases();
const hits = (rules: typeof book): Set<string> =>
  new Set(
    cases
      .filter(({ profile, accept }) => accept.includes(recommend(withImplied(profile, [], rules), rules).primary ?? ''))
      .map(({ id }) => id),
  );
const before = hits(book);
const single = book.rules.flatMap(({ id }) => {
  const after = hits(withoutRule(book, id));
  const lost = [...before].filter((one) => !after.has(one));
  const won = [...after].filter((one) => !before.has(one));
  return lost.length + won.length === 1 ? [`${id} (${lost.length > 0 ? `loses ${lost}` : `wins ${won}`})`] : [];
});
const moving = book.rules.filter(({ id }) => hits(withoutRule(book, id)).size < before.size).length;
console.log(
  `leave one rule out: ${moving} of ${book.rules.length} rules cost a published case; ${single.length} change exactly one: ${single.join(', ')}`,
);
