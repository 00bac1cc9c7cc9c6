import type { APIRoute } from 'astro';
import { language } from '#content/publishing/site-language.ts';

/** What people's words mean, for the box in which an interface is described; loaded when somebody uses it. */
export const GET: APIRoute = () => Response.json(language);
