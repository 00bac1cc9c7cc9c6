import { createHash } from 'node:crypto';
import { contentOfBuild } from '#content/reading/content-of-build.ts';
import type { AnswerEntry } from '#content/reading/entries.ts';
import { today } from './today.ts';

/** Settings of a build that pages show. */
const settings: readonly string[] = ['SITE_URL', 'BASE_PATH', 'OFFLINE'];

const hashOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Missing in development, where no page is kept. */
const content = contentOfBuild(process.cwd())?.key ?? '';

const shared = hashOf([content, today, ...settings.map((setting) => process.env[setting] ?? '')]);

/**
 * The `cacheKey` of a page that shows the body of no answer: while it and the code of the page stay what they were, Astro
 * takes the page from the build before.
 */
export const keyOfPage = (): string => shared;

/**
 * The same of a page that shows the body of one answer. No page with a key may show parts of several: what gathers them,
 * such as `llms-full.txt`, has none and is made anew in every build.
 */
export const keyOfAnswer = ({ id, body }: Pick<AnswerEntry, 'id' | 'body'>): string => hashOf([shared, id, body]);
