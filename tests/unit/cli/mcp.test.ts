import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadLibrary } from '#content/reading/library.ts';
import { patternIds } from '#core/advisor/rule-book.ts';

/** The official client, over a pipe to the server as `npm run mcp` starts it. */
const client = new Client({ name: 'tests', version: '1.0.0' });
let stderr = '';

beforeAll(async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/cli/mcp.ts'],
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  await client.connect(transport);
});

afterAll(async () => {
  await client.close();
});

interface Called {
  isError: boolean;
  text: string;
  /** What the caller is told beside the answer. */
  warnings: string[];
  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers is read here as its caller reads it
  data: any;
}

/** No test waits for the clock; this only ends one that hangs. */
const patience = { timeout: 300_000 };

async function call(name: string, args: Record<string, unknown>): Promise<Called> {
  const result = await client.callTool({ name, arguments: args }, patience);
  const [text = '', ...warnings] = result.content.map((block) => (block.type === 'text' ? block.text : ''));
  return { isError: result.isError === true, text, warnings, data: result.structuredContent };
}

const cases = readFileSync('tests/fixtures/advisor-cases.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('a client', () => {
  test('is told of seven tools that only read, each with what it takes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'recommend',
      'explain',
      'compare',
      'check_interfaces',
      'search',
      'read_answer',
      'look_up_figure',
    ]);
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(description).toBeTruthy();
      expect(inputSchema.additionalProperties).toBe(false);
    }
    const { profile } = (tools[0]?.inputSchema.properties ?? {}) as Record<string, { properties: object }>;
    expect(profile?.properties).toMatchObject({
      latency: { enum: ['realtime', 'near-realtime', 'hourly', 'nightly'] },
    });
  });

  test('finds every answer and every pattern among the resources, and reads one', async () => {
    const { answers, patterns } = loadLibrary();
    const { resources } = await client.listResources(undefined, patience);
    const expected = [...patterns.map(({ id }) => `patterns/${id}`), ...answers.map(({ id }) => id)];
    expect(resources.map(({ name }) => name).sort()).toEqual(expected.sort());
    const { contents } = await client.readResource({ uri: 'fno-advisor://patterns/dmf' });
    expect(contents).toHaveLength(1);
    expect(contents[0]).toMatchObject({ mimeType: 'text/markdown', text: expect.stringContaining('## Use it when') });
  });

  test('is told what to ask for instead of a resource that does not exist', async () => {
    await expect(client.readResource({ uri: 'fno-advisor://integration/when-middlewar' })).rejects.toThrow(
      'did you mean "integration/when-middleware"',
    );
    await expect(client.readResource({ uri: 'fno-advisor://patterns/soap' })).rejects.toThrow(
      /allowed: .*patterns\/odata/,
    );
  });
});

describe('recommend, explain and check_interfaces', () => {
  test('answer on the open cases as the command line does, to the letter', async () => {
    const file = 'tests/fixtures/advisor-cases.jsonl';
    const { stdout } = spawnSync(process.execPath, ['src/cli/advise.ts', file, '--explain'], { encoding: 'utf8' });
    const printed = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(printed).toHaveLength(cases.length);
    const interfaces = cases.map(({ id, attributes }) => ({ id, profile: attributes }));
    const { data, warnings } = await call('check_interfaces', { interfaces, explain: true });
    expect(data.interfaces).toEqual(printed);
    // The cases carry a note beside their answers: it is left alone, and that is said.
    expect(warnings[0]).toMatch(/"notes" is no field of a profile and is ignored; allowed: counterpart, operation/);
    const first = interfaces[0] ?? {};
    expect((await call('explain', first)).data).toEqual(printed[0]);
    const { explanation: _explanation, understood: _understood, rules_version: _version, ...line } = printed[0];
    expect((await call('recommend', first)).data).toEqual(line);
    const total = Object.values<number>(data.counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(cases.length);
  });

  test('understand a sentence as the command line does, and let answers correct it', async () => {
    const sentence = 'Nightly, 50,000 orders from Shopify into F&O';
    const { stdout } = spawnSync(process.execPath, ['src/cli/advise.ts', '--describe', sentence], { encoding: 'utf8' });
    expect((await call('recommend', { id: 'described', sentence })).data).toEqual(JSON.parse(stdout));
    const { data } = await call('recommend', { sentence, profile: { operation: 'create', latency: 'realtime' } });
    expect(data.understood).toMatchObject({ operation: 'create', latency: 'realtime', volume_per_day: 50_000 });
    expect(data.guessed).not.toContain('operation');
  });

  test('read a table in other people’s words, and say how', async () => {
    const csv = 'Name;Von;Nach;Häufigkeit;Menge\nBestellungen;Shopify;D365;täglich;5000\nKunden;D365;Shopify;oft;20\n';
    const { data, warnings } = await call('check_interfaces', { csv });
    expect(data.interfaces.map(({ id }: { id: string }) => id)).toEqual(['Bestellungen', 'Kunden']);
    expect(data.interfaces[1].not_read).toMatchObject([{ field: 'latency', found: 'oft' }]);
    expect(warnings).toContain('Warning: column "Häufigkeit" is read as latency');
  });

  test('keep the other interfaces of a list where one cannot be read', async () => {
    const { data, isError } = await call('check_interfaces', {
      interfaces: [
        { id: 'a', profile: { latency: 'weekly' } },
        { id: 'b', sentence: 'F&O reads prices live from SAP' },
        {},
      ],
    });
    expect(isError).toBe(false);
    expect(data.interfaces[0]).toEqual({
      id: 'a',
      error: 'latency: "weekly" is not allowed; allowed: realtime, near-realtime, hourly, nightly',
    });
    expect(data.interfaces[1]).toMatchObject({ id: 'b', certainty: expect.any(String) });
    expect(data.interfaces[2].error).toBe('give a profile or a sentence; both are missing');
    expect(data.counts.error).toBe(2);
  });
});

describe('compare', () => {
  test('says under each criterion which of two patterns is ahead, and rests on statements with sources', async () => {
    const profile = { operation: 'bulk-load', latency: 'nightly', peak_batch_records: 400_000 };
    const { data } = await call('compare', { profile, first: 'odata', second: 'dmf' });
    expect(data.primary).toBe('dmf');
    const task = data.criteria.find(({ criterion }: { criterion: string }) => criterion === 'task');
    expect(task).toMatchObject({
      ahead: 'dmf',
      because: { sources: expect.arrayContaining([expect.stringMatching(/^https:/)]) },
    });
    const turned = await call('compare', { profile, first: 'dmf', second: 'odata' });
    expect(turned.data.criteria.map(({ ahead, by }: { ahead: string; by: number }) => [ahead, by]).sort()).toEqual(
      data.criteria.map(({ ahead, by }: { ahead: string; by: number }) => [ahead, by]).sort(),
    );
  });
});

describe('search, read_answer and look_up_figure', () => {
  test('lead from a misspelt question to its text', async () => {
    const { data } = await call('search', { query: 'do we need midleware', limit: 3 });
    expect(data.results).toHaveLength(3);
    const found = data.results.find((one: { id: string }) => one.id === 'integration/when-middleware');
    const { id, verdict } = found;
    const { text } = await call('read_answer', { id });
    expect(text).toContain(verdict);
    expect(text).toMatch(/\[\^1\]: .*<https:/);
  });

  test('give a figure with its bound and its source, in words and by id', async () => {
    const { data } = await call('look_up_figure', { query: 'OData page size', limit: 1 });
    expect(data.figures).toMatchObject([
      { id: 'odata-page-size', value: 10_000, source: { url: expect.stringMatching(/^https:/) } },
    ]);
    expect((await call('look_up_figure', { id: 'odata-page-size' })).data).toEqual(data);
    // One figure has all the words, so those that have some of them are no answer.
    const exact = await call('look_up_figure', { query: 'response page server-driven paging' });
    expect(exact.data.figures.map((one: { id: string }) => one.id)).toEqual(['odata-page-size']);
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['recommend', {}, 'give a profile or a sentence; both are missing'],
    ['recommend', { profile: { latency: 'weekly' } }, 'allowed: realtime, near-realtime, hourly, nightly'],
    ['recommend', { sentense: 'x' }, '"sentense" is no argument; allowed: id, profile, sentence'],
    ['recommend', { sentence: 'x'.repeat(5000) }, '4000'],
    ['compare', { profile: {}, first: 'odata', second: 'odata' }, 'name two different patterns'],
    ['compare', { profile: {}, first: 'odata', second: 'soap' }, patternIds[0]],
    ['check_interfaces', {}, 'give either interfaces or csv'],
    ['check_interfaces', { interfaces: [], csv: 'a' }, 'give either interfaces or csv'],
    ['search', { query: '  ' }, 'query'],
    ['read_answer', { id: 'integration/when-middlewar' }, 'did you mean "integration/when-middleware"'],
    ['read_answer', { id: 'patterns/soap' }, 'allowed: patterns/odata'],
    ['look_up_figure', { id: 'odata-page-sise' }, 'did you mean "odata-page-size"'],
    ['look_up_figure', {}, 'give either id or query'],
  ])('%s %j says what is wrong and what is allowed', async (name, args, sentence) => {
    const { isError, text } = await call(name, args);
    expect(isError).toBe(true);
    expect(text).toContain(sentence);
  });

  test('leaves standard error quiet, and the server answering', async () => {
    expect(stderr).toBe('');
    expect((await call('search', { query: 'dual-write' })).data.found).toBeGreaterThan(0);
  });
});
