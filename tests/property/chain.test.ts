import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { summaryLine } from '#apps/inventory/deciding/summary-line.ts';
import { exportTable } from '#apps/inventory/writing/export-table.ts';
import { recordOf } from '#apps/inventory/writing/records.ts';
import { pictureOf, toMermaid } from '#components/diagrams/reference-architecture.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { advise } from '#core/advisor/advice.ts';
import { type Chain, chainFacts, chainOf, openVariantIds, variantId, variantIds } from '#core/advisor/chain.ts';
import { applies } from '#core/advisor/condition.ts';
import { contradictionsBy, contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import { type Domain, domainFor } from '#core/advisor/domain.ts';
import { type Field, type Profile, testedFields } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import type { VariantChoice } from '#core/advisor/rule-book.ts';
import { isVariantCertain, variantsOf } from '#core/advisor/variants.ts';
import { drawnDesigns } from '#tests/support/designs.ts';
import { profiles } from '#tests/support/profiles.ts';
import { book } from '#tests/support/rule-book.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);

// The same profiles in every run of `npm test`; `npm run properties` draws new ones.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261128) });

const known = (profile: Profile): Profile => withImplied(profile, [], book);
const designOf = (profile: Profile): Chain | undefined =>
  chainOf(known(profile), recommend(known(profile), book), book);

const holdsForDesigns = (property: (chain: Chain, profile: Profile) => void, runs = RUNS) =>
  fc.assert(
    fc.property(profiles, (profile) => {
      const chain = designOf(profile);
      if (chain) property(chain, profile);
    }),
    { numRuns: runs },
  );

/** Words by which a pattern would be seen in a picture. */
const seenAs: Readonly<Record<string, RegExp>> = {
  odata: /OData/,
  'custom-service': /[Cc]ustom service|Service endpoint|X\+\+ service/,
  dmf: /Package API|Staging tables|Recurring job|Data project/,
  'business-events': /[Bb]usiness event|Event batch job/,
  'virtual-entities': /Virtual table/,
  'dual-write': /[Tt]able map/,
  'analytics-export': /Synapse|Fabric link|BYOD/,
  'outbound-call': /Web client in X/,
};

/** Words by which a part is seen in a picture; each stands there if and only if the design has the part. */
const drawnAs: Readonly<Record<string, RegExp>> = {
  'on-premises-gateway': /On-premises data gateway/,
  'encryption-broker': /Broker for the older encryption/,
  queue: /Queues? that keeps? the (messages|calls)|messages in, answers out/,
  staging: /Message processor, worked/,
  'answer-event': /event with the answer/,
  'answer-queue': /takes the answer/,
  'dead-letter': /Dead-letter queue: resubmit/,
  'undelivered-events': /Storage: undelivered events/,
  'repair-by-users': /Users of F&O repair/,
  'repair-by-team': /The integration team repairs/,
  'repair-by-sender': /The sender repairs/,
};

describe('a design', () => {
  test('is the same each time', () => {
    holdsForDesigns((chain, profile) => {
      expect(designOf({ ...profile })).toEqual(chain);
    });
  });

  test('holds the first variant whose conditions are met, and none whose are not', () => {
    holdsForDesigns(({ variants, pattern }, profile) => {
      for (const { choice, chosen } of variants) {
        expect(choice.variants.find((one) => applies(one, { ...known(profile), primary: pattern }))?.id).toBe(
          chosen?.id,
        );
      }
    });
  });

  test('holds the parts whose conditions are met, in the order of the chain', () => {
    holdsForDesigns((chain, profile) => {
      const { middleware, middlewareKinds } = recommend(known(profile), book);
      const facts = { ...known(profile), ...chainFacts(chain), middleware };
      const expected = book.parts.filter((part) => applies(part, facts)).map(({ id }) => id);
      const kind = middlewareKinds[0]?.kind ?? 'hub';
      expect(chain.parts.map(({ id }) => id)).toEqual(expected.map((id) => (id === 'hub' ? kind : id)));
    });
  });

  test('cites a source for every variant and part that is no judgement', () => {
    const rules = [...book.choices.flatMap(({ variants }) => variants), ...book.parts];
    expect(rules.filter(({ evidence, sources }) => evidence !== 'judgement' && sources.length === 0)).toEqual([]);
  });

  test('reaches every variant and every part in some profile', () => {
    const designs = drawnDesigns(book, 6000);
    const reached = new Set(
      designs.flatMap(({ chain }) => [...variantIds(chain.variants), ...chain.parts.map(({ id }) => id)]),
    );
    const all = [...book.choices.flatMap(({ variants }) => variants), ...book.parts].map(({ id }) => id);
    expect(all.filter((id) => !reached.has(id))).toEqual([]);
  });
});

/**
 * All ways to answer some fields, "not known" included, that do not contradict themselves. A count stands for all of its
 * interval: a peak of up to 50,000 may well be part of a day of 40,000, though that very number is not.
 */
function completionsOf(given: Profile, open: readonly Field[], domain: Domain): Profile[] {
  const all = open.reduce<Profile[]>(
    (before, field) =>
      before.flatMap((answers) => [
        answers,
        ...(domain.get(field) ?? []).map((value) => ({ ...answers, [field]: value })),
      ]),
    [given],
  );
  return all.map(known).filter((answers) => contradictionsBy(answers, given, book).length === 0);
}

/** A profile that answers all fields but these: what is not given takes the first value of its field. */
function answeredBut(open: readonly Field[], given: Profile, domain: Domain): Profile {
  const answered = testedFields.filter((field) => !open.includes(field));
  return Object.fromEntries(answered.map((field) => [field, given[field] ?? domain.get(field)?.[0]])) as Profile;
}

/** What every completion chooses, and what the search claims of them. */
function compareWithAll(choice: VariantChoice, drawn: Profile, open: readonly Field[]) {
  const domain = domainFor(testedFields, [...choice.variants, ...book.contradictions]);
  const given = known(answeredBut(open, drawn, domain));
  if (contradictionsIn(given, book).length > 0) return undefined;
  const firsts = completionsOf(given, open, domain).map((answers) =>
    choice.variants.find((variant) => applies(variant, { ...answers, primary: choice.pattern })),
  );
  const one = variantsOf(choice.pattern, given, book).find((found) => found.choice === choice);
  return {
    reached: [...new Set(firsts.flatMap((variant) => variant?.id ?? []))].toSorted(),
    claimed: [...(one?.chosen ? [one.chosen] : []), ...(one?.open ?? [])].map(({ id }) => id).toSorted(),
  };
}

describe('a variant that is certain', () => {
  test('changes under no completion, and what is called open is reached by one: the search against trying all', () => {
    const open = fc.subarray([...testedFields], { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(profiles, open, fc.constantFrom(...book.choices), (drawn, blanks, choice) => {
        const compared = compareWithAll(choice, drawn, blanks);
        if (compared) expect(compared.claimed).toEqual(compared.reached);
      }),
      { numRuns: RUNS },
    );
  });

  test('is certain exactly where nothing is open', () => {
    holdsForDesigns((chain) => {
      const isCertain = chain.variants.every(isVariantCertain);
      expect(variantId(chain) !== undefined && openVariantIds(chain).length === 0).toBe(isCertain);
    });
  });
});

describe('a picture', () => {
  test('shows no pattern that its page excludes', () => {
    holdsForDesigns((chain, profile) => {
      const text = toMermaid(pictureOf(chain));
      const excluded = recommend(known(profile), book).standings.filter(({ excludedBy }) => excludedBy.length > 0);
      const seen = excluded.filter(({ pattern }) => seenAs[pattern]?.test(text)).map(({ pattern }) => pattern);
      expect(seen, text).toEqual([]);
    });
  });

  test('shows each part of the design, and no other', () => {
    holdsForDesigns((chain) => {
      const text = toMermaid(pictureOf(chain));
      const ids = chain.parts.map(({ id }) => id);
      for (const [id, words] of Object.entries(drawnAs)) expect([id, words.test(text)]).toEqual([id, ids.includes(id)]);
      expect(text.includes('lane_mediation')).toBe(chain.hub !== undefined || chain.pattern === 'middleware');
    });
  });

  test('lets nobody wait for a message that is kept', () => {
    holdsForDesigns((chain) => {
      if (!chain.parts.some(({ id }) => id === 'queue')) return;
      const { nodes, edges } = pictureOf(chain);
      const outside = nodes.filter(
        ({ lane, role }) => (lane === 'counterpart' || lane === 'network') && role === 'part',
      );
      const starts = edges.filter(({ from, flow }) => flow !== 'failure' && outside.some(({ id }) => id === from));
      expect(starts.filter(({ flow }) => flow === 'sync')).toEqual([]);
    });
  });
});

test('picture, record, plan, command line and spreadsheet hold one design', () => {
  const vocabulary = loadVocabulary();
  holdsForDesigns(
    (chain, profile) => {
      const line = summaryLine('x', profile, book, false);
      expect(line.parts).toEqual(chain.parts.map(({ id }) => id));
      expect([line.variant, line.variants_open]).toEqual([variantId(chain) ?? null, openVariantIds(chain)]);

      const record = recordOf('x', profile, book);
      expect(record).toContain(toMermaid(pictureOf(chain)).trimEnd());
      const names = chain.parts.map(({ name }) => name);
      const plan = advise(profile, [], book).operations?.sections.find(({ id }) => id === 'design');
      const planned = plan?.items.map(({ text }) => text) ?? [];
      expect(names.filter((name) => !planned.some((text) => text.startsWith(`${name}. `)))).toEqual([]);
      for (const name of [...names, ...chain.variants.flatMap(({ chosen }) => chosen?.name ?? [])]) {
        expect(record).toContain(name);
      }

      const row = { key: 0, cells: { id: 'x' }, extras: [] };
      const [headers, cells] = exportTable(
        { extraHeaders: [] },
        [{ row, outcome: decide(profile, book) }],
        vocabulary,
        book,
      );
      const cell = (name: string): string | undefined => cells?.[headers?.indexOf(name) ?? -1];
      expect(cell('design_parts')).toBe(names.join('; '));
      for (const { chosen } of chain.variants) if (chosen) expect(cell('recommended_variant')).toContain(chosen.name);
    },
    Math.min(RUNS, 60),
  );
});
