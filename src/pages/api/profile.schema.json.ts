import type { APIRoute } from 'astro';
import { toJSONSchema } from 'zod/v4/core';
import { profileSchema } from '#advisor/profile.ts';

/** JSON Schema of an interface profile: the fields of the questionnaire, the inventory and the command line. */
export const GET: APIRoute = () =>
  Response.json({ ...toJSONSchema(profileSchema, { io: 'input' }), title: 'F&O interface profile', schemaVersion: 1 });
