import fc from 'fast-check';
import { choices, guarantees, type Profile } from '#core/advisor/profile.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Numbers of every size, with the ones at which rules change more often than chance would have them. */
const count = fc.oneof(
  fc.nat({ max: 2_000_000 }),
  fc.constantFrom(0, 1, 4, 5, 1000, 5000, 5001, 24_000, 50_000, 50_001, 120_000, 199_999, 200_000, 999_999, 1_000_000),
);

/** Profiles with any fields answered, the empty one included. */
export const profiles: fc.Arbitrary<Profile> = fc
  .record({
    ...(Object.fromEntries(
      Object.entries(choices).map(([field, values]) => [field, maybe(fc.constantFrom(...values))]),
    ) as Record<keyof typeof choices, fc.Arbitrary<string | undefined>>),
    volume_per_day: maybe(count),
    peak_batch_records: maybe(count),
    systems: maybe(fc.nat({ max: 40 })),
    subscribers: maybe(fc.nat({ max: 20 })),
    guarantees: maybe(fc.subarray([...guarantees])),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Profile);
