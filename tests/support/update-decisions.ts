import { execFileSync } from 'node:child_process';
import { decideAll, movedDecisions, readDecisions, writeDecisions } from './decisions.ts';
import { book } from './rule-book.ts';

/** Records what the rules decide and what is written about it, after they were changed on purpose, and prints what moved. */
const moved = movedDecisions(readDecisions(), book);
for (const { profile, outcome, now } of moved) console.log(`${outcome} → ${now}: ${JSON.stringify(profile)}`);
const decisions = decideAll(book);
writeDecisions(decisions);
console.log(`${moved.length} decisions moved; ${decisions.length} recorded.`);

/** The records tell the rules as well; read the difference before you commit it. */
execFileSync('npx', ['vitest', 'run', 'tests/unit/core/advisor/records.test.ts', '--update'], { stdio: 'inherit' });
