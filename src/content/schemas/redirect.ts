import { z } from 'zod';

const page = z.string().regex(/^\/([a-z0-9-]+\/)+$/, 'must be a page such as /integration/odata-limits/');

/** `content/redirects.yaml`: addresses that pages once had, to where they stand now. */
export const redirectsSchema = z.record(page, page);

/** Old addresses to new ones, both with a slash at each end. */
export type Redirects = z.infer<typeof redirectsSchema>;
