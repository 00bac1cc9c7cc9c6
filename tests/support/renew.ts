import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listFiles } from '#content/reading/read-files.ts';
import { decideAll, movedDecisions, readDecisions, writeDecisions } from './decisions.ts';
import { changesBetween, describeChange, readRecordings, recordsFolder, writeRecordings } from './recordings.ts';
import { book } from './rule-book.ts';

/**
 * `npm run renew [-- --screenshots]`: records anew what tests expect of the rules and the texts, after either was changed
 * on purpose, and prints what that changed. With `--screenshots` also the README's pictures, from the built site.
 */

/** Decisions of the rules; those that moved are the effect of the change. */
function renewDecisions(): void {
  const before = readDecisions();
  const moved = movedDecisions(before, book);
  for (const { profile, outcome, now } of moved) console.log(`  ${outcome} → ${now}: ${JSON.stringify(profile)}`);
  const decisions = decideAll(book, before);
  writeDecisions(decisions);
  const rulesOf = (some: typeof before): Set<string> => new Set(some.flatMap(({ rule }) => rule ?? []));
  const [old, current] = [rulesOf(before), rulesOf(decisions)];
  const listed = (rules: Set<string>): string => [...rules].join(', ') || 'none';
  console.log(`Decisions: ${moved.length} moved; ${decisions.length} recorded.
  decided by rules that had no decision: ${listed(current.difference(old))}
  no longer decided by: ${listed(old.difference(current))}`);
}

/** Test files that hold a text against a file of its own. */
const recordingTests = (): string[] =>
  listFiles(process.cwd(), 'tests', '.test.ts').filter((file) =>
    readFileSync(file, 'utf8').includes('toMatchFileSnapshot('),
  );

/**
 * Texts that tests hold against files: records, explanations, rules in words, the decision table, walks. The tests write
 * them into an empty folder, so that a file which no test asks for any more goes away.
 *
 * @returns whether the tests passed; where they did not, everything is left as it was
 */
function renewRecords(): boolean {
  const before = readRecordings();
  writeRecordings(new Map());
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    // Last, since it would take the name of a file for its own value.
    ['node_modules/vitest/vitest.mjs', 'run', ...recordingTests(), '--update'],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    writeRecordings(before);
    console.error(`${stdout}${stderr}\nThe texts are left as they were: the tests that write them failed.`);
    return false;
  }
  const changes = changesBetween(before, readRecordings());
  for (const change of changes) console.log(describeChange(change));
  console.log(`Texts: ${changes.length} of ${before.size} files in ${recordsFolder} differ.`);
  return true;
}

const run = (script: string): boolean => spawnSync(process.execPath, [script], { stdio: 'inherit' }).status === 0;

const { values } = parseArgs({ options: { screenshots: { type: 'boolean', default: false } } });
renewDecisions();
const isDone = renewRecords() && (!values.screenshots || run('tests/support/screenshots.ts'));
if (isDone)
  console.log('Read the difference ("git diff"): it is the effect of your change, and belongs into its commit.');
process.exitCode = isDone ? 0 : 1;
