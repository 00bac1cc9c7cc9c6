import { z } from 'zod';
import { exactProfileSchema } from './profile.ts';
import { prose } from './shared.ts';

/** `content/advisor/situations.yaml`: common situations, each with the few answers that describe it. */
export const situationsSchema = z.array(
  z.strictObject({
    /** The situation in a few words, as an architect would say it. */
    situation: prose,
    profile: exactProfileSchema.refine(
      (profile) => Object.keys(profile).length > 0,
      'must answer one question or more',
    ),
  }),
);
