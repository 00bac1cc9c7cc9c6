import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AnswerDraft, draftOf } from '#content/editorial/draft.ts';
import { readLibrary } from '#content/reading/library.ts';

/** `npm run new:answer -- integration "Question?" [--slug odata-limits]`: begins an answer for an editor to write. */

const USAGE = 'Usage: npm run new:answer -- HUB "Question?" [--slug short-address]';

function write({ file, text }: AnswerDraft): void {
  mkdirSync(dirname(join(process.cwd(), file)), { recursive: true });
  writeFileSync(join(process.cwd(), file), text);
  console.log(`${file} is begun. Next:
  1. Write the verdict first, 60 words at most, then the reasons; docs/editorial.md says how.
  2. Name topic, audiences, aliases, related answers and sources.
  3. "npm run check:content" and "npm run lint:content" say what is still missing.`);
}

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { slug: { type: 'string' } } });
  const [hub, question, ...rest] = positionals;
  if (!hub || !question || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const { hubs } = readLibrary(process.cwd()).library;
  const today = new Date().toISOString().slice(0, 10);
  const draft = draftOf({ hub, question, slug: values.slug, today }, hubs);
  if ('problem' in draft) {
    console.error(draft.problem);
    return 1;
  }
  if (existsSync(join(process.cwd(), draft.file))) {
    console.error(`${draft.file} exists already; name another address with --slug.`);
    return 1;
  }
  write(draft);
  return 0;
}

process.exitCode = main();
