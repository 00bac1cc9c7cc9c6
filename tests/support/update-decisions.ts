import { decideAll, movedDecisions, readDecisions, writeDecisions } from './decisions.ts';
import { book } from './rule-book.ts';

/** Records what the rules decide after they were changed on purpose, and prints what that moved. */
const moved = movedDecisions(readDecisions(), book);
for (const { profile, outcome, now } of moved) console.log(`${outcome} → ${now}: ${JSON.stringify(profile)}`);
const decisions = decideAll(book);
writeDecisions(decisions);
console.log(`${moved.length} decisions moved; ${decisions.length} recorded.`);
