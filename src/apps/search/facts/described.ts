import { once } from '#apps/search/index/once.ts';

/** How often or how much: what a sentence about an interface says and a question seldom does. */
const often =
  /\b(?:nightly|hourly|daily|weekly|monthly|every|each (?:night|day|hour|minute)|real[- ]?time|per (?:day|hour|minute)|an? (?:day|hour|minute)|overnight|immediately)|\d\s?(?:k\b|thousand|million|orders|records|invoices|rows|lines)/i;

/** Whence or whither. */
const across = /\b(from|to|into|in|out of|between|with|towards)\b/i;

/** A question is answered by a page. */
const question =
  /^\s*(how|what|which|why|when|where|who|whom|whose|can|could|do|does|did|is|are|should|will|would|may|must)\b|\?\s*$/i;

const FEWEST_WORDS = 4;

/** Whether a query may describe an interface, so that it is worth loading what understands such sentences. */
export const mayDescribe = (query: string): boolean =>
  query.trim().split(/\s+/).length >= FEWEST_WORDS && often.test(query) && across.test(query) && !question.test(query);

const language = once(async () => (await import('#apps/describe/language.ts')).loadLanguage());

/**
 * Whether a query describes an interface well enough for the advisor to begin with it: which way data flows, how often or
 * how much, and with what. Nothing is loaded for a query that does not look like one.
 *
 * @returns false where what understands sentences cannot be loaded, as search goes without
 */
export async function describesInterface(query: string, load = language): Promise<boolean> {
  if (!mayDescribe(query)) return false;
  try {
    const { profile, systems } = (await load()).understand(query);
    const amount = profile.latency ?? profile.volume_per_day ?? profile.peak_batch_records;
    return (
      profile.direction !== undefined &&
      amount !== undefined &&
      (profile.counterpart !== undefined || systems.length > 0 || profile.operation !== undefined)
    );
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/**
 * Where the advisor begins with a sentence.
 *
 * @param base where the site is deployed, without a slash at the end
 */
export const advisorAddress = (query: string, base: string): string =>
  `${base}/advisor/#${new URLSearchParams({ sentence: query })}`;
