import type { APIRoute } from 'astro';
import { z } from 'zod';
import { profileSchema } from '#content/schemas/profile.ts';
import { schemaVersion } from './_schema-version.ts';

/** JSON Schema of an interface profile: the fields of the questionnaire, the inventory and the command line. */
export const GET: APIRoute = () =>
  Response.json({
    ...z.toJSONSchema(profileSchema, { io: 'input' }),
    title: 'F&O interface profile',
    schema_version: schemaVersion,
  });
