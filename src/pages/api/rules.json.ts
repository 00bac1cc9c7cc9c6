import type { APIRoute } from 'astro';
import { ruleBook } from '#content/publishing/site-rules.ts';
import { inSnakeCase } from '#core/advisor/snake-case.ts';
import { schemaVersion } from './_schema-version.ts';

/** The whole rule book, as the advisor itself uses it, with its keys spelt as all published JSON is. */
export const GET: APIRoute = () => Response.json(inSnakeCase({ ...ruleBook, schemaVersion }));
