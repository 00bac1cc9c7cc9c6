import { z } from 'zod';
import { id, isoDate, moment, prose } from './shared.ts';

const direction = z.enum(['issue', 'receive', 'report']);

/** What one law asks of one group of companies. */
const dutySchema = z.strictObject({
  /**
   * `clearance`: the authority stands in the path of the invoice. `exchange`: format and channel are prescribed.
   * `reporting`: data are sent beside the invoice. `software`: the program has to be capable or certified. `content`: only
   * what stands on the invoice is ruled.
   */
  model: z.enum(['clearance', 'exchange', 'reporting', 'software', 'content']),
  /** Whom the invoice is exchanged with. */
  with: z.array(z.enum(['businesses', 'consumers', 'public-bodies'])).min(1),
  direction: z.array(direction).min(1),
  /** First day of the duty; `unknown` where no source that we read names it. */
  from: z.union([moment, z.literal('unknown')]),
  /** Whom the date binds, where it does not bind all. */
  whom: prose.optional(),
  note: prose.optional(),
  source: id,
});

/** What F&O brings for a country, by Microsoft's own pages. */
const productSchema = z
  .strictObject({
    /** `not-listed`: not in Microsoft's list of coverage, which does not prove that nothing is there. */
    status: z.enum(['available', 'preview', 'planned', 'not-listed']),
    /** Who carries the document to its receiver: F&O itself, a provider under contract, a person with a file, or nobody yet. */
    delivery: z.enum(['direct', 'provider', 'upload', 'document']).optional(),
    direction: z.array(direction).default([]),
    /** First version, where a page names one. */
    since: z
      .string()
      .regex(/^10\.0\.\d+$/, 'must be a version such as 10.0.39')
      .optional(),
    text: prose,
    sources: z.array(id).min(1),
  })
  .refine(({ status, delivery }) => (status === 'available' || status === 'preview') === (delivery !== undefined), {
    path: ['delivery'],
    error: 'must be given where the status is available or preview, and only there',
  });

const countrySchema = z
  .strictObject({
    /** Two letters of ISO 3166, in lower case. */
    id: z.string().regex(/^[a-z]{2}$/, 'must be the two letters of ISO 3166 in lower case, such as "be"'),
    country: prose,
    /** Platform and format. */
    channel: prose.optional(),
    /** In order of their dates, those without a date last. */
    duties: z.array(dutySchema),
    product: productSchema,
    note: prose.optional(),
    /** What other sources say, where they disagree. */
    disagreement: prose.optional(),
    /** When an editor last held the row against its sources. */
    reviewed: isoDate,
    reviewBy: isoDate,
  })
  .refine(({ duties, note }) => duties.length > 0 || note !== undefined, {
    path: ['note'],
    error: 'must say why no duty is listed: there is none, or it has not been researched',
  });

/** `content/compliance/e-invoicing.yaml`: countries in alphabetical order. */
export const eInvoicingSchema = z.array(countrySchema);

/** What one country asks and what F&O brings for it. */
export type EInvoicingCountry = z.infer<typeof countrySchema>;
