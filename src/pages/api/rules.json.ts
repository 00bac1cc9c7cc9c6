import type { APIRoute } from 'astro';
import { ruleBook } from '#content/publishing/site-rules.ts';

/** The whole rule book, as the advisor itself uses it. */
export const GET: APIRoute = () => Response.json(ruleBook);
