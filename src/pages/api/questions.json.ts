import type { APIRoute } from 'astro';
import { ruleBook } from '#content/publishing/site-rules.ts';

/** The advisor's questions with their options. */
export const GET: APIRoute = () => {
  const { schemaVersion, version, questions } = ruleBook;
  return Response.json({ schemaVersion, version, questions });
};
