import { parseArgs } from 'node:util';
import {
  advise,
  decisionRecord,
  openQuestions,
  type Profile,
  parseProfile,
  type RuleBook,
  whatWouldChange,
} from '#advisor/index.ts';
import { referenceArchitecture, toMermaid } from '#components/diagrams/reference-architecture.ts';
import { loadRuleBook } from '../content/rule-book.ts';
import { type InputRow, readInput } from './read-input.ts';

const usage = `Usage: npm run --silent advise -- FILE [--explain] [--format json|markdown]

FILE  .jsonl (an object a line, its fields at the top level or under "attributes"), .csv or .xlsx
      (a header row with the profile's field names)

Prints one JSON line an interface, in order; with --explain the reasons and their sources, with
--format markdown a decision record each. The exit status is 1 when any interface had a bad value.`;

/** A recommendation as one line of JSON tells it; the names are part of the command's contract. */
export function summarise(id: string, profile: Profile, book: RuleBook, withReasons: boolean) {
  const { recommendation, explanation, conflicts, capacity, operations } = advise(profile, [], book);
  const usable = recommendation.standings.filter(({ excludedBy }) => excludedBy.length === 0);
  const line = {
    id,
    primary: recommendation.primary,
    middleware: recommendation.middleware,
    alternatives: usable.slice(1).map(({ pattern }) => pattern),
    excluded: recommendation.standings.filter(({ excludedBy }) => excludedBy.length > 0).map(({ pattern }) => pattern),
    conflicts: conflicts.map(({ rule }) => rule.id),
    hinges_on: openQuestions(profile, [], book).map(({ field }) => field),
  };
  if (!withReasons) return line;
  const { summary, reasons, despite, whyNot, influences } = explanation;
  const cited = (rules: typeof reasons) =>
    rules.map(({ id: rule, reason, evidence, sources }) => ({
      rule,
      reason,
      evidence,
      sources: sources.map((source) => book.sources[source]?.url ?? source),
    }));
  return {
    ...line,
    explanation: {
      summary,
      reasons: cited(reasons),
      despite: cited(despite),
      why_not: whyNot.map(({ pattern, verdict, text, rules }) => ({ pattern, verdict, text, rules: cited(rules) })),
      influences,
      conflicts: conflicts.map(({ rule, waysOut }) => ({
        rule: rule.id,
        title: rule.title,
        reason: rule.reason,
        ways_out: waysOut,
      })),
      would_change: (['primary', 'middleware'] as const).flatMap((what) => whatWouldChange(what, profile, [], book)),
      capacity: capacity.map(({ rule, status, arithmetic }) => ({ rule: rule.id, status, arithmetic })),
      service_level: operations.level.id,
      middleware_kinds: recommendation.middlewareKinds.map(({ name, reason }) => ({ name, reason })),
      notes: recommendation.notes.map(({ title, reason }) => ({ title, reason })),
    },
    rules_version: book.version,
  };
}

/** Where middleware goes with a pattern, the picture shows it. */
function recordOf(id: string, profile: Profile, book: RuleBook): string {
  const advice = advise(profile, [], book);
  const { primary, middleware } = advice.recommendation;
  const withHub = middleware === 'required' || middleware === 'advised';
  return decisionRecord(id, advice, toMermaid(referenceArchitecture(primary, { middleware: withHub })));
}

type Format = 'json' | 'markdown';

/** Reads, decides and prints one interface; tells whether its input was good. */
function decide(row: InputRow, book: RuleBook, format: Format, withReasons: boolean, warned: Set<string>): boolean {
  const fail = (error: string): false => {
    console.log(JSON.stringify({ id: row.id, error }));
    return false;
  };
  if ('error' in row) return fail(row.error);
  const { profile, faults, unknown } = parseProfile(row.raw);
  for (const key of unknown.filter((name) => !warned.has(name))) {
    warned.add(key);
    console.error(`warning: ${row.id}: "${key}" is no field of a profile and is ignored`);
  }
  if (faults.length > 0) {
    return fail(
      faults.map(({ field, found, allowed }) => `${field}: "${found}" is not allowed; allowed: ${allowed}`).join('; '),
    );
  }
  console.log(
    format === 'markdown'
      ? recordOf(row.id, profile, book)
      : JSON.stringify(summarise(row.id, profile, book, withReasons)),
  );
  return true;
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      explain: { type: 'boolean', default: false },
      format: { type: 'string', default: 'json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(`name one file\n\n${usage}`);
  if (values.format !== 'json' && values.format !== 'markdown') {
    throw new Error(`--format: "${values.format}" is not allowed; allowed: json, markdown`);
  }
  const book = loadRuleBook();
  const warned = new Set<string>();
  const good = (await readInput(file)).map((row) => decide(row, book, values.format as Format, values.explain, warned));
  return good.every(Boolean) ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`advise: ${(error as Error).message}`);
  process.exitCode = 2;
}
