import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withImplied } from '#core/advisor/contradictions.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { book } from '#tests/support/rule-book.ts';

/** Runs the command on a file with that content, as `npm run advise` would. */
function advise(name: string, content: string | Uint8Array, ...options: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), 'advise-')), name);
  writeFileSync(file, content);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/advise.ts', file, ...options], {
    encoding: 'utf8',
  });
  return { lines: stdout.trim().split('\n'), stdout, stderr, status };
}

const lineOf = (text: string | undefined) => JSON.parse(text ?? '');

describe('JSON lines', () => {
  test('give one line each, in order, with the promised names', () => {
    const { lines, status } = advise(
      'x.jsonl',
      '{"id":"a","operation":"bulk-load","latency":"nightly"}\n\n{"id":"b","attributes":{"counterpart":"dataverse","copy":"required","systems":null}}\n',
    );
    expect(status).toBe(0);
    expect(lineOf(lines[0])).toMatchObject({ id: 'a', primary: 'dmf', middleware: 'optional', conflicts: [] });
    expect(Object.keys(lineOf(lines[1]))).toEqual([
      'id',
      'primary',
      'middleware',
      'alternatives',
      'excluded',
      'conflicts',
      'hinges_on',
      'certainty',
      'contradictions',
      'variant',
      'variants_open',
      'parts',
    ]);
    expect(lineOf(lines[1])).toMatchObject({ id: 'b', primary: 'dual-write', excluded: ['virtual-entities'] });
  });

  test('name as alternatives what is left, best first, and neither the recommendation nor what is excluded', () => {
    const profiles: readonly Profile[] = [
      { operation: 'create', counterpart: 'third-party', initiator: 'external', latency: 'near-realtime' },
      { operation: 'bulk-load', latency: 'nightly', peak_batch_records: 400_000 },
      { counterpart: 'dataverse', copy: 'required' },
    ];
    const { lines } = advise('x.jsonl', profiles.map((profile) => JSON.stringify(profile)).join('\n'));
    const named = lines.map((line) => {
      const { alternatives, excluded } = lineOf(line);
      return { alternatives, excluded };
    });
    const ranked = profiles.map((profile) => {
      const { standings } = recommend(withImplied(profile, [], book), book);
      const [usable, excluded] = [true, false].map((isUsable) =>
        standings.filter(({ excludedBy }) => (excludedBy.length === 0) === isUsable).map(({ pattern }) => pattern),
      );
      return { alternatives: usable?.slice(1), excluded };
    });
    expect(named).toEqual(ranked);
    // The rules would have to change a lot before none of these had both.
    expect(named.some(({ alternatives, excluded }) => alternatives.length > 1 && excluded.length > 0)).toBe(true);
  });

  test('with a bad value give an error line, go on, and end with status 1', () => {
    const { lines, status } = advise(
      'x.jsonl',
      '{"id":"a","latency":"soonish"}\nnot json\n{"id":"c","systems":-2}\n{"id":"d","operation":"read"}\n',
    );
    expect(status).toBe(1);
    expect(lineOf(lines[0])).toEqual({
      id: 'a',
      error: 'latency: "soonish" is not allowed; allowed: realtime, near-realtime, hourly, nightly',
    });
    expect(lineOf(lines[1]).error).toContain('line 2 is no JSON');
    expect(lineOf(lines[2]).error).toContain('systems: "-2" is not allowed');
    expect(lineOf(lines[3])).toMatchObject({ id: 'd', primary: 'odata' });
  });

  test('say how far they can be relied on, and name answers that cannot both be true', () => {
    const { lines } = advise(
      'x.jsonl',
      '{"id":"a","operation":"bulk-load","peak_batch_records":400000,"volume_per_day":50}\n{"id":"b"}\n{"id":"c","operation":"extract","direction":"inbound"}\n{"id":"d","operation":"read"}\n',
    );
    const told = lines.map(lineOf).map(({ id, primary, certainty, contradictions }) => ({
      id,
      primary,
      certainty,
      contradictions,
    }));
    expect(told).toEqual([
      { id: 'a', primary: 'dmf', certainty: 'undecided', contradictions: ['peak-within-the-day'] },
      { id: 'b', primary: null, certainty: 'undecided', contradictions: [] },
      { id: 'c', primary: 'dmf', certainty: 'undecided', contradictions: ['extract-goes-out'] },
      { id: 'd', primary: 'odata', certainty: 'provisional', contradictions: [] },
    ]);
  });

  test('with an unknown field warn once and go on', () => {
    const { stderr, status } = advise('x.jsonl', '{"id":"a","colour":"blue"}\n{"id":"b","colour":"red"}\n');
    expect(status).toBe(0);
    expect(stderr.match(/"colour" is no field/g)).toHaveLength(1);
  });

  test('with --explain name reasons and the addresses of their sources', () => {
    const { lines } = advise('x.jsonl', '{"id":"a","operation":"extract","purpose":"analytics"}\n', '--explain');
    const { explanation } = lineOf(lines[0]);
    expect(explanation.summary).toContain('.');
    expect(explanation.reasons[0].sources[0]).toMatch(/^https:/);
    expect(explanation.why_not).toHaveLength(8);
    expect(lineOf(lines[0]).understood).toEqual({ operation: 'extract', purpose: 'analytics' });
    expect(explanation.why_not[0]).toMatchObject({ verdict: expect.any(String), comparison: expect.any(Array) });
  });
});

test('a CSV gives the same as its JSON lines', () => {
  const { lines, status } = advise(
    'x.csv',
    '\uFEFFName,Operation,Peak batch records,Guarantees\r\n"Orders, web",create,"20,000",ordered;exactly-once\r\n',
  );
  expect(status).toBe(0);
  expect(lineOf(lines[0])).toMatchObject({ id: 'Orders, web', primary: 'dmf' });
});

test('decision records come as Markdown, with the user’s own words kept from being markup', () => {
  const { stdout } = advise('x.jsonl', '{"id":"<b>web</b> # 1","operation":"event-notify"}\n', '--format', 'markdown');
  expect(stdout).toContain(String.raw`# Integration pattern for \<b\>web\</b\> \# 1`);
  expect(stdout).toContain('## Decision Outcome');
  expect(stdout).toContain('## Pros and Cons of the Options');
});

test.each([
  ['another ending', 'x.txt', 'a', [], '.jsonl, .csv or .xlsx'],
  ['an unknown format', 'x.jsonl', '{}', ['--format', 'pdf'], 'allowed: json, markdown, csv'],
])('%s is refused with what is allowed', (_story, name, content, options, text) => {
  const { stderr, status } = advise(name, content, ...options);
  expect(status).toBe(2);
  expect(stderr).toContain(text);
});

test('a spreadsheet in other words is understood, what was understood is said, and its table comes out as CSV', () => {
  const { stdout, stderr, status } = advise(
    'x.csv',
    'Interface;How often;What it does;Owner\n=Invoices;daily;export;Ann\nOrders;soonish;create;Bob\n',
    '--format',
    'csv',
  );
  expect(status).toBe(1);
  expect(stderr).toContain('column "How often" is read as latency');
  expect(stderr).toContain('Orders: latency: "soonish" is not allowed');
  expect(stdout).toContain('recommended_pattern');
  expect(stdout).toMatch(/'=Invoices,.*nightly.*Ann,Data management framework/);
});

test('a table says on stderr what Excel will not keep of it', () => {
  const { stdout, stderr, status } = advise('x.csv', `Name,Note\nOrders,${'x'.repeat(32_768)}\n`, '--format', 'csv');
  expect(status).toBe(0);
  expect(stdout).toContain('x'.repeat(32_768));
  expect(stderr).toContain('row 2, column Note (32,768 characters)');
});

describe('a spreadsheet of which something is left out or not read', () => {
  test('has line ends of several kinds, and every row is answered', () => {
    const { lines, stderr, status } = advise(
      'x.csv',
      readFileSync('tests/fixtures/attack/mixed-newlines-header-crlf-rows-lf.csv'),
    );
    expect(status).toBe(0);
    expect(lines).toHaveLength(300);
    expect(stderr).toBe('');
  });

  test('has rows wider than the header, which are said with their numbers on stderr', () => {
    const { stderr } = advise('x.csv', 'Name,Operation\nA,create,x\nB,read\n');
    expect(stderr).toContain('warning: The header has 2 columns, but row 2 has cells behind the last of them');
  });

  test('has a damaged part, and nothing of it is answered', () => {
    const { stdout, stderr, status } = advise('x.xlsx', readFileSync('tests/fixtures/attack/wrong-crc-one-byte.xlsx'));
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain('Nothing of it was read');
  });

  test('has signs for answers, which are errors and not blanks', () => {
    const { lines, status } = advise('x.csv', readFileSync('tests/fixtures/attack/symbols-dropped.csv'));
    expect(status).toBe(1);
    for (const sign of ['→', '⚡', '✓', '>']) expect(lineOf(lines[0]).error).toContain(`"${sign}" is not allowed`);
  });

  test('has an amount with thousands of spaces in it, which is an error at once', () => {
    const { lines, status } = advise('x.csv', readFileSync('tests/fixtures/attack/count-redos-3000.csv'));
    expect(status).toBe(1);
    expect(lineOf(lines[0])).toMatchObject({ id: 'n', error: expect.stringContaining('volume_per_day') });
  });

  test('has rows without a name, which are called by their number in the spreadsheet', () => {
    const { lines } = advise('x.csv', 'Name,Operation\n\n,create\n\n,read\n');
    expect(lines.map((line) => lineOf(line).id)).toEqual(['row-3', 'row-5']);
  });
});
