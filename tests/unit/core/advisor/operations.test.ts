import { describe, expect, test } from 'vitest';
import { advise } from '#core/advisor/advice.ts';
import { operationsRecord } from '#core/advisor/decision-record.ts';
import { operationsPlan, operationsSections } from '#core/advisor/operations.ts';
import { choices } from '#core/advisor/profile.ts';
import { middlewareVerdicts, patternIds } from '#core/advisor/rule-book.ts';
import { book } from '#tests/support/rule-book.ts';

const combinations = patternIds.flatMap((pattern) =>
  choices.sla.flatMap((sla) => middlewareVerdicts.map((verdict) => [pattern, sla, verdict] as const)),
);
const textsOf = (...[pattern, sla, verdict]: (typeof combinations)[number]) =>
  operationsPlan(pattern, verdict, sla, book).sections.flatMap(({ items }) => items.map(({ text }) => text));

describe.each(combinations)('the plan for %s, %s, middleware %s', (pattern, sla, verdict) => {
  test('says something in every section, without a gap or a repetition', () => {
    const plan = operationsPlan(pattern, verdict, sla, book);
    expect(plan.sections.map(({ id }) => id)).toEqual(Object.keys(operationsSections));
    const texts = plan.sections.flatMap(({ items }) => items.map(({ text }) => text));
    expect(texts.filter((text) => /[{}]|undefined|\b(\w+) \1\b/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('proposes every promise of the service level', () => {
    const { promises } = operationsPlan(pattern, verdict, sla, book);
    expect(promises).toHaveLength(8);
    expect(promises.every(({ proposed }) => proposed.trim() !== '')).toBe(true);
  });
});

test('every line stands on a source or is labelled a judgement', () => {
  const bare = book.operations.items.filter(
    ({ evidence, sources }) => evidence !== 'judgement' && sources.length === 0,
  );
  expect(bare).toEqual([]);
  for (const { sources } of book.operations.items) for (const id of sources) expect(book.sources).toHaveProperty(id);
});

test('every line of the content is in some plan, in its section', () => {
  // A level that says its own placeholders, so that a plan's lines read as the content has them.
  const levels = book.operations.levels.map((level) => ({
    ...Object.fromEntries(Object.keys(level).map((name) => [name, `{sla:${name}}`])),
    id: level.id,
  })) as unknown as typeof book.operations.levels;
  const plain = { ...book, operations: { ...book.operations, levels } };
  const shown = new Set(
    patternIds.flatMap((pattern) =>
      middlewareVerdicts.flatMap((verdict) =>
        operationsPlan(pattern, verdict, 'routine', plain).sections.flatMap(({ id, items }) =>
          items.map((item) => `${item.pattern}, ${id}: ${item.text}`),
        ),
      ),
    ),
  );
  const lines = book.operations.items.map(({ pattern, section, text }) => `${pattern}, ${section}: ${text}`);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !shown.has(line))).toEqual([]);
});

test('a tighter service level is told sooner and recovers sooner', () => {
  const detect = choices.sla.map((sla) => operationsPlan('odata', 'optional', sla, book).level.detect);
  expect(detect).toEqual(['5 minutes', '30 minutes', 'the next morning']);
});

test('a hub changes who retries and where failures wait', () => {
  const alone = textsOf('odata', 'critical', 'avoid').join(' ');
  const withHub = textsOf('odata', 'critical', 'required').join(' ');
  expect(alone).toContain('The caller needs a table or queue of its own');
  expect(withHub).not.toContain('The caller needs a table or queue of its own');
  expect(withHub).toContain('hub’s dead-letter queue');
});

test('nobody has said how bad a failure is: the plan says that it assumes', () => {
  const { operations } = advise({ operation: 'read' }, [], book);
  expect(operations).toMatchObject({ isAssumed: true, level: { id: 'important' } });
  expect(advise({ operation: 'read', sla: 'routine' }, [], book).operations?.isAssumed).toBe(false);
});

test('lines that need an answer come only where it was given', () => {
  const waiting = advise({ operation: 'read', latency: 'realtime' }, [], book).operations;
  const later = advise({ operation: 'read', latency: 'hourly', response: 'later' }, [], book).operations;
  const retries = (plan: typeof waiting) =>
    plan?.sections
      .find(({ id }) => id === 'retry')
      ?.items.map(({ text }) => text)
      .join(' ') ?? '';
  expect(retries(waiting)).toContain('try twice within five seconds');
  expect(retries(later)).not.toContain('try twice within five seconds');
});

test('a service level that the book does not have is refused by name', () => {
  const bare = { ...book, operations: { ...book.operations, levels: [] } };
  expect(() => operationsPlan('odata', 'optional', 'critical', bare)).toThrow(
    new RangeError('no service level "critical" in the rule book'),
  );
});

test('a section with nothing to say is left out', () => {
  const items = book.operations.items.filter(({ section }) => section !== 'alerts');
  const quiet = { ...book, operations: { ...book.operations, items } };
  const sections = operationsPlan('odata', 'optional', 'critical', quiet).sections.map(({ id }) => id);
  expect(sections).not.toContain('alerts');
  expect(sections).toContain('retry');
});

test('the export holds the plan, its sources and a column for what is agreed', () => {
  const text = operationsRecord(operationsPlan('dmf', 'advised', 'critical', book), book);
  expect(text).toContain('## Operations plan: Data management framework, middleware is advised');
  expect(text).toContain('### Repair without a developer');
  expect(text).toMatch(/\(limit: \[.+\]\(https:/);
  expect(text).toContain('| Time to detect | 5 minutes | |');
});
