import fc from 'fast-check';
import { toFragment } from '#apps/questionnaire/address.ts';
import { choices, fields, guarantees } from '#core/advisor/profile.ts';
import { profiles } from '#tests/support/profiles.ts';
import { hostile } from './hostile.ts';

/** What may stand in an address, a store or a file: what we write ourselves, spoilt in every way, and what others write. */

export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 200 }),
  fc.tuple(fc.constantFrom(...hostile), fc.nat({ max: 300 })).map(([text, times]) => text.repeat(times)),
);

/** A text with a part cut out, doubled or replaced. */
const spoilt = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.nat(), fc.nat({ max: 20 }), fc.oneof(fc.constant(''), texts))
    .map(([whole, at, length, instead]) => {
      const from = whole === '' ? 0 : at % whole.length;
      return whole.slice(0, from) + instead + whole.slice(from + length);
    });

const keys = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('rules', 'at', 'was', ...fields) }, texts);
const values = fc.oneof(
  fc.constantFrom('unsure', 'none', '1.1', 'review', 'result', 'dmf.advised', '0', '-1', '5e3', '1,000'),
  fc.constantFrom(...Object.values(choices).flat(), ...guarantees),
  texts,
);
const pairs = fc.array(fc.tuple(keys, values), { maxLength: 25 });

const links = fc
  .tuple(profiles, fc.subarray([...fields]), fc.constantFrom(undefined, 'review', 'result', ...fields))
  .map(([profile, asked, place]) => {
    const unsure = asked.filter((field) => profile[field] === undefined);
    return toFragment({ answers: { profile, unsure }, place }, '1.1');
  });

/** Fragments of the advisor's address. */
export const fragments: fc.Arbitrary<string> = fc.oneof(
  links,
  spoilt(links),
  pairs.map((all) => `rules=1.1&${all.map(([key, value]) => `${key}=${value}`).join('&')}`),
  pairs.map((all) => new URLSearchParams([['rules', '1.0'], ...all]).toString()),
  texts,
);

/** Data of any shape, with the words that objects answer to among its keys. */
const anything: fc.Arbitrary<unknown> = fc.anything({
  key: fc.oneof(fc.constantFrom(...hostile), fc.string()),
  withNullPrototype: false,
  maxDepth: 3,
});

/** Data of a shape of ours, any part of which may be missing or something else. */
export function like<Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape): fc.Arbitrary<unknown> {
  const loose = Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [
      key,
      fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: anything }),
    ]),
  );
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    { weight: 5, arbitrary: fc.record(loose, { requiredKeys: [] }) },
    { weight: 5, arbitrary: fc.record(loose) },
  );
}

/** Texts as a store holds them: JSON of ours, JSON of any kind, spoilt JSON, and no JSON. */
export const stored = (ours: fc.Arbitrary<unknown>): fc.Arbitrary<string> => {
  const json = ours.map(
    (value) => JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? null : part)) ?? '',
  );
  return fc.oneof(json, fc.json(), spoilt(json), texts);
};

export { anything };
