import type { APIRoute } from 'astro';
import { ruleBook } from '#content/publishing/site-rules.ts';
import { inSnakeCase } from '#core/advisor/snake-case.ts';
import { schemaVersion } from './_schema-version.ts';

/** The advisor's questions with their options. */
export const GET: APIRoute = () => {
  const { version, questions } = ruleBook;
  return Response.json(inSnakeCase({ schemaVersion, version, questions }));
};
